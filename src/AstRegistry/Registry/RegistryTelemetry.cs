using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AstRegistry.Registry;

/// <summary>The metrics and spans of registries. Without a listener each costs a check of a field.</summary>
internal static class RegistryTelemetry
{
    private static readonly Meter Meter = new("AstRegistry");
    private static readonly ActivitySource Source = new("AstRegistry");
    private static readonly Counter<long> Commits = Meter.CreateCounter<long>("astregistry.commits", "{commit}", "Commits and checkouts by outcome.");
    private static readonly Histogram<double> CommitDuration = Meter.CreateHistogram<double>("astregistry.commit.duration", "s", "Time from the call of a commit to its outcome.");
    private static readonly Histogram<int> CommitOperations = Meter.CreateHistogram<int>("astregistry.commit.operations", "{operation}", "Operations of a commit that took place.");
    private static readonly UpDownCounter<int> QueueLength = Meter.CreateUpDownCounter<int>("astregistry.commit.queue.length", "{commit}", "Commits that wait for their turn.");
    private static readonly Histogram<double> HandlerDuration = Meter.CreateHistogram<double>("astregistry.handler.duration", "s", "Time that a registry waited for one call of a handler.");
    private static readonly Counter<long> HandlerTimeouts = Meter.CreateCounter<long>("astregistry.handler.timeouts", "{call}", "Calls of handlers that were given up at their deadline.");
    private static readonly Counter<long> AsOfReads = Meter.CreateCounter<long>("astregistry.asof.reads", "{read}", "States of versions other than the current one that were asked for.");

    /// <summary>The span of one commit or checkout, or null if nobody listens.</summary>
    public static Activity? Start(string name, RegistryContext context)
    {
        var activity = Source.StartActivity(name);
        activity?.SetTag("astregistry.registry", context.Name);
        return activity;
    }

    public static Activity? StartHandler(string handler, ActivityContext parent)
    {
        var activity = Source.HasListeners() ? Source.StartActivity("astregistry.handler", ActivityKind.Internal, parent) : null;
        activity?.SetTag("astregistry.handler", handler);
        return activity;
    }

    public static void Ended(RegistryContext context, long started, CommitOutcome? outcome, Activity? activity)
    {
        var word = outcome?.GetType().Name.ToLowerInvariant() ?? "failed";
        activity?.SetTag("astregistry.outcome", word);
        if (outcome is null) activity?.SetStatus(ActivityStatusCode.Error);
        if (Commits.Enabled) Commits.Add(1, new KeyValuePair<string, object?>("outcome", word));
        if (CommitDuration.Enabled) CommitDuration.Record(context.TimeProvider.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("outcome", word));
        if (outcome is CommitOutcome.Committed { Changes.Count: var count }) CommitOperations.Record(count);
    }

    public static void Queued(int change) => QueueLength.Add(change);

    public static void HandlerTook(RegistryContext context, long started)
    {
        if (HandlerDuration.Enabled) HandlerDuration.Record(context.TimeProvider.GetElapsedTime(started).TotalSeconds);
    }

    public static void HandlerTimedOut() => HandlerTimeouts.Add(1);

    public static void AsOfRead() => AsOfReads.Add(1);
}
