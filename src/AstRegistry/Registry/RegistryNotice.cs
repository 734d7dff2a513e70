using System.Diagnostics;

namespace AstRegistry;

/// <summary>Something that happened in a registry and that whoever runs it may want to know: what would stand in a log.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record RegistryNotice
{
    internal RegistryNotice(RegistryNoticeKind kind, string? handler, string message, Exception? exception = null, long? revision = null)
    {
        Kind = kind;
        Handler = handler;
        Message = message;
        Exception = exception;
        Revision = revision;
    }

    /// <summary>What it is about.</summary>
    public RegistryNoticeKind Kind { get; }

    /// <summary>The name of the registry.</summary>
    public string Registry { get; internal init; } = "";

    /// <summary>The handler that it concerns, if any.</summary>
    public string? Handler { get; }

    /// <summary>The revision that it concerns, if any.</summary>
    public long? Revision { get; }

    /// <summary>A sentence for people.</summary>
    public string Message { get; }

    /// <summary>What was thrown, if anything was.</summary>
    public Exception? Exception { get; }

    /// <summary>Kind and message.</summary>
    public override string ToString() => $"{Kind}: {Message}";
}
