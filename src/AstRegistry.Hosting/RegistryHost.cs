using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AstRegistry.Hosting;

/// <summary>Opens the registry of a container once, for whoever comes first: the host or somebody who asks for it.</summary>
internal sealed class RegistryHost(IServiceProvider provider, string? name) : IRegistryProvider, IHostedLifecycleService, IAsyncDisposable, IDisposable
{
    private readonly SemaphoreSlim _opening = new(1, 1);
    private VersionedRegistry? _registry;
    private IRegistryHistory? _history;
    private bool _isDisposed;

    /// <summary>The registry, or null before it is open.</summary>
    public VersionedRegistry? Opened => Volatile.Read(ref _registry);

    /// <summary>Asks the history where it stands, which fails if it does not answer.</summary>
    public async ValueTask<HistoryHead> ReadHeadAsync(VersionedRegistry registry, CancellationToken cancellationToken) =>
        _history is { } history ? await history.GetHeadAsync(registry.Name, cancellationToken).ConfigureAwait(false) : registry.Head;

    public async ValueTask<VersionedRegistry> GetAsync(CancellationToken cancellationToken = default)
    {
        if (Opened is { } open) return open;
        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return _registry ??= await OpenAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>The registry, for constructors, which cannot await. Nothing below continues on the caller's context, so waiting is safe.</summary>
    public VersionedRegistry Open() => Opened ?? Task.Run(() => GetAsync().AsTask()).GetAwaiter().GetResult();

    public Task StartingAsync(CancellationToken cancellationToken) => GetAsync(cancellationToken).AsTask();

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _opening.WaitAsync().ConfigureAwait(false);
        _isDisposed = true;
        _opening.Release();
        if (_registry is not null) await _registry.DisposeAsync().ConfigureAwait(false);
    }

    public void Dispose() => Task.Run(() => DisposeAsync().AsTask()).GetAwaiter().GetResult();

    private async Task<VersionedRegistry> OpenAsync(CancellationToken cancellationToken)
    {
        var options = provider.GetRequiredService<IOptionsMonitor<VersionedRegistryOptions>>().Get(name);
        var logger = provider.GetService<ILoggerFactory>()?.CreateLogger<VersionedRegistry>() ?? NullLogger<VersionedRegistry>.Instance;
        var opener = provider.GetKeyedService<HistoryOpener>(name);
        var history = opener is null ? null : await opener.Open(provider, cancellationToken).ConfigureAwait(false);
        try
        {
            _history = history ?? options.History;
            var registry = await VersionedRegistry.OpenAsync(Complete(options, history, logger), cancellationToken).ConfigureAwait(false);
            foreach (var handler in provider.GetKeyedServices<HostedHandler>(name)) registry.Handle(handler.Name, handler.Kinds, handler.Handler, handler.Options);
            logger.Opened(registry.Name, registry.Current.Revision, registry.Current.Count);
            return registry;
        }
        catch (Exception error)
        {
            logger.OpenFailed(options.Name, error);
            if (history is not null) await history.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The options with what the container adds: the history, the clock, and the log beside whoever listens already.</summary>
    private VersionedRegistryOptions Complete(VersionedRegistryOptions options, IRegistryHistory? history, ILogger logger)
    {
        var listener = options.OnNotice;
        return options with
        {
            History = history ?? options.History,
            OwnsHistory = history is not null || options.OwnsHistory,
            TimeProvider = options.TimeProvider == TimeProvider.System ? provider.GetService<TimeProvider>() ?? TimeProvider.System : options.TimeProvider,
            OnNotice = notice =>
            {
                logger.Log(notice);
                listener?.Invoke(notice);
            },
        };
    }
}
