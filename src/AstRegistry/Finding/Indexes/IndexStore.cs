using System.Runtime.CompilerServices;
using AstRegistry.Snapshots;

namespace AstRegistry.Finding;

/// <summary>
/// Finds the indexes to use for a table: those of the nearest base. A commit leaves the base as it is; when so much differs, or so many queries have
/// paid for the difference, that new indexes would have cost less, the next base is made beside the old one and takes its place.
/// </summary>
internal sealed class IndexStore(FinderOptions options)
{
    private const int MaxBases = 2;
    private const int FewChanges = 256;
    private const int FewChangesOfUnrelated = 4096;
    private const int ChangesDivisor = 16;
    private const int UnrelatedDivisor = 2;

    // To sort and split a value costs about as much as to look at so many changed entries.
    private const int DebtPerSlot = 32;

    private readonly ConditionalWeakTable<EntryTable<RegistryEntry>, IndexView> _views = new();
    private readonly object _changing = new();
    private IndexView? _latest;
    private IndexBase[] _bases = [];
    private int _isSucceeding;

    /// <summary>The bases, the newest first.</summary>
    public IReadOnlyList<IndexBase> Bases => Volatile.Read(ref _bases);

    public IndexView ViewOf(EntryTable<RegistryEntry> table)
    {
        var latest = Volatile.Read(ref _latest);
        if (latest is null || !ReferenceEquals(latest.Table, table))
        {
            latest = _views.GetValue(table, MakeView);
            Volatile.Write(ref _latest, latest);
        }

        return latest.Changed.Length == 0 ? latest : Looked(latest);
    }

    private static int FewOf(IndexBase @base) => Math.Max(FewChanges, @base.Table.SlotCount / ChangesDivisor);

    /// <summary>Counts what looking at the changed slots costs.</summary>
    private IndexView Looked(IndexView view)
    {
        view.Base.Debt += view.Changed.Length;
        if (view.Changed.Length <= FewOf(view.Base) && view.Base.Debt <= (long)DebtPerSlot * view.Base.Table.SlotCount) return view;

        // Another base may have taken the place of the view's own.
        return Array.IndexOf(Volatile.Read(ref _bases), view.Base) >= 0 ? Succeed(view) : Replace(MakeViewOfBases(view.Table, view.Token));
    }

    private IndexView Succeed(IndexView view)
    {
        if (Interlocked.CompareExchange(ref _isSucceeding, 1, 0) != 0) return view;
        if (!options.IndexInBackground) return MakeSuccessor(view);
        ThreadPool.UnsafeQueueUserWorkItem(static work => work.Self.MakeSuccessor(work.view), (Self: this, view), preferLocal: false);
        return view;
    }

    private IndexView MakeSuccessor(IndexView view)
    {
        try
        {
            var successor = new IndexBase(view.Table, options);
            successor.MakeAsIn(view.Base);
            lock (_changing) Volatile.Write(ref _bases, [successor, .. _bases.Where(known => known != view.Base).Take(MaxBases - 1)]);
            return Replace(new(view.Table, successor, [], view.Token));
        }
        finally
        {
            Volatile.Write(ref _isSucceeding, 0);
        }
    }

    private IndexView Replace(IndexView view)
    {
        _views.AddOrUpdate(view.Table, view);
        var latest = Volatile.Read(ref _latest);
        if (latest is not null && ReferenceEquals(latest.Table, view.Table)) Interlocked.CompareExchange(ref _latest, view, latest);
        return view;
    }

    private IndexView MakeView(EntryTable<RegistryEntry> table)
    {
        var token = new object();
        return ViewFromLatest(table, token) ?? MakeViewOfBases(table, token);
    }

    private IndexView MakeViewOfBases(EntryTable<RegistryEntry> table, object token)
    {
        foreach (var known in Volatile.Read(ref _bases))
        {
            if (ViewFrom(known, table, token) is { } view) return view;
        }

        lock (_changing)
        {
            // Another thread may have made the base meanwhile.
            if (_bases is [var first, ..] && ReferenceEquals(first.Table, table)) return new(table, first, [], token);
            var made = new IndexBase(table, options);
            Volatile.Write(ref _bases, [made, .. _bases.Take(MaxBases - 1)]);
            return new(table, made, [], token);
        }
    }

    /// <summary>Most tables differ little from the one that was looked at last. What differed there may be alike by now, which does no harm.</summary>
    private IndexView? ViewFromLatest(EntryTable<RegistryEntry> table, object token)
    {
        if (Volatile.Read(ref _latest) is not { } latest || !EntryTable<RegistryEntry>.TryListChanges(latest.Table, table, FewChangesOfUnrelated, out var since)) return null;
        var changed = Merge(latest.Changed, since);
        return changed.Length <= MaxChangesOf(latest.Base) ? new(table, latest.Base, changed, token) : null;
    }

    /// <summary>The numbers of two ascending lists, each once.</summary>
    private static int[] Merge(int[] left, int[] right)
    {
        if (left.Length == 0) return right;
        var merged = new int[left.Length + right.Length];
        int count = 0, i = 0, j = 0;
        while (i < left.Length || j < right.Length)
        {
            var (first, second) = (i < left.Length ? left[i] : int.MaxValue, j < right.Length ? right[j] : int.MaxValue);
            merged[count++] = Math.Min(first, second);
            if (first <= second) i++;
            if (second <= first) j++;
        }

        return merged[..count];
    }

    private static int MaxChangesOf(IndexBase @base) => Math.Max(FewChangesOfUnrelated, @base.Table.SlotCount / UnrelatedDivisor);

    private static IndexView? ViewFrom(IndexBase @base, EntryTable<RegistryEntry> table, object token) =>
        EntryTable<RegistryEntry>.TryListChanges(@base.Table, table, MaxChangesOf(@base), out var changed) ? new(table, @base, changed, token) : null;
}
