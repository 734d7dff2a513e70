using System.Diagnostics.CodeAnalysis;

namespace AstRegistry.Snapshots;

internal sealed partial class EntryTable<T>
{
    /// <summary>Makes a changed copy. For one thread.</summary>
    public sealed class Builder
    {
        private const int FewSlots = 64;

        private readonly EntryTable<T> _origin;
        private readonly PersistentVector<Slot>.Builder _slots;
        private readonly Dictionary<string, PersistentMap<EntryId, int>.Builder?> _touched = new(StringComparer.Ordinal);
        private string? _lastTouched;

        internal Builder(EntryTable<T> origin)
        {
            _origin = origin;
            _slots = origin._slots.ToBuilder();
            Count = origin.Count;
        }

        public int Count { get; private set; }

        public bool TryGet(EntryId id, [NotNullWhen(true)] out T? value)
        {
            var slot = SlotOf(id);
            value = slot < 0 ? null : _slots[slot].Value;
            return slot >= 0;
        }

        /// <summary>Puts a value, and returns whether there was none before.</summary>
        public bool Set(EntryId id, T value)
        {
            var slot = SlotOf(id);
            Touch(id.Namespace);
            if (slot >= 0)
            {
                _slots.Set(slot, new(_slots[slot].Key, value));
                return false;
            }

            id.Interned!.SlotHint = _slots.Count;
            Names(id.Namespace).Set(id, _slots.Count);
            _slots.Add(new(id.Interned, value));
            Count++;
            return true;
        }

        public bool Remove(EntryId id)
        {
            var slot = SlotOf(id);
            if (slot < 0) return false;
            Touch(id.Namespace);
            Names(id.Namespace).Remove(id);
            _slots.Set(slot, default);
            Count--;
            return true;
        }

        /// <summary>The copy; namespaces that were touched carry the revision from now on.</summary>
        public EntryTable<T> ToImmutable(long revision)
        {
            if (_slots.Count > FewSlots && _slots.Count > 2 * Count) return Together(revision);
            var namespaces = _origin._namespaces.ToBuilder();
            foreach (var (name, names) in _touched)
            {
                var slots = names?.ToImmutable() ?? (_origin.TryGetNamespace(name, out var table) ? table.Slots : PersistentMap<EntryId, int>.Empty);
                if (slots.Count == 0) namespaces.Remove(name);
                else namespaces.Set(name, new(name, slots, revision));
            }

            return new(_slots.ToImmutable(), namespaces.ToImmutable(), Count, _origin.Guesses);
        }

        /// <summary>The copy without empty slots.</summary>
        private EntryTable<T> Together(long revision)
        {
            var builder = new Builder(Empty);
            for (var i = 0; i < _slots.Count; i++)
            {
                var (key, value) = _slots[i];
                if (key is not null) builder.Set(new(key), value!);
            }

            var namespaces = PersistentMap<string, NamespaceTable>.Empty.ToBuilder();
            foreach (var (name, names) in builder._touched)
            {
                var last = _touched.ContainsKey(name) || !_origin.TryGetNamespace(name, out var table) ? revision : table.Revision;
                namespaces.Set(name, new(name, names!.ToImmutable(), last));
            }

            return new(builder._slots.ToImmutable(), namespaces.ToImmutable(), Count, _origin.Guesses);
        }

        private int SlotOf(EntryId id)
        {
            var interned = id.Interned!;
            var hint = interned.SlotHint;
            if ((uint)hint < (uint)_slots.Count && ReferenceEquals(_slots[hint].Key, interned)) return hint;
            if (_touched.TryGetValue(id.Namespace, out var names) && names is not null) return names.TryGetValue(id, out var slot) ? slot : -1;
            return _origin.SlotOf(id);
        }

        /// <summary>Notes that the namespace changed, without a copy of its names: an update leaves them as they are.</summary>
        private void Touch(string name)
        {
            if (ReferenceEquals(name, _lastTouched)) return;
            _touched.TryAdd(name, null);
            _lastTouched = name;
        }

        private PersistentMap<EntryId, int>.Builder Names(string name) =>
            _touched[name] ??= (_origin.TryGetNamespace(name, out var table) ? table.Slots : PersistentMap<EntryId, int>.Empty).ToBuilder();
    }
}
