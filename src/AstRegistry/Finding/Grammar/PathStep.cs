using System.Globalization;

namespace AstRegistry.Finding;

/// <summary>A step of a path into meta data: a name in a map, a place in a list, or every value of a list.</summary>
/// <param name="Name">The name, or null for a step into a list.</param>
/// <param name="Index">The place in the list; <see cref="Every"/> for every one.</param>
internal readonly record struct PathStep(string? Name, int Index)
{
    public const int Every = -1;

    /// <summary>Whether a character needs no quotes in a name.</summary>
    public static bool IsBare(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '/' or '@' or ':';

    /// <summary>The step as it is written behind others.</summary>
    public override string ToString() => Name is null
        ? Index == Every ? "[*]" : "[" + Index.ToString(CultureInfo.InvariantCulture) + "]"
        : Name.Length > 0 && Name.All(IsBare) ? "." + Name : "." + QueryText.Quote(Name);
}
