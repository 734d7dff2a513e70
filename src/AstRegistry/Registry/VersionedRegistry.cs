using System.Diagnostics;
using AstRegistry.Registry;
using AstRegistry.Transactions;

namespace AstRegistry;

/// <summary>
/// A registry with a past: every commit makes a version, handlers have a say in it, and every version can be read, compared and gone back to.
/// </summary>
/// <remarks>
/// <para>Readers take <see cref="Current"/>, which never changes under their hands, and wait for nobody: not for a commit, a handler, a disk.</para>
/// <para>Commits take turns. Each is held to the entries as they are, shown to the handlers, appended to the history, and only then visible; at
/// last it is announced on <see cref="Events"/> and to the handlers. Whatever goes wrong before the history has it leaves everything as it was.</para>
/// <para>Several processes may share a history that keeps versions: each sees what the others commit, and a commit that another one overtook is
/// held to the newer entries and tried again.</para>
/// <para>Thread-safe. Disposing lets the commit that is under way come to its end and cancels those that wait.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class VersionedRegistry : IAsyncDisposable
{
    private readonly RegistryContext _context;
    private readonly CurrentState _current;
    private readonly CommitIds _ids = new();
    private readonly Deliveries _deliveries;
    private readonly RemoteChanges _remote;
    private readonly WriterLoop _writer;
    private readonly Compaction _compaction;
    private readonly Follower _follower;
    private readonly TaskCompletionSource _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _isDisposed;

    private VersionedRegistry(RegistryContext context, RegistryState state)
    {
        _context = context;
        _current = new(state);
        _ids.Reset(RegistryBoot.VersionsOf(state));
        _deliveries = new(context, _current);
        _remote = new(context, _current, _ids, _deliveries);
        _writer = new(context, new(context, _current, _ids, _remote, _deliveries));
        _compaction = new(context, _current, _writer, _remote);
        _follower = new(context, _current, _writer, _remote);
        context.OnPublished = _compaction.BeginIfDue;
    }

    /// <summary>The name of the registry.</summary>
    public string Name => _context.Name;

    /// <summary>The entries as they are; one volatile read.</summary>
    public RegistrySnapshot Current => _current.Value.Snapshot;

    /// <summary>The versions as they are.</summary>
    public VersionTree Versions => _current.Value.Versions;

    /// <summary>Where the history stood when the registry last heard of it.</summary>
    public HistoryHead Head => _current.Value.Head;

    /// <summary>Where transactions are published: see <see cref="TransactionEvent"/>.</summary>
    public EventBus Events => _context.Bus;

    /// <summary>Opens a registry as its history left it: the nearest checkpoint, and the versions since.</summary>
    /// <exception cref="ArgumentException">An option is wrong; the message names all that are.</exception>
    /// <exception cref="HistoryException">The history does not answer, is damaged, or lacks versions that it acknowledged.</exception>
    public static async Task<VersionedRegistry> OpenAsync(VersionedRegistryOptions? options = null, CancellationToken cancellationToken = default)
    {
        var context = new RegistryContext((options ?? new()).Checked());
        var registry = new VersionedRegistry(context, await RegistryBoot.LoadAsync(context, cancellationToken).ConfigureAwait(false));
        registry._writer.Start();
        registry._follower.Start();
        return registry;
    }

    /// <summary>Each snapshot that is shown from now on; the newest only, where several came meanwhile. Ends when the registry is disposed.</summary>
    public IAsyncEnumerable<RegistrySnapshot> WatchAsync(CancellationToken cancellationToken = default) => _current.WatchAsync(Current, cancellationToken);

    /// <summary>
    /// Closes the registry. The commit that is under way comes to its end; those that wait are cancelled; events that were published are delivered,
    /// for as long as one handler may take.
    /// </summary>
    /// <exception cref="ReentrantCommitException">A handler calls it while the registry waits for the handler.</exception>
    public async ValueTask DisposeAsync()
    {
        if (HandlerScope.IsWithin(_context)) throw ReentrantCommitException.Of(Name);
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0) await CloseAsync().ConfigureAwait(false);
        await _disposed.Task.ConfigureAwait(false);
    }

    /// <summary>Name, version and number of entries.</summary>
    public override string ToString() => $"{Name}: {Current}";

    private async Task CloseAsync()
    {
        try
        {
            await _writer.StopAsync().ConfigureAwait(false);
            await _follower.DisposeAsync().ConfigureAwait(false);
            await _compaction.FinishAsync().ConfigureAwait(false);
            await _context.Checkpoints.FinishAsync().ConfigureAwait(false);
            await _deliveries.LeaveAsync().ConfigureAwait(false);
            _current.End();
            if (_context.OwnsBus) await StopBusAsync().ConfigureAwait(false);
        }
        finally
        {
            if (_context.OwnsHistory) await _context.History.DisposeAsync().ConfigureAwait(false);
            _disposed.TrySetResult();
        }
    }

    private async Task StopBusAsync()
    {
        using var patience = new CancellationTokenSource(_context.Options.HandlerDeadline, _context.TimeProvider);
        try
        {
            await _context.Bus.StopAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // A subscriber hangs; it had its time.
        }
    }
}
