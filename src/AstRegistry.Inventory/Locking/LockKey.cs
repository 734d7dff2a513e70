namespace AstRegistry.Locking;

/// <summary>What a record of the lock file stands for: a kind and a canonical key, which together are unique in a project.</summary>
/// <param name="Kind">The kind tag with <c>-</c> for spaces: <c>type</c>, <c>method</c>, <c>enum-member</c>, <c>method-definition</c>.</param>
/// <param name="Key">The canonical key.</param>
internal readonly record struct LockKey(string Kind, string Key);
