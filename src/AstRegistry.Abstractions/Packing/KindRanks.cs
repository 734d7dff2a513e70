namespace AstRegistry.Packing;

/// <summary>
/// Syntax kinds by how often they occur, so that common ones are small numbers. A kind without a rank, of a later C#, is its number
/// beyond the first of the syntax kinds, put behind all ranks.
/// </summary>
internal static class KindRanks
{
    private const int Unranked = 300;
    private const int FirstKind = 8192;
    private static readonly ushort[] Kinds = [(ushort)SyntaxNodeKind.IdentifierName];
    private static readonly short[] Ranks = MakeRanks();

    public static uint RankOf(int kind)
    {
        var index = kind - FirstKind;
        var rank = (uint)index < (uint)Ranks.Length ? Ranks[index] : -1;
        return rank >= 0 ? (uint)rank : Unranked + (uint)(ushort)index;
    }

    public static int KindOf(uint rank) => rank < Kinds.Length ? Kinds[rank] : (ushort)(rank - Unranked + FirstKind);

    private static short[] MakeRanks()
    {
        var ranks = new short[1024];
        for (var i = 0; i < ranks.Length; i++) ranks[i] = -1;
        for (var i = 0; i < Kinds.Length; i++) ranks[Kinds[i] - FirstKind] = (short)i;
        return ranks;
    }
}
