using System.Globalization;

namespace AstRegistry.Finding;

/// <summary>The condition of a term on one value. Immutable, for any number of threads.</summary>
internal abstract class TermTest
{
    private const int LongestInteger = 20;

    /// <summary>What an index can look for.</summary>
    public abstract TermNeeds Needs { get; }

    /// <summary>Whether a text passes.</summary>
    public abstract bool IsMatch(ReadOnlySpan<char> text, WorkBudget budget);

    /// <summary>Whether a scalar passes: by its text, as far as it has one.</summary>
    public virtual bool IsMatch(RegistryValue scalar, WorkBudget budget)
    {
        switch (scalar.Kind)
        {
            case RegistryValueKind.String: return IsMatch(scalar.AsString(), budget);
            case RegistryValueKind.Boolean: return IsMatch(scalar.AsBoolean() ? "true" : "false", budget);
            case RegistryValueKind.Double: return IsMatch(scalar.ToString(), budget);
            case RegistryValueKind.Integer:
                Span<char> digits = stackalloc char[LongestInteger];
                scalar.AsInteger().TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
                return IsMatch(digits[..length], budget);
            default: return false;
        }
    }
}
