using AstRegistry.Transactions;

namespace AstRegistry.Registry;

/// <summary>What the parts of one registry share.</summary>
internal sealed class RegistryContext
{
    public RegistryContext(VersionedRegistryOptions options)
    {
        Options = options;
        OwnsHistory = options.OwnsHistory || options.History is null;
        History = options.History ?? new MemoryHistory();
        Notices = new(options.Name, options.OnNotice);
        OwnsBus = options.Events is null;
        Bus = options.Events ?? new(new() { TimeProvider = options.TimeProvider, OnFault = OnFault });
        Silent = new(options.SilentKinds);
        Reader = new(History, options.Name);
        Snapshots = new(options.SnapshotInterval, options.RetainedSnapshots);
        Checkpoints = new(this);
        States = new(this);
    }

    public VersionedRegistryOptions Options { get; }

    public string Name => Options.Name;

    public TimeProvider TimeProvider => Options.TimeProvider;

    public IRegistryHistory History { get; }

    public bool OwnsHistory { get; }

    public EventBus Bus { get; }

    public bool OwnsBus { get; }

    public Notices Notices { get; }

    public SilentKinds Silent { get; }

    public HandlerList Handlers { get; } = new();

    public VersionReader Reader { get; }

    public RetainedSnapshots Snapshots { get; }

    public Checkpoints Checkpoints { get; }

    public StateLoader States { get; }

    /// <summary>Called by the writer when versions have been made.</summary>
    public Action OnPublished { get; set; } = static () => { };

    private void OnFault(EventFault fault) => Notices.Add(new(
        RegistryNoticeKind.SubscriberThrew, null, $"The subscriber of '{fault.Pattern}' threw at {fault.Event}: {fault.Exception.Message}", fault.Exception));
}
