namespace AstRegistry.FieldStudy;

/// <summary>Runs work on two threads whose stacks are large enough for the study's plain recursion over syntax.</summary>
internal static class BigStack
{
    private const int Threads = 2;
    private const int StackSize = 256 << 20;

    /// <summary>Gives each thread a result of its own and joins them in the order of the threads.</summary>
    public static void ForEach<TItem, TResult>(IReadOnlyList<TItem> items, Func<TResult> create, Action<TResult, TItem> work, Action<TResult> join)
    {
        var next = -1;
        Exception? failure = null;
        var results = Enumerable.Range(0, Threads).Select(_ => create()).ToArray();
        var threads = Array.ConvertAll(results, result => new Thread(() =>
        {
            try
            {
                for (int i; (i = Interlocked.Increment(ref next)) < items.Count && failure is null;) work(result, items[i]);
            }
            catch (Exception e)
            {
                failure = e;
            }
        }, StackSize));
        Array.ForEach(threads, t => t.Start());
        Array.ForEach(threads, t => t.Join());
        if (failure is not null) throw new InvalidOperationException("The work failed.", failure);
        Array.ForEach(results, join);
    }
}
