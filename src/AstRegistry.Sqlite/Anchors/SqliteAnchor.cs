using Microsoft.Win32.SafeHandles;

namespace AstRegistry.Sqlite;

/// <summary>
/// The file beside the database that says up to where each registry was acknowledged, so that a database that was set back is noticed.
/// </summary>
/// <remarks>
/// A header, then a record for each registry. A record is made, and waited for on the disk, before the first change of a registry is durable;
/// after that it is overwritten in place, without a wait for the disk of its own, after each change is durable and before it is acknowledged.
/// What the process wrote survives its end; after a loss of power the anchor may be a little behind the database, never ahead of it.
/// </remarks>
internal sealed class SqliteAnchor : IDisposable
{
    // So many writes may be on their way to the disk at most.
    private const int MaxUnsynced = 256;

    private readonly Dictionary<ChainHash, AnchorRecord> _records = [];
    private readonly Dictionary<string, AnchorEntry> _noted = new(StringComparer.Ordinal);
    private readonly byte[] _slot = new byte[AnchorSlot.Size];
    private SafeFileHandle _file;
    private bool _isLost;
    private long _length = AnchorHeader.Size;
    private int _unsynced;

    private SqliteAnchor(string path, SafeFileHandle file)
    {
        Path = path;
        _file = file;
    }

    public string Path { get; }

    public static string PathFor(string database) => database + ".anchor";

    /// <summary>Goes on with the file that was read.</summary>
    public static SqliteAnchor Open(string path, AnchorContents contents)
    {
        var anchor = new SqliteAnchor(path, OpenFile(path));
        foreach (var record in contents.Records) anchor.Add(record);
        return anchor;
    }

    /// <summary>Makes a new file of these heads; one that is there is replaced once the new one is on the disk.</summary>
    public static SqliteAnchor Create(string path, IReadOnlyDictionary<string, HistoryHead> heads)
    {
        var fresh = path + ".new";
        using (var anchor = new SqliteAnchor(fresh, File.OpenHandle(fresh, FileMode.Create, FileAccess.ReadWrite, FileShare.Read)))
        {
            var header = new byte[AnchorHeader.Size];
            AnchorHeader.Write(header);
            RandomAccess.Write(anchor._file, header, 0);
            foreach (var (registry, head) in heads) anchor.Append(registry, new(registry, head.Revision, head.Epoch, head.Hash));
        }

        File.Move(fresh, path, overwrite: true);
        return Open(path, AnchorContents.Read(path));
    }

    /// <summary>Makes a record for a registry that has none, and waits until it is on the disk.</summary>
    /// <exception cref="IOException">There is no room.</exception>
    public void Reserve(string registry)
    {
        if (_records.ContainsKey(AnchorSlot.KeyOf(registry))) return;
        Try(() =>
        {
            Append(registry, new(registry, 0, 0, ChainHash.Zero));
            Flush();
        });
    }

    /// <summary>Takes a head to be written.</summary>
    public void Note(string registry, in HistoryHead head) => _noted[registry] = new(registry, head.Revision, head.Epoch, head.Hash);

    /// <summary>Writes what was noted. What cannot be written stays noted.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write()
    {
        if (_noted.Count > 0) Try(WriteNoted);
    }

    /// <summary>Goes on with another handle of the file.</summary>
    public void Attach(SafeFileHandle file)
    {
        _file.Dispose();
        _file = file;
        _isLost = false;
    }

    public void Dispose()
    {
        try
        {
            if (_unsynced > 0 && !_isLost) Flush();
        }
        finally
        {
            _file.Dispose();
        }
    }

    private static SafeFileHandle OpenFile(string path) => File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);

    /// <summary>After a failure the file is opened again: on a volume that came back, the old handle would never work again.</summary>
    private void Try(Action write)
    {
        if (_isLost) Attach(OpenFile(Path));
        _isLost = true;
        write();
        _isLost = false;
    }

    private void WriteNoted()
    {
        foreach (var (registry, entry) in _noted)
        {
            var place = _records[AnchorSlot.KeyOf(registry)].Put(entry, _slot);
            RandomAccess.Write(_file, _slot, place);
            _noted.Remove(registry);
            _unsynced++;
        }

        if (_unsynced >= MaxUnsynced) Flush();
    }

    private void Append(string registry, in AnchorEntry entry)
    {
        var record = new AnchorRecord(_length, -1, AnchorSlot.KeyOf(registry), entry);
        var both = new byte[AnchorRecord.Size];
        _ = record.Put(entry, both);
        RandomAccess.Write(_file, both, _length);
        _unsynced++;
        Add(record);
    }

    private void Add(AnchorRecord record)
    {
        _records[record.Key] = record;
        _length = Math.Max(_length, record.Place + AnchorRecord.Size);
    }

    private void Flush()
    {
        RandomAccess.FlushToDisk(_file);
        _unsynced = 0;
    }
}
