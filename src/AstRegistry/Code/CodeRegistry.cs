using System.Diagnostics;
using AstRegistry.Code;

namespace AstRegistry;

/// <summary>
/// The modules (types), functions (members) and syntax nodes of one project, as the compiler saw them. Read-only and thread-safe; nothing
/// is decoded before it is asked for.
/// </summary>
/// <remarks>
/// A project that has the package finds its own registry in the generated <c>AppRegistry.Instance</c>. Reading uses no reflection and is
/// safe under trimming and ahead-of-time compilation. A look-up by id or key decodes the one bucket (of 128) that holds the answer;
/// <see cref="Modules"/>, <see cref="Functions"/> and whatever lists the whole project decode all.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
[DebuggerTypeProxy(typeof(DebuggerView))]
public sealed partial class CodeRegistry
{
    private RegistryContents _contents;

    private CodeRegistry(RegistryData data)
    {
        ProjectName = data.ProjectName;
        Detail = data.Detail;
        RequestedDetail = data.RequestedDetail;
        LeftOut = Array.AsReadOnly(data.LeftOut.ToArray());
        _data = data;
        _contents = new RegistryContents(this, data);
    }

    /// <summary>The name of the project's assembly.</summary>
    public string ProjectName { get; }

    /// <summary>How much is recorded.</summary>
    public AstRegistryDetail Detail { get; }

    /// <summary>How much the project asked for; more than <see cref="Detail"/> when the data would not have fitted the assembly.</summary>
    public AstRegistryDetail RequestedDetail { get; }

    /// <summary>What the registry does not hold, and why, a sentence each.</summary>
    public IReadOnlyList<string> LeftOut { get; }

    /// <summary>Whether the registry holds everything that the project asked for.</summary>
    public bool IsComplete => Detail == RequestedDetail && LeftOut.Count == 0;

    /// <summary>All modules, nested ones included, sorted by key.</summary>
    public IReadOnlyList<ModuleRecord> Modules => Contents.Modules;

    /// <summary>All functions, nested ones included, sorted by key. Empty at <see cref="AstRegistryDetail.Types"/>.</summary>
    public IReadOnlyList<FunctionRecord> Functions => Contents.Functions;

    internal BucketStore Buckets => Contents.Buckets;

    private RegistryContents Contents => Volatile.Read(ref _contents);

    /// <summary>Opens the registry over the data that the generator wrote.</summary>
    /// <param name="data">The data of one project.</param>
    /// <exception cref="PackedDataException">The data was written in a form that this version of the library does not read.</exception>
    public static CodeRegistry Create(RegistryData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.FormatVersion == RegistryData.CurrentFormatVersion) return new CodeRegistry(data);
        throw new PackedDataException(FormattableString.Invariant(
            $"The registry of '{data.ProjectName}' has format version {data.FormatVersion}; this library reads version {RegistryData.CurrentFormatVersion}. Use one as new as the generator."));
    }

    /// <summary>Project and detail: <c>Shop (Statements)</c>.</summary>
    public override string ToString() => $"{ProjectName} ({Detail})";

    internal PackedDataException Unreadable(string what, PackedDataException reason) =>
        new($"The registry of '{ProjectName}' cannot be read, {what}: {reason.Message}", reason);

    /// <summary>What a debugger shows: the modules, which lead to everything else.</summary>
    private sealed class DebuggerView(CodeRegistry registry)
    {
        [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
        public ModuleRecord[] Modules => [.. registry.Modules];
    }
}
