namespace AstRegistry.Packing;

/// <summary>
/// The one operation in which writing and reading differ. Everything above it is a single walk in the form <c>v = Code(…, v)</c>:
/// a writer passes the value through, a reader ignores the argument and returns what was written.
/// </summary>
internal interface IBitCoder
{
    /// <summary>Whether values come out of the coder; a constant per implementation, so that the compiler drops the other branch.</summary>
    bool IsReading { get; }

    /// <summary>Codes one bit.</summary>
    /// <param name="bit">The bit to write; ignored by a reader.</param>
    /// <param name="probability">How likely a 1 is, in 65536ths, from 1 to 65535.</param>
    int Code(int bit, uint probability);

    /// <summary>Codes up to 16 bits that nothing is known of.</summary>
    uint CodeRaw(uint value, int bits);
}
