using AstRegistry.Identity;

namespace AstRegistry.Packing;

/// <summary>A key whose id is not its plain hash: renamed since it was first seen, or salted.</summary>
/// <param name="Hash">The hash of the key as it is now.</param>
/// <param name="Id">The id.</param>
internal readonly record struct IdOverride(MemberHash Hash, ulong Id);
