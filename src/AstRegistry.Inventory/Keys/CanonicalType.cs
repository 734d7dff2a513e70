using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AstRegistry.Keys;

/// <summary>How much of a type's spelling a key keeps. A key starts reduced; a tie inside one type keeps more.</summary>
internal enum TypeSpelling
{
    /// <summary>Last names only, and <c>?</c> only where it is known to make another type.</summary>
    Reduced = 0,

    /// <summary>Every written <c>?</c>.</summary>
    Nullable = 1,

    /// <summary>Also every written qualification.</summary>
    Qualified = 2,
}

/// <summary>
/// Types in canonical form: the same text however the type is written, so that rewriting a signature without changing it changes no key.
/// </summary>
internal sealed class CanonicalType
{
    /// <summary>Deeper nesting than anybody writes; below it the type is cut, so that no input can exhaust the stack.</summary>
    private const int MaxDepth = 64;

    /// <summary>Longer text than anybody writes; aliases that double themselves would grow without end.</summary>
    private const int MaxLength = 1 << 14;

    private readonly TypeScope _scope;
    private readonly TypeSpelling _spelling;
    private readonly StringBuilder _text = new();

    /// <summary>Only aliases declared further out are in scope: anywhere, or inside the target of an alias.</summary>
    private int _aliasesBelow = int.MaxValue;

    private CanonicalType(TypeScope scope, TypeSpelling spelling)
    {
        _scope = scope;
        _spelling = spelling;
    }

    /// <summary>The canonical form of a type.</summary>
    public static string Of(TypeSyntax? type, TypeScope scope, TypeSpelling spelling = TypeSpelling.Reduced)
    {
        if (type is null) return "";
        if (type is PredefinedTypeSyntax predefined) return predefined.Keyword.Text;
        var writer = new CanonicalType(scope, spelling);
        writer.Append(type, 0);
        return writer._text.ToString();
    }

    private void Append(TypeSyntax type, int depth)
    {
        if (depth > MaxDepth || _text.Length > MaxLength)
        {
            _text.Append('\u2026');
            return;
        }

        switch (type)
        {
            case PredefinedTypeSyntax predefined:
                _text.Append(predefined.Keyword.Text);
                break;
            case NullableTypeSyntax nullable:
                Append(nullable.ElementType, depth + 1);
                if (_spelling >= TypeSpelling.Nullable || IsKnownValueType(nullable.ElementType)) _text.Append('?');
                break;
            case IdentifierNameSyntax name:
                AppendIdentifier(name, depth);
                break;
            case GenericNameSyntax generic:
                AppendGeneric(generic, depth);
                break;
            case QualifiedNameSyntax qualified:
                if (_spelling == TypeSpelling.Qualified)
                {
                    Append(qualified.Left, depth + 1);
                    _text.Append('.');
                }

                AppendRight(qualified.Right, depth);
                break;
            case AliasQualifiedNameSyntax alias:
                AppendRight(alias.Name, depth);
                break;
            case ArrayTypeSyntax array:
                Append(array.ElementType, depth + 1);
                foreach (var rank in array.RankSpecifiers) _text.Append('[').Append(',', Math.Max(0, rank.Rank - 1)).Append(']');
                break;
            case PointerTypeSyntax pointer:
                Append(pointer.ElementType, depth + 1);
                _text.Append('*');
                break;
            case RefTypeSyntax byReference:
                _text.Append(byReference.ReadOnlyKeyword.RawKind == 0 ? "ref " : "ref readonly ");
                Append(byReference.Type, depth + 1);
                break;
            case ScopedTypeSyntax scoped:
                Append(scoped.Type, depth + 1);
                break;
            case TupleTypeSyntax tuple:
                _text.Append('(');
                for (var i = 0; i < tuple.Elements.Count; i++)
                {
                    if (i > 0) _text.Append(',');
                    Append(tuple.Elements[i].Type, depth + 1);
                }

                _text.Append(')');
                break;
            case FunctionPointerTypeSyntax pointer:
                AppendFunctionPointer(pointer, depth);
                break;
            case OmittedTypeArgumentSyntax:
                break;
            default:
                _text.Append(TypeText.AsWritten(type));
                break;
        }
    }

    private void AppendIdentifier(IdentifierNameSyntax name, int depth)
    {
        var text = name.Identifier.ValueText;
        if (_aliasesBelow == int.MaxValue && _scope.PositionOf(text) is { } position) _text.Append(position);
        else if (_scope.AliasOf(text, _aliasesBelow) is { } alias) AppendTarget(alias, depth);
        else AppendName(text);
    }

    private void AppendTarget(TypeAlias alias, int depth)
    {
        var below = _aliasesBelow;
        _aliasesBelow = alias.Level;
        Append(alias.Target, depth + 1);
        _aliasesBelow = below;
    }

    private void AppendGeneric(GenericNameSyntax generic, int depth)
    {
        var arguments = generic.TypeArgumentList.Arguments;
        if (generic.Identifier.ValueText == "Nullable" && arguments.Count == 1 && arguments[0] is not OmittedTypeArgumentSyntax)
        {
            Append(arguments[0], depth + 1);
            if (_spelling >= TypeSpelling.Nullable || IsKnownValueType(arguments[0])) _text.Append('?');
            return;
        }

        _text.Append(generic.Identifier.ValueText).Append('<');
        for (var i = 0; i < arguments.Count; i++)
        {
            if (i > 0) _text.Append(',');
            Append(arguments[i], depth + 1);
        }

        _text.Append('>');
    }

    private void AppendFunctionPointer(FunctionPointerTypeSyntax pointer, int depth)
    {
        // "managed" is what holds where nothing is written.
        _text.Append("delegate*");
        if (pointer.CallingConvention is { } convention && !convention.ManagedOrUnmanagedKeyword.IsKind(SyntaxKind.ManagedKeyword)) _text.Append(TypeText.AsWritten(convention));
        _text.Append('<');
        for (var i = 0; i < pointer.ParameterList.Parameters.Count; i++)
        {
            var parameter = pointer.ParameterList.Parameters[i];
            if (i > 0) _text.Append(',');
            foreach (var modifier in parameter.Modifiers) _text.Append(modifier.Text).Append(' ');
            Append(parameter.Type, depth + 1);
        }

        _text.Append('>');
    }

    /// <summary>A name behind a qualifier, which neither an alias nor a type parameter can be.</summary>
    private void AppendRight(SimpleNameSyntax name, int depth)
    {
        if (name is GenericNameSyntax generic) AppendGeneric(generic, depth);
        else AppendName(name.Identifier.ValueText);
    }

    private void AppendName(string name) => _text.Append(name switch
    {
        "IntPtr" => "nint",
        "UIntPtr" => "nuint",
        _ => name,
    });

    /// <summary>Types that syntax knows to be value types, on which <c>?</c> makes another type.</summary>
    private static bool IsKnownValueType(TypeSyntax type) => type switch
    {
        PredefinedTypeSyntax predefined => predefined.Keyword.Kind() is not (SyntaxKind.StringKeyword or SyntaxKind.ObjectKeyword),
        QualifiedNameSyntax qualified => IsKnownValueType(qualified.Right),
        AliasQualifiedNameSyntax alias => IsKnownValueType(alias.Name),
        IdentifierNameSyntax name => name.Identifier.ValueText is "DateTime" or "DateTimeOffset" or "TimeSpan" or "Guid",
        _ => false,
    };
}
