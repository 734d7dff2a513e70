namespace AstRegistry.Tool;

/// <summary>An end of the work that the user can do something about: the message names the thing and the way out.</summary>
internal sealed class ToolException(string message, int exitCode = ExitCode.Environment, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What the program ends with.</summary>
    public int ExitCode { get; } = exitCode;
}
