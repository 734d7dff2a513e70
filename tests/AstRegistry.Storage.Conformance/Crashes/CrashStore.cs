using AstRegistry.Storage.Crash;
using AstRegistry.Storage.Crash.Protocol;

namespace AstRegistry.Storage.Conformance.Crashes;

/// <summary>The storage of which children are killed.</summary>
internal abstract class CrashStore
{
    public abstract ChildOptions OptionsOf(int seed, CrashPoint stop, int skip, ChildFault fault);

    /// <summary>Opens it as anybody would.</summary>
    public abstract ValueTask<IRegistryHistory> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Waits until nobody works for the killed child any more.</summary>
    public abstract Task SettleAsync(CancellationToken cancellationToken);
}
