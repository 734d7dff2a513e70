using AstRegistry.Identity;

namespace AstRegistry.Locking;

/// <summary>How a lock file is brought in step with the code.</summary>
internal sealed record LockUpdateOptions
{
    /// <summary>Whether only records are kept that say more than the plain hash does: renamed, salted and retired ones.</summary>
    public bool IsSparse { get; init; }

    /// <summary>All target frameworks of the project. A declaration that exists in each of them has no <c>tfm=</c>.</summary>
    public LockTargets AllTargets { get; init; }

    /// <summary>The hash of a key; <see cref="MemberHash.Of"/> if null. A test makes keys collide with it.</summary>
    public Func<LockKey, MemberHash>? Hash { get; init; }

    /// <summary>The hash of a key in a project.</summary>
    public static Func<LockKey, MemberHash> HashIn(string project) => key => MemberHash.Of(project, key.Tag, key.Key);
}
