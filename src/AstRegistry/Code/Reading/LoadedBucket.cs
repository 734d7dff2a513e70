using System.Numerics;
using AstRegistry.Packing;

namespace AstRegistry.Code;

/// <summary>The decoded declarations of a bucket's files, with an open-addressing table from ids to rows.</summary>
internal sealed class LoadedBucket
{
    private readonly Entry[] _entries;
    private readonly int[] _slots;

    /// <summary>Decodes the declarations of a bucket; of an absent one there are none.</summary>
    public LoadedBucket(CodeRegistry registry, int bucket, BucketReader? reader)
    {
        Files = reader is null ? [] : new LoadedFile[reader.FileCount];
        for (var i = 0; i < Files.Length; i++) Files[i] = new LoadedFile(registry, reader!, bucket, i);
        _entries = ListEntries(Files);
        _slots = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, _entries.Length * 2))];
        for (var entry = 0; entry < _entries.Length; entry++)
        {
            // Rows with the same id take successive slots, so that they are found in document order.
            var slot = (int)_entries[entry].Id & (_slots.Length - 1);
            while (_slots[slot] != 0) slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = entry + 1;
        }
    }

    public LoadedFile[] Files { get; }

    /// <summary>Finds the next row with the id. A probe starts at 0.</summary>
    public bool Next(ulong id, bool types, ref int probe, out RowReference match)
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
            if (found.Id != id || found.IsType != types) continue;
            match = new RowReference(Files[found.File], found.Row);
            return true;
        }
    }

    private static Entry[] ListEntries(LoadedFile[] files)
    {
        var entries = new List<Entry>();
        for (var file = 0; file < files.Length; file++)
        {
            var loaded = files[file];
            for (var row = 0; row < loaded.TypeIds.Length; row++) entries.Add(new Entry(loaded.TypeIds[row], file, row, true));
            for (var row = 0; row < loaded.MemberIds.Length; row++)
            {
                if (!loaded.MemberIds[row].IsNode) entries.Add(new Entry(loaded.MemberIds[row].Member, file, row, false));
            }
        }

        return [.. entries];
    }

    private readonly record struct Entry(ulong Id, int File, int Row, bool IsType);
}
