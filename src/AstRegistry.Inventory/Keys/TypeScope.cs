using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AstRegistry.Keys;

/// <summary>What a type name in a signature may refer to, as far as one file tells: type parameters and using aliases.</summary>
internal sealed class TypeScope
{
    private readonly Dictionary<string, TypeSyntax> _aliases = new(StringComparer.Ordinal);
    private readonly List<(string Name, bool OfMethod, int Position)> _parameters = [];

    /// <summary>Collects the aliases of the compilation unit and of its namespaces.</summary>
    public void AddAliases(SyntaxList<UsingDirectiveSyntax> usings)
    {
        foreach (var directive in usings)
        {
            if (directive.Alias is { } alias && directive.NamespaceOrType is { } target && !target.IsMissing)
            {
                _aliases[alias.Name.Identifier.ValueText] = target;
            }
        }
    }

    /// <summary>The number of type parameters in scope; pass it to <see cref="Leave"/>.</summary>
    public int Depth => _parameters.Count;

    /// <summary>Brings the type parameters of a type or method into scope.</summary>
    public void Enter(TypeParameterListSyntax? list, bool ofMethod)
    {
        if (list is null) return;
        var position = 0;
        foreach (var (_, isOfMethod, _) in _parameters)
        {
            if (isOfMethod == ofMethod) position++;
        }

        foreach (var parameter in list.Parameters) _parameters.Add((parameter.Identifier.ValueText, ofMethod, position++));
    }

    /// <summary>Takes type parameters out of scope again.</summary>
    public void Leave(int depth) => _parameters.RemoveRange(depth, _parameters.Count - depth);

    /// <summary>A type parameter by position (<c>`0</c> of a type, <c>``0</c> of a method), the innermost of that name; otherwise null.</summary>
    public string? PositionOf(string name)
    {
        for (var i = _parameters.Count - 1; i >= 0; i--)
        {
            if (_parameters[i].Name == name)
            {
                return (_parameters[i].OfMethod ? "``" : "`") + _parameters[i].Position.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        return null;
    }

    /// <summary>What an alias of this file stands for, or null.</summary>
    public TypeSyntax? AliasTarget(string name) => _aliases.TryGetValue(name, out var target) ? target : null;
}
