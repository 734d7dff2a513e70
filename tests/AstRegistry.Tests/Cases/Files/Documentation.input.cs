/// <summary>A cart. See <see cref="Add(int)"/>.</summary>
class Cart
{
    /// <summary>Adds <paramref name="x"/>.</summary>
    void Add(int x) { } // trailing
}
