using System.Diagnostics.CodeAnalysis;

namespace AstRegistry.Registry;

/// <summary>Which version each commit made, so that a repeated one is recognized. For the writer.</summary>
internal sealed class CommitIds
{
    private Dictionary<Guid, RegistryVersion> _versions = [];

    public void Add(RegistryVersion version) => _versions[version.CommitId] = version;

    /// <summary>Begins anew, with the versions that are left.</summary>
    public void Reset(IEnumerable<RegistryVersion> versions)
    {
        _versions = [];
        foreach (var version in versions) Add(version);
    }

    public bool TryGet(Guid commitId, [NotNullWhen(true)] out RegistryVersion? version) => _versions.TryGetValue(commitId, out version);
}
