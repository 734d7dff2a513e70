using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using AstRegistry.Finding;

namespace AstRegistry;

/// <summary>What a <see cref="FinderTerm"/> looks at: <c>.kind</c>, <c>.name</c>, <c>.ns</c>, <c>.id</c>, or a path into the meta data. Immutable.</summary>
/// <remarks>
/// A path is <c>meta</c> and steps: <c>.name</c> takes the value of a map, <c>[0]</c> one value of a list, <c>[*]</c> every one. A name of other
/// characters than letters, digits and <c>_-/@:</c> stands in quotes: <c>meta."a.b"</c>. A list that is met where a name is asked for, and a list at the
/// end of the path, are taken by element: any one suffices.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class FinderField : IEquatable<FinderField>
{
    private readonly string _text;

    private FinderField(FieldRoot root, string text, PathStep[] steps)
    {
        Root = root;
        Steps = steps;
        _text = text;
    }

    /// <summary><c>.kind</c>: what the entry is.</summary>
    public static FinderField Kind { get; } = new(FieldRoot.Kind, ".kind", []);

    /// <summary><c>.name</c>: the name of the entry, without its namespace.</summary>
    public static FinderField Name { get; } = new(FieldRoot.Name, ".name", []);

    /// <summary><c>.ns</c>: the namespace of the entry.</summary>
    public static FinderField Namespace { get; } = new(FieldRoot.Namespace, ".ns", []);

    /// <summary><c>.id</c>: namespace, colon and name.</summary>
    public static FinderField Id { get; } = new(FieldRoot.Id, ".id", []);

    /// <summary>Whether the field is a path into the meta data.</summary>
    public bool IsMeta => Root == FieldRoot.Meta;

    internal FieldRoot Root { get; }

    internal PathStep[] Steps { get; }

    /// <summary>The value in the meta data under names within one another, the outermost first.</summary>
    /// <exception cref="FinderSyntaxException">There is no name, or there are more than <see cref="FinderLimits.MaxPathSteps"/>.</exception>
    public static FinderField Meta(params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (Array.IndexOf(names, null) >= 0) throw new ArgumentException("A name of the path is null.", nameof(names));
        return OfSteps(Array.ConvertAll(names, static name => new PathStep(name, 0)));
    }

    /// <summary>Reads a field as it is written in a query.</summary>
    /// <exception cref="FinderSyntaxException">The text is no field.</exception>
    public static FinderField Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new QueryReader(text).ReadFieldAlone();
    }

    /// <summary>Reads a field as it is written in a query, if the text is one.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out FinderField? field)
    {
        field = null;
        try
        {
            if (text is not null) field = Parse(text);
        }
        catch (FinderSyntaxException)
        {
            return false;
        }

        return field is not null;
    }

    /// <inheritdoc/>
    public bool Equals(FinderField? other) => ReferenceEquals(this, other) || (other is not null && _text == other._text);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FinderField);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(_text, StringComparison.Ordinal);

    /// <summary>The field as it is written in a query.</summary>
    public override string ToString() => _text;

    internal static FinderField OfSteps(PathStep[] steps) => steps.Length is > 0 and <= FinderLimits.MaxPathSteps
        ? new(FieldRoot.Meta, "meta" + string.Concat(steps), steps)
        : throw new FinderSyntaxException(1, FormattableString.Invariant($"a path of 1 to {FinderLimits.MaxPathSteps} steps"), "Write 'meta.' and a name.");
}
