using AstRegistry.Snapshots;
using AstRegistry.Versions;

namespace AstRegistry;

public sealed partial class VersionTree
{
    /// <summary>Makes a changed copy. For one thread.</summary>
    private sealed class Builder(PersistentMap<long, Place> places, PersistentMap<long, VersionNode> heads)
    {
        private readonly PersistentMap<long, Place>.Builder _places = places.ToBuilder();
        private readonly PersistentMap<long, VersionNode>.Builder _heads = heads.ToBuilder();

        public void AddRoot(RegistryVersion version) => Put(version, null);

        public void Add(RegistryVersion version)
        {
            ArgumentNullException.ThrowIfNull(version);
            if (version.Revision <= version.Parent) throw new ArgumentException(FormattableString.Invariant($"Version {version.Revision} does not come after its parent {version.Parent}."), nameof(version));
            if (!_places.TryGetValue(version.Parent, out var parent))
            {
                throw new UnknownVersionException(version.Parent, FormattableString.Invariant($"Version {version.Revision} has the parent {version.Parent}, which is not there: parents are added first."));
            }

            var node = Put(version, parent.Node);
            _places.Set(version.Parent, parent with { Children = new(node, parent.Children) });
            _heads.Remove(version.Parent);
        }

        public VersionTree ToImmutable() => new(_places.ToImmutable(), _heads.ToImmutable());

        private VersionNode Put(RegistryVersion version, VersionNode? parent)
        {
            ArgumentNullException.ThrowIfNull(version);
            if (_places.TryGetValue(version.Revision, out _)) throw new ArgumentException(FormattableString.Invariant($"Version {version.Revision} is there already."), nameof(version));
            var node = new VersionNode(version, parent);
            _places.Set(version.Revision, new(node, null));
            _heads.Set(version.Revision, node);
            return node;
        }
    }
}
