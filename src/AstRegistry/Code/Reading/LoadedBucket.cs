using System.Numerics;
using AstRegistry.Packing;

namespace AstRegistry.Code;

/// <summary>The decoded declarations of a bucket's files, with an open-addressing table from ids to rows.</summary>
internal sealed class LoadedBucket
{
    private readonly Slot[] _slots;

    /// <summary>Decodes the declarations of a bucket; of an absent one there are none.</summary>
    public LoadedBucket(CodeRegistry registry, int bucket, BucketReader? reader)
    {
        Files = reader is null ? [] : new LoadedFile[reader.FileCount];
        for (var i = 0; i < Files.Length; i++) Files[i] = new LoadedFile(registry, reader!, bucket, i);
        _slots = new Slot[BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, Files.Sum(static file => file.TypeIds.Length + file.MemberIds.Length) * 2))];
        foreach (var file in Files) Add(file);
    }

    public LoadedFile[] Files { get; }

    /// <summary>Finds the next row with the id. A probe starts at 0.</summary>
    public bool Next(ulong id, bool types, ref int probe, out RowReference match)
    {
        while (true)
        {
            // Ids are leading bits of SHA-256: any of their bits are a hash.
            ref var slot = ref _slots[((int)id + probe) & (_slots.Length - 1)];
            if (slot.File is null)
            {
                match = default;
                return false;
            }

            probe++;
            if (slot.Id != id || slot.IsType != types) continue;
            match = new RowReference(slot.File, slot.Row);
            return true;
        }
    }

    private void Add(LoadedFile file)
    {
        for (var row = 0; row < file.TypeIds.Length; row++) Add(new Slot(file, file.TypeIds[row], row, true));
        for (var row = 0; row < file.MemberIds.Length; row++)
        {
            if (!file.MemberIds[row].IsNode) Add(new Slot(file, file.MemberIds[row].Member, row, false));
        }
    }

    private void Add(Slot entry)
    {
        // Rows with the same id take successive slots, so that they are found in document order.
        var slot = (int)entry.Id & (_slots.Length - 1);
        while (_slots[slot].File is not null) slot = (slot + 1) & (_slots.Length - 1);
        _slots[slot] = entry;
    }

    private readonly record struct Slot(LoadedFile? File, ulong Id, int Row, bool IsType);
}
