namespace AstRegistry.Sqlite;

/// <summary>
/// A file beside the database that takes up room and holds nothing. Even what makes room has to be logged first: on a full disk compaction gives this
/// file away, so that it always works.
/// </summary>
internal sealed class SqliteReserve(string database)
{
    // As much as the log has before it is moved into the database: 1,000 pages.
    private const int Size = 4 << 20;
    private const int Piece = 1 << 16;

    private readonly string _path = PathFor(database);

    public static string PathFor(string database) => database + ".reserve";

    /// <summary>Takes the room, if it is not taken yet and there is any.</summary>
    public void Take()
    {
        try
        {
            if (new FileInfo(_path) is { Exists: true, Length: Size }) return;
            using var file = File.OpenHandle(_path, FileMode.Create, FileAccess.Write);

            // Nothing that a file system could store in less room.
            var piece = new byte[Piece];
            for (var place = 0; place < Size; place += Piece)
            {
                Random.Shared.NextBytes(piece);
                RandomAccess.Write(file, piece, place);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Without room there is no reserve; the next opening or compaction tries again.
            Give();
        }
    }

    /// <summary>Gives the room to whoever needs it.</summary>
    public void Give()
    {
        try
        {
            File.Delete(_path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Then there is no more room than before.
        }
    }
}
