namespace AstRegistry;

/// <summary>
/// A handler wanted to change the registry that waits for it. The change would wait for the transaction, and the transaction for the handler.
/// Vote first, or hand the change to somebody who commits it when the transaction is over.
/// </summary>
public sealed class ReentrantCommitException : InvalidOperationException
{
    /// <summary>Makes an exception without particulars.</summary>
    public ReentrantCommitException()
    {
    }

    /// <summary>Makes an exception.</summary>
    public ReentrantCommitException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a cause.</summary>
    public ReentrantCommitException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal static ReentrantCommitException Of(string registry) => new(
        $"A handler of the registry '{registry}' cannot change the registry while the registry waits for it. Vote first, or commit when the transaction is over.");
}
