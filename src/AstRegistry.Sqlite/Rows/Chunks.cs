namespace AstRegistry.Sqlite;

/// <summary>Cuts bytes into rows and joins them again.</summary>
internal static class Chunks
{
    public delegate void Writer(int chunk, ReadOnlySpan<byte> data);

    /// <summary>Calls with each chunk and its number. Empty data has none.</summary>
    public static void ForEach(ReadOnlyMemory<byte> data, int size, Writer write)
    {
        for (var (chunk, start) = (0, 0); start < data.Length; chunk++, start += size) write(chunk, data.Span.Slice(start, Math.Min(size, data.Length - start)));
    }

    /// <summary>Joins the first column of all rows, or null if they do not have the size that was noted. Nothing larger is allocated than the rows hold.</summary>
    public static byte[]? Join(EngineStatement rows, long size)
    {
        try
        {
            if (size == 0) return rows.Step() ? null : [];
            if (size < 0 || size > Array.MaxLength || !rows.Step()) return null;
            var first = rows.Bytes(0);
            return first.Length == size ? Single(rows, first) : Many(rows, size);
        }
        finally
        {
            rows.Reset();
        }
    }

    private static byte[]? Single(EngineStatement rows, ReadOnlySpan<byte> first)
    {
        var data = first.ToArray();
        return rows.Step() ? null : data;
    }

    private static byte[]? Many(EngineStatement rows, long size)
    {
        using var joined = new MemoryStream();
        do
        {
            joined.Write(rows.Bytes(0));
        }
        while (joined.Length <= size && rows.Step());
        return joined.Length == size ? joined.ToArray() : null;
    }
}
