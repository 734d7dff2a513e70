using System.Diagnostics.CodeAnalysis;
using AstRegistry.Code;

namespace AstRegistry;

/// <summary>
/// A stretch of work on a <see cref="TypeStore{TBrand}"/>, opened by <c>using var session = store.OpenSession();</c>. The ids that it gives
/// cannot leave the scope in which it was opened.
/// </summary>
/// <typeparam name="TBrand">The brand of the store.</typeparam>
public readonly ref struct StoreSession<TBrand>
{
    private readonly TypeStore<TBrand>? _store;

    // The ids hold a reference to this field, and through it the compiler ties them to the scope of the session.
    private readonly SessionState? _state;

    internal StoreSession(TypeStore<TBrand> store, SessionState state)
    {
        _store = store;
        _state = state;
    }

    /// <summary>The id of a class, which the store takes up when it is new.</summary>
    /// <exception cref="ClassIdException">The session is a default value, or its store was cleared.</exception>
    /// <exception cref="ObjectDisposedException">The session or the store was disposed.</exception>
    [UnscopedRef]
    public LocalClassId Intern(ClassKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new LocalClassId(in _state, Open().Intern(key));
    }

    /// <summary>The id of a class of the database, which the store takes up when it is new.</summary>
    /// <exception cref="ClassIdException">The id names no class of the database, the session is a default value, or its store was cleared.</exception>
    /// <exception cref="ObjectDisposedException">The session or the store was disposed.</exception>
    [UnscopedRef]
    public LocalClassId Intern(ClassId id)
    {
        var generation = Open();
        return new LocalClassId(in _state, generation.Intern(_store.Snapshot.KeyOf(id)));
    }

    /// <summary>The id of the class that a type was compiled from, which the store takes up when it is new.</summary>
    /// <exception cref="KeyNotFoundException">The type is not declared in the sources of a project of the database.</exception>
    /// <exception cref="ClassIdException">The session is a default value, or its store was cleared.</exception>
    /// <exception cref="ObjectDisposedException">The session or the store was disposed.</exception>
    [UnscopedRef]
    public LocalClassId Intern<T>()
    {
        var generation = Open();
        var snapshot = _store.Snapshot;
        return new LocalClassId(in _state, generation.Intern(snapshot.KeyOf(snapshot.ClassIdOf<T>())));
    }

    /// <summary>The id of a class that a reference of the same store names.</summary>
    /// <exception cref="ClassIdException">The reference is a default value, of another store, or older than the last clearing.</exception>
    /// <exception cref="ObjectDisposedException">The session or the store was disposed.</exception>
    [UnscopedRef]
    public LocalClassId Resolve(LocalClassRef<TBrand> reference)
    {
        _ = Open();
        _ = _store.KeyOf(reference);
        return new LocalClassId(in _state, reference.Slot);
    }

    /// <summary>The id here of a class that another store's session names: by its key.</summary>
    /// <exception cref="ClassIdException">A session or the id is a default value, the id is not the other session's, or a store was cleared.</exception>
    /// <exception cref="ObjectDisposedException">A session or store was disposed.</exception>
    [UnscopedRef]
    public LocalClassId Import<TOther>(scoped StoreSession<TOther> other, scoped LocalClassId id) => Intern(other.KeyOf(id));

    /// <summary>The key of a class.</summary>
    /// <exception cref="ClassIdException">The session or the id is a default value, the id is of another store, or the store was cleared.</exception>
    /// <exception cref="ObjectDisposedException">The session or the store was disposed.</exception>
    public ClassKey KeyOf(scoped LocalClassId id) => Open()[Check(id)];

    /// <summary>The database's id of a class.</summary>
    /// <exception cref="KeyNotFoundException">The database has no such class, or none any more.</exception>
    /// <inheritdoc cref="KeyOf" path="/exception"/>
    public ClassId IdOf(scoped LocalClassId id)
    {
        var key = KeyOf(id);
        return _store!.Snapshot.ClassIdOf(key);
    }

    /// <summary>A reference that may be kept as long as the store stands.</summary>
    /// <inheritdoc cref="KeyOf" path="/exception"/>
    public LocalClassRef<TBrand> RefOf(scoped LocalClassId id)
    {
        var generation = Open();
        return new LocalClassRef<TBrand>(generation.Store, generation.Number, Check(id));
    }

    /// <summary>Ends the session, and with it every copy. May be called again.</summary>
    public void Dispose() => _state?.Close();

    [MemberNotNull(nameof(_store), nameof(_state))]
    private StoreGeneration Open()
    {
        if (_store is null || _state is null) throw new UninitializedIdException("The session is a default value: a store opens one with OpenSession.");
        _state.Check();
        return _state.Generation;
    }

    /// <summary>The slot of an id of this store.</summary>
    private int Check(scoped LocalClassId id)
    {
        if (id.Session is not { } session) throw new UninitializedIdException();
        if (!ReferenceEquals(session.Generation, _state!.Generation))
        {
            throw session.Generation.Store == _state.Generation.Store
                ? new StaleIdException()
                : new ForeignIdException("The id was given by a session of another store. Take it across with Import.");
        }

        return id.Slot;
    }
}
