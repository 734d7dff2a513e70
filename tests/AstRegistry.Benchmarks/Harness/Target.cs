using System.Globalization;

namespace AstRegistry.Benchmarks.Harness;

/// <summary>What a figure has to reach.</summary>
/// <param name="Sign">How the figure compares with the limit: ≤, ≥ or =; empty for a figure that is only reported.</param>
/// <param name="Limit">The limit, in the unit.</param>
/// <param name="Unit">The unit of figure and limit; × for a ratio.</param>
internal sealed record Target(string Sign, double Limit, string Unit)
{
    /// <summary>At most this many times the baseline.</summary>
    public static Target AtMost(double limit, string unit = "×") => new("≤", limit, unit);

    /// <summary>The baseline is at least this many times as much.</summary>
    public static Target AtLeast(double limit, string unit = "×") => new("≥", limit, unit);

    public static Target Exactly(double limit, string unit) => new("=", limit, unit);

    /// <summary>A figure that is reported without a limit.</summary>
    public static Target None(string unit) => new("", 0, unit);

    public bool? IsMetBy(double figure) => Sign switch
    {
        "≤" => figure <= Limit,
        "≥" => figure >= Limit,
        "=" => figure == Limit,
        _ => null,
    };

    public string Format(double figure) => Digits(figure) + " " + Unit;

    public override string ToString() => Sign.Length == 0 ? "–" : $"{Sign} {Limit.ToString(CultureInfo.InvariantCulture)} {Unit}";

    private static string Digits(double figure)
    {
        var size = Math.Abs(figure);
        return figure.ToString(size is 0 or >= 100 ? "0" : size >= 10 ? "0.0" : size >= 1 ? "0.00" : "0.0000", CultureInfo.InvariantCulture);
    }
}
