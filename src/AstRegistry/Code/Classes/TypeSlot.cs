namespace AstRegistry.Code;

/// <summary>Numbers the types that were ever asked for by a type argument, so that a snapshot finds what it knows of each in an array.</summary>
internal static class TypeSlots
{
    private static int _last = -1;

    /// <summary>The next number of the process.</summary>
    public static int Next() => Interlocked.Increment(ref _last);
}

/// <summary>The number of one type. The compiler of machine code takes it for a constant.</summary>
internal static class TypeSlot<T>
{
    public static readonly int Index = TypeSlots.Next();
}
