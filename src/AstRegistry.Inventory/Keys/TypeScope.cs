using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AstRegistry.Keys;

/// <summary>What a type name in a signature may refer to, as far as one file tells: type parameters and using aliases.</summary>
internal sealed class TypeScope
{
    private readonly Dictionary<string, TypeAlias> _aliases = new(StringComparer.Ordinal);
    private readonly Stack<List<TypeAlias>> _levels = new();
    private readonly List<(string Name, bool OfMethod, int Position)> _parameters = [];

    /// <summary>Brings the aliases of the compilation unit or of a namespace in it into scope.</summary>
    public void EnterAliases(SyntaxList<UsingDirectiveSyntax> usings)
    {
        var level = new List<TypeAlias>();
        foreach (var directive in usings)
        {
            if (directive.Alias is not { } written || directive.NamespaceOrType is not { } target || target.IsMissing) continue;
            var name = written.Name.Identifier.ValueText;
            _aliases.TryGetValue(name, out var outer);
            var alias = new TypeAlias(name, target, _levels.Count, outer);
            _aliases[name] = alias;
            level.Add(alias);
        }

        _levels.Push(level);
    }

    /// <summary>Takes the aliases of a namespace out of scope again.</summary>
    public void LeaveAliases()
    {
        var level = _levels.Pop();
        for (var i = level.Count - 1; i >= 0; i--)
        {
            if (level[i].Outer is { } outer) _aliases[level[i].Name] = outer;
            else _aliases.Remove(level[i].Name);
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

    /// <summary>The alias of this file that a name stands for, declared further out than a level; or null.</summary>
    public TypeAlias? AliasOf(string name, int below)
    {
        _aliases.TryGetValue(name, out var alias);
        while (alias is not null && alias.Level >= below) alias = alias.Outer;
        return alias;
    }
}

/// <summary>A using alias. What it stands for is told by the aliases further out: those beside it do not count.</summary>
/// <param name="Name">The name it declares.</param>
/// <param name="Target">What the name stands for.</param>
/// <param name="Level">The number of namespaces around it.</param>
/// <param name="Outer">The alias of the same name that it hides.</param>
internal sealed record TypeAlias(string Name, TypeSyntax Target, int Level, TypeAlias? Outer);
