using System.Numerics;

namespace AstRegistry.Code;

/// <summary>An open-addressing table from ids to the rows of a bucket's files. Several rows may have one id.</summary>
internal sealed class RowIndex
{
    private readonly LoadedFile[] _files;
    private readonly Entry[] _entries;
    private readonly int[] _slots;

    private RowIndex(LoadedFile[] files, List<Entry> entries)
    {
        _files = files;
        _entries = [.. entries];
        _slots = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, _entries.Length * 2))];
        for (var entry = 0; entry < _entries.Length; entry++)
        {
            // Rows with the same id take successive slots, so that they are found in document order.
            var slot = (int)_entries[entry].Id & (_slots.Length - 1);
            while (_slots[slot] != 0) slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = entry + 1;
        }
    }

    public static RowIndex OfTypes(LoadedFile[] files)
    {
        var entries = new List<Entry>();
        for (var file = 0; file < files.Length; file++)
        {
            var ids = files[file].TypeIds;
            for (var row = 0; row < ids.Length; row++) entries.Add(new Entry(ids[row], file, row));
        }

        return new RowIndex(files, entries);
    }

    /// <summary>The members that are not nested in one another.</summary>
    public static RowIndex OfMembers(LoadedFile[] files)
    {
        var entries = new List<Entry>();
        for (var file = 0; file < files.Length; file++)
        {
            var ids = files[file].MemberIds;
            for (var row = 0; row < ids.Length; row++)
            {
                if (!ids[row].IsNode) entries.Add(new Entry(ids[row].Member, file, row));
            }
        }

        return new RowIndex(files, entries);
    }

    /// <summary>Finds the next row with the id. A probe starts at 0.</summary>
    public bool Next(ulong id, ref int probe, out RowReference match)
    {
        while (true)
        {
            // Ids are leading bits of SHA-256: any of their bits are a hash.
            var entry = _slots[((int)id + probe++) & (_slots.Length - 1)];
            if (entry == 0)
            {
                probe--;
                match = default;
                return false;
            }

            ref var found = ref _entries[entry - 1];
            if (found.Id != id) continue;
            match = new RowReference(_files[found.File], found.Row);
            return true;
        }
    }

    private readonly record struct Entry(ulong Id, int File, int Row);
}
