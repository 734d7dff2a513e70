namespace AstRegistry.Tool.Projects;

/// <summary>What the lock of a project depends on. A build writes it down, a line a fact; see <see cref="DescriptionFile"/>.</summary>
/// <param name="ProjectPath">The project file.</param>
/// <param name="AssemblyName">The assembly name, which enters ids.</param>
/// <param name="LockPath">The lock file, which need not exist.</param>
/// <param name="SnapshotPath">Where the state that is in step with the lock is kept.</param>
/// <param name="IsSparse">Whether the lock holds only records that say more than a plain hash.</param>
/// <param name="Targets">The target frameworks.</param>
internal sealed record ProjectDescription(
    string ProjectPath, string AssemblyName, string LockPath, string SnapshotPath, bool IsSparse, IReadOnlyList<TargetDescription> Targets)
{
    /// <summary>The folder of the project file.</summary>
    public string Folder => Path.GetDirectoryName(ProjectPath)!;
}

/// <summary>What a project compiles for one target framework.</summary>
/// <param name="Framework">The framework, <c>net8.0</c>.</param>
/// <param name="LanguageVersion">The version of the language as MSBuild has it; empty for the compiler's default.</param>
/// <param name="Symbols">The preprocessor symbols.</param>
/// <param name="Sources">The full paths of the source files.</param>
internal sealed record TargetDescription(string Framework, string LanguageVersion, IReadOnlyList<string> Symbols, IReadOnlyList<string> Sources);
