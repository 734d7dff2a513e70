namespace AstRegistry.Storage.Conformance.Broken;

/// <summary>A way to break a history, and the promise that it breaks.</summary>
/// <param name="Name">What it does wrong.</param>
/// <param name="Promise">The name of a promise that catches it; it may break others too.</param>
/// <param name="Break">Breaks a history that was opened.</param>
public sealed record BrokenHistory(string Name, string Promise, Func<IRegistryHistory, IRegistryHistory> Break);
