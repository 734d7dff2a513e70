namespace AstRegistry.Code;

/// <summary>What the copies of one session share: the generation it was opened on, and whether it was closed.</summary>
internal sealed class SessionState(StoreGeneration generation)
{
    private volatile bool _isClosed;

    public StoreGeneration Generation => generation;

    public void Close() => _isClosed = true;

    /// <summary>Refuses to go on once the session was closed or the generation has ended.</summary>
    public void Check()
    {
        ObjectDisposedException.ThrowIf(_isClosed, typeof(StoreSession<>));
        generation.Check();
    }
}
