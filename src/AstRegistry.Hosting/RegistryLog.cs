using Microsoft.Extensions.Logging;

namespace AstRegistry.Hosting;

/// <summary>What the log tells of a registry. A notice's event id is the number of its kind and one more.</summary>
internal static partial class RegistryLog
{
    private const string Text = "{Registry}: {Message}";

    [LoggerMessage(100, LogLevel.Information, "{Registry}: open at version {Revision} with {Entries} entries.")]
    public static partial void Opened(this ILogger logger, string registry, long revision, int entries);

    [LoggerMessage(101, LogLevel.Error, "{Registry}: cannot be opened.")]
    public static partial void OpenFailed(this ILogger logger, string registry, Exception error);

    public static void Log(this ILogger logger, RegistryNotice notice)
    {
        var (registry, message, error) = (notice.Registry, notice.Message, notice.Exception);
        switch (notice.Kind)
        {
            case RegistryNoticeKind.HandlerThrew: logger.HandlerThrew(registry, message, error); break;
            case RegistryNoticeKind.HandlerTimedOut: logger.HandlerTimedOut(registry, message, error); break;
            case RegistryNoticeKind.LateVote: logger.LateVote(registry, message, error); break;
            case RegistryNoticeKind.RepeatedVote: logger.RepeatedVote(registry, message, error); break;
            case RegistryNoticeKind.Redelivery: logger.Redelivery(registry, message, error); break;
            case RegistryNoticeKind.RedeliveryGap: logger.RedeliveryGap(registry, message, error); break;
            case RegistryNoticeKind.AcknowledgementFailed: logger.AcknowledgementFailed(registry, message, error); break;
            case RegistryNoticeKind.CommitRetry: logger.CommitRetry(registry, message, error); break;
            case RegistryNoticeKind.RemoteChange: logger.RemoteChange(registry, message, error); break;
            case RegistryNoticeKind.FollowFailed: logger.FollowFailed(registry, message, error); break;
            case RegistryNoticeKind.CheckpointWritten: logger.CheckpointWritten(registry, message, error); break;
            case RegistryNoticeKind.CheckpointFailed: logger.CheckpointFailed(registry, message, error); break;
            case RegistryNoticeKind.CheckpointDamaged: logger.CheckpointDamaged(registry, message, error); break;
            case RegistryNoticeKind.Compacted: logger.Compacted(registry, message, error); break;
            case RegistryNoticeKind.CompactionFailed: logger.CompactionFailed(registry, message, error); break;
            case RegistryNoticeKind.SubscriberThrew: logger.SubscriberThrew(registry, message, error); break;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, Text)]
    private static partial void HandlerThrew(this ILogger logger, string registry, string message, Exception? error);

    [LoggerMessage(2, LogLevel.Warning, Text)]
    private static partial void HandlerTimedOut(this ILogger logger, string registry, string message, Exception? error);

    [LoggerMessage(3, LogLevel.Information, Text)]
    private static partial void LateVote(this ILogger logger, string registry, string message, Exception? error);

    [LoggerMessage(4, LogLevel.Information, Text)]
    private static partial void RepeatedVote(this ILogger logger, string registry, string message, Exception? error);

    [LoggerMessage(5, LogLevel.Information, Text)]
    private static partial void Redelivery(this ILogger logger, string registry, string message, Exception? error);

    [LoggerMessage(6, LogLevel.Error, Text)]
    private static partial void RedeliveryGap(this ILogger logger, string registry, string message, Exception? error);

    [LoggerMessage(7, LogLevel.Warning, Text)]
    private static partial void AcknowledgementFailed(this ILogger logger, string registry, string message, Exception? error);

    [LoggerMessage(8, LogLevel.Debug, Text)]
    private static partial void CommitRetry(this ILogger logger, string registry, string message, Exception? error);

    [LoggerMessage(9, LogLevel.Debug, Text)]
    private static partial void RemoteChange(this ILogger logger, string registry, string message, Exception? error);

    [LoggerMessage(10, LogLevel.Warning, Text)]
    private static partial void FollowFailed(this ILogger logger, string registry, string message, Exception? error);

    [LoggerMessage(11, LogLevel.Debug, Text)]
    private static partial void CheckpointWritten(this ILogger logger, string registry, string message, Exception? error);

    [LoggerMessage(12, LogLevel.Warning, Text)]
    private static partial void CheckpointFailed(this ILogger logger, string registry, string message, Exception? error);

    [LoggerMessage(13, LogLevel.Error, Text)]
    private static partial void CheckpointDamaged(this ILogger logger, string registry, string message, Exception? error);

    [LoggerMessage(14, LogLevel.Information, Text)]
    private static partial void Compacted(this ILogger logger, string registry, string message, Exception? error);

    [LoggerMessage(15, LogLevel.Warning, Text)]
    private static partial void CompactionFailed(this ILogger logger, string registry, string message, Exception? error);

    [LoggerMessage(16, LogLevel.Warning, Text)]
    private static partial void SubscriberThrew(this ILogger logger, string registry, string message, Exception? error);
}
