namespace AstRegistry.Generators.Settings;

/// <summary>What a project asks for and what its compilation allows, by value: the only thing besides the sources that output depends on.</summary>
/// <param name="ProjectName">The assembly name, which enters every id.</param>
/// <param name="Namespace">The namespace to generate into, valid as written; empty for the global one.</param>
/// <param name="IsPublic">Whether the registry is public.</param>
/// <param name="IsExported">Whether referring projects reach the registry.</param>
/// <param name="Detail">How much to record.</param>
/// <param name="ProjectDirectory">The project's folder with forward slashes and a slash at its end; empty when unknown. Never emitted.</param>
/// <param name="PathRoot">The folder, in the same form, that emitted paths are relative to; empty when paths are not emitted. Never emitted.</param>
/// <param name="LockFile">The path or name of the lock file. Never emitted.</param>
/// <param name="HasNullable">Whether the language version knows nullable reference types.</param>
/// <param name="Notices">A sentence for each property whose value was not understood.</param>
internal sealed record RegistrySettings(
    string ProjectName,
    string Namespace,
    bool IsPublic,
    bool IsExported,
    AstRegistryDetail Detail,
    string ProjectDirectory,
    string PathRoot,
    string LockFile,
    bool HasNullable,
    EquatableArray<string> Notices);
