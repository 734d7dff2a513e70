using System.Collections.Concurrent;
using AstRegistry.Snapshots;

namespace AstRegistry.Finding;

/// <summary>The indexes of one table. Other tables that share most of it use them as well and look at what differs (<see cref="IndexView"/>).</summary>
internal sealed class IndexBase(EntryTable<RegistryEntry> table, FinderOptions options)
{
    private const int RootCount = 4;
    private const int TrackedPerIndexed = 4;

    private readonly FieldIndex?[] _roots = new FieldIndex?[RootCount];
    private readonly ConcurrentDictionary<FinderField, FieldIndex> _paths = new();
    private readonly object _making = new();
    private long _clock;

    public EntryTable<RegistryEntry> Table => table;

    /// <summary>How many changed entries queries have looked at beside the indexes.</summary>
    public long Debt;

    /// <summary>The indexes that have been made.</summary>
    public IEnumerable<FieldIndex> Built => _roots.Concat(_paths.Values).Where(static index => index is { IsBuilt: true })!;

    public long Bytes => Built.Sum(static index => index.Bytes);

    /// <summary>The index of a field, with what has been made of it so far.</summary>
    public FieldIndex Of(FinderField field)
    {
        var index = !field.IsMeta ? Volatile.Read(ref _roots[(int)field.Root]) ?? MakeRoot(field)
            : _paths.TryGetValue(field, out var known) ? known
            : Track(field);
        index.LastUse = ++_clock;
        return index;
    }

    /// <summary>Whether a part of an index is there. One that is asked for often enough is made, at once or in the background.</summary>
    public bool Request(FieldIndex index, IndexPart part)
    {
        if (index.Has(part)) return true;
        if (index.Field.IsMeta && options.MaxIndexedPaths == 0) return false;
        if (index.Count(part) < options.IndexAfter || !index.TryBegin(part)) return false;
        if (options.IndexInBackground) ThreadPool.UnsafeQueueUserWorkItem(static work => work.Self.Make(work.index, work.part), (Self: this, index, part), preferLocal: false);
        else Make(index, part);
        return index.Has(part);
    }

    /// <summary>Makes all that another base has.</summary>
    public void MakeAsIn(IndexBase other)
    {
        foreach (var index in other.Built)
        {
            var own = Of(index.Field);
            foreach (var part in index.Parts)
            {
                if (own.TryBegin(part)) Make(own, part);
            }
        }
    }

    private FieldIndex MakeRoot(FinderField field)
    {
        var made = new FieldIndex(table, field);
        return Interlocked.CompareExchange(ref _roots[(int)field.Root], made, null) ?? made;
    }

    private void Make(FieldIndex index, IndexPart part)
    {
        index.Build(part, options.MaxIndexBytes);
        lock (_making)
        {
            while (_paths.Values.Count(static path => path.IsBuilt) > options.MaxIndexedPaths && Drop(index, static path => path.Field.IsMeta)) continue;
            while (Bytes > options.MaxIndexBytes && Drop(index, static _ => true)) continue;
        }
    }

    /// <summary>Takes away the least recently used index but for one.</summary>
    private bool Drop(FieldIndex kept, Func<FieldIndex, bool> may)
    {
        var oldest = Built.Where(index => index != kept && may(index)).MinBy(static index => index.LastUse);
        if (oldest is null) return false;
        if (oldest.Field.IsMeta) _paths.TryRemove(oldest.Field, out _);
        else Volatile.Write(ref _roots[(int)oldest.Field.Root], null);
        return true;
    }

    /// <summary>Begins to count the uses of a path. So that paths from outside cannot fill the memory, those that have no index make room.</summary>
    private FieldIndex Track(FinderField field)
    {
        lock (_making)
        {
            if (_paths.Count >= TrackedPerIndexed * (options.MaxIndexedPaths + 1) && _paths.Values.Where(static path => !path.IsBuilt).MinBy(static path => path.LastUse) is { } oldest)
            {
                _paths.TryRemove(oldest.Field, out _);
            }

            return _paths.GetOrAdd(field, static (key, table) => new(table, key), table);
        }
    }
}
