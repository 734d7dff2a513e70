using System.Diagnostics;
using AstRegistry.Code;

namespace AstRegistry;

/// <summary>
/// Gives classes slots of its own, for structures that live and go together: dense, cheap, and worthless outside. What names a class in here
/// is a <see cref="LocalClassId"/> within a session, and a <see cref="LocalClassRef{TBrand}"/> between them. Thread-safe.
/// </summary>
/// <typeparam name="TBrand">Any type: references of stores with different brands do not mix, which the compiler sees to.</typeparam>
[DebuggerDisplay("{Count} classes")]
public sealed class TypeStore<TBrand> : IDisposable
{
    private readonly CodeDatabase? _database;
    private readonly CodeSnapshot? _snapshot;
    private readonly object _clearing = new();
    private StoreGeneration _generation = new(StoreNumbers.Next(), 1);

    /// <summary>Makes an empty store over a database, whose latest snapshot it asks.</summary>
    public TypeStore(CodeDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        _database = database;
    }

    /// <summary>Makes an empty store over one snapshot.</summary>
    public TypeStore(CodeSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        _snapshot = snapshot;
    }

    /// <summary>How many classes the store has taken up.</summary>
    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    public int Count => Generation.Count;

    /// <summary>What the store asks for classes.</summary>
    internal CodeSnapshot Snapshot => _database?.Snapshot ?? _snapshot!;

    private StoreGeneration Generation
    {
        get
        {
            var generation = Volatile.Read(ref _generation);
            ObjectDisposedException.ThrowIf(generation.State == StoreState.Disposed, this);
            return generation;
        }
    }

    /// <summary>Opens a session; end it with <c>using</c>.</summary>
    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    public StoreSession<TBrand> OpenSession() => new(this, new SessionState(Generation));

    /// <summary>Does some work in a session of its own.</summary>
    /// <param name="state">Handed to the work, which then needs to capture nothing.</param>
    /// <param name="work">The work.</param>
    /// <returns>What the work returns, which cannot be an id of the session.</returns>
    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    public TResult Use<TState, TResult>(TState state, StoreFunction<TBrand, TState, TResult> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        using var session = OpenSession();
        return work(session, state);
    }

    /// <summary>A reference to a class, which the store takes up when it is new.</summary>
    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    public LocalClassRef<TBrand> Intern(ClassKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var generation = Generation;
        return new LocalClassRef<TBrand>(generation.Store, generation.Number, generation.Intern(key));
    }

    /// <summary>A reference to a class of the database, which the store takes up when it is new.</summary>
    /// <exception cref="ClassIdException">The id names no class of the database.</exception>
    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    public LocalClassRef<TBrand> Intern(ClassId id) => Intern(Snapshot.KeyOf(id));

    /// <summary>A reference to the class that a type was compiled from, which the store takes up when it is new.</summary>
    /// <exception cref="KeyNotFoundException">The type is not declared in the sources of a project of the database.</exception>
    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    public LocalClassRef<TBrand> Intern<T>()
    {
        var snapshot = Snapshot;
        return Intern(snapshot.KeyOf(snapshot.ClassIdOf<T>()));
    }

    /// <summary>A reference here to a class that another store names: by its key.</summary>
    /// <exception cref="ClassIdException">The reference is a default value, not of the other store, or older than its last clearing.</exception>
    /// <exception cref="ObjectDisposedException">A store was disposed.</exception>
    public LocalClassRef<TBrand> Import<TOther>(TypeStore<TOther> other, LocalClassRef<TOther> reference)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Intern(other.KeyOf(reference));
    }

    /// <summary>The key of a class.</summary>
    /// <exception cref="UninitializedIdException">The reference is a default value.</exception>
    /// <exception cref="ForeignIdException">The reference is of another store.</exception>
    /// <exception cref="StaleIdException">The store was cleared since the reference was given.</exception>
    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    public ClassKey KeyOf(LocalClassRef<TBrand> reference)
    {
        var generation = Generation;
        if (reference.IsNone) throw new UninitializedIdException();
        if (reference.Store != generation.Store) throw new ForeignIdException("The reference was given by another store. Take it across with Import.");
        return reference.Generation == generation.Number ? generation[reference.Slot] : throw new StaleIdException();
    }

    /// <summary>The database's id of a class.</summary>
    /// <exception cref="KeyNotFoundException">The database has no such class, or none any more.</exception>
    /// <inheritdoc cref="KeyOf" path="/exception"/>
    public ClassId IdOf(LocalClassRef<TBrand> reference) => Snapshot.ClassIdOf(KeyOf(reference));

    /// <summary>Empties the store. All references are stale from then on, and so are the open sessions.</summary>
    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    public void Clear() => Begin(static (_, _) => false);

    /// <summary>
    /// Gives slots anew, by the order of the keys, to those classes that the database still has. All references are stale from then on, and
    /// so are the open sessions.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    public void Rebuild() => Begin(static (snapshot, key) => snapshot.TryGetClassId(key, out _));

    /// <summary>Ends the store: whoever uses it, one of its sessions or of its references from then on is told so.</summary>
    public void Dispose()
    {
        lock (_clearing) _ = _generation.End(StoreState.Disposed);
    }

    private void Begin(Func<CodeSnapshot, ClassKey, bool> isKept)
    {
        lock (_clearing)
        {
            var old = Generation;
            var snapshot = Snapshot;
            var next = new StoreGeneration(old.Store, old.Number + 1);
            foreach (var key in old.End(StoreState.Cleared).Where(key => isKept(snapshot, key)).Order()) next.Intern(key);
            Volatile.Write(ref _generation, next);
        }
    }
}

/// <summary>Numbers the stores of the process.</summary>
internal static class StoreNumbers
{
    private static long _last;

    public static long Next() => Interlocked.Increment(ref _last);
}
