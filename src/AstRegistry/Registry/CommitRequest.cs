using System.Diagnostics;

namespace AstRegistry.Registry;

/// <summary>A commit that waits for its turn.</summary>
internal sealed class CommitRequest(ChangeSet changes, CommitOptions options, Activity? activity, CancellationToken cancellationToken) : Request(activity, cancellationToken)
{
    public ChangeSet Changes => changes;

    public CommitOptions Options => options;

    public Guid CommitId { get; } = options.CommitId ?? Guid.NewGuid();
}
