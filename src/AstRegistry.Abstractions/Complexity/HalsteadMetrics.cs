using System.Diagnostics;

namespace AstRegistry;

/// <summary>
/// Halstead's measures of a function, from the operators and operands it is written with.
/// </summary>
/// <remarks>
/// <para>M. H. Halstead, "Elements of Software Science", 1977.</para>
/// <para>Operands are identifiers, literals, <c>this</c>, <c>base</c>, <c>true</c>, <c>false</c>, <c>null</c> and the keywords of predefined
/// types. Operators are all other keywords and all punctuation, a pair of brackets being one operator. Operators are the same when their kind
/// is, operands when their kind and text are. The whole declaration counts, signature and attributes included.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly record struct HalsteadMetrics
{
    /// <summary>Stroud's number: the elementary mental discriminations that a person makes in a second.</summary>
    private const double StroudNumber = 18;

    /// <summary>The volume of code that holds one bug.</summary>
    private const double VolumePerBug = 3000;

    internal HalsteadMetrics(int distinctOperators, int distinctOperands, int operators, int operands)
    {
        DistinctOperators = distinctOperators;
        DistinctOperands = distinctOperands;
        Operators = operators;
        Operands = operands;
    }

    /// <summary>n₁, the number of different operators.</summary>
    public int DistinctOperators { get; }

    /// <summary>n₂, the number of different operands.</summary>
    public int DistinctOperands { get; }

    /// <summary>N₁, the number of all operators.</summary>
    public int Operators { get; }

    /// <summary>N₂, the number of all operands.</summary>
    public int Operands { get; }

    /// <summary>n = n₁ + n₂.</summary>
    public int Vocabulary => DistinctOperators + DistinctOperands;

    /// <summary>N = N₁ + N₂.</summary>
    public int Length => Operators + Operands;

    /// <summary>V = N · log₂ n, in bits; 0 for a vocabulary of at most one token.</summary>
    public double Volume => Vocabulary <= 1 ? 0 : Length * (Math.Log(Vocabulary) / Math.Log(2));

    /// <summary>D = n₁ / 2 · N₂ / n₂; 0 without operands.</summary>
    public double Difficulty => DistinctOperands == 0 ? 0 : DistinctOperators / 2.0 * Operands / DistinctOperands;

    /// <summary>E = D · V, in elementary mental discriminations.</summary>
    public double Effort => Difficulty * Volume;

    /// <summary>T = E / 18: the time to write it, in seconds.</summary>
    public double TimeInSeconds => Effort / StroudNumber;

    /// <summary>B = V / 3000: the bugs to expect on delivery.</summary>
    public double Bugs => Volume / VolumePerBug;

    /// <summary>For people, not for parsing: <c>vocabulary 12, length 30, volume 107.5, difficulty 4.5</c>.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"vocabulary {Vocabulary}, length {Length}, volume {Volume:0.0}, difficulty {Difficulty:0.0}");
}
