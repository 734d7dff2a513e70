using System.Diagnostics;

namespace AstRegistry.Registry;

/// <summary>A checkout that waits for its turn.</summary>
/// <param name="target">The revision to go to, when its turn has come.</param>
/// <param name="activity">Its span.</param>
/// <param name="cancellationToken">The caller's.</param>
internal sealed class CheckoutRequest(Func<RegistryState, long> target, Activity? activity, CancellationToken cancellationToken) : Request(activity, cancellationToken)
{
    public long TargetIn(RegistryState state) => target(state);
}
