namespace AstRegistry.Packing;

/// <summary>
/// All that is learned while a file is coded: probabilities, texts, and what was last seen in a context. Every file starts from the same
/// model, that of the <see cref="Primer"/>.
/// </summary>
internal sealed class PackingModel
{
    private const int PredictionBits = 13;
    private const int DigestPredictionBits = 8;

    /// <summary>The slots of the probabilities; see <see cref="AdaptiveCoder{TBits}"/>.</summary>
    public readonly uint[] Slots = new uint[PackedFormat.Slots];

    /// <summary>The texts seen.</summary>
    public readonly SymbolTable Symbols = new();

    /// <summary>The digests seen.</summary>
    public readonly DigestTable Digests = new();

    private readonly int[] _predictions = new int[1 << PredictionBits];
    private readonly int[] _digestPredictions = new int[1 << DigestPredictionBits];

    /// <summary>The symbol last seen in a context and how often it was seen in a row; see <see cref="FileTableWalker{TBits}"/>.</summary>
    public ref int Prediction(uint context) => ref _predictions[(context * 0x9E3779B1) >> (32 - PredictionBits)];

    /// <summary>One more than the index of the digest last seen in a context, or 0.</summary>
    public ref int DigestPrediction(uint context) => ref _digestPredictions[(context * 0x9E3779B1) >> (32 - DigestPredictionBits)];

    /// <summary>Becomes a copy of a model. Cheap when it was a copy of the same model before.</summary>
    public void CopyFrom(PackingModel other)
    {
        Buffer.BlockCopy(other.Slots, 0, Slots, 0, Slots.Length * sizeof(uint));
        Buffer.BlockCopy(other._predictions, 0, _predictions, 0, _predictions.Length * sizeof(int));
        Buffer.BlockCopy(other._digestPredictions, 0, _digestPredictions, 0, _digestPredictions.Length * sizeof(int));
        Symbols.CopyFrom(other.Symbols);
        Digests.CopyFrom(other.Digests);
    }
}
