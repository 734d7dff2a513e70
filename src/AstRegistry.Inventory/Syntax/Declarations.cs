using AstRegistry.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AstRegistry.Syntax;

/// <summary>What declarations say of themselves: modifiers, accessibility, attributes, parameters.</summary>
internal static class Declarations
{
    /// <summary>The kind of an extension block. By number, because the compiler that hosts us has another name for its type.</summary>
    public const int ExtensionBlock = (int)SyntaxNodeKind.ExtensionBlockDeclaration;

    /// <summary>Whether a node of this kind declares a type.</summary>
    public static bool IsType(int kind) => (SyntaxNodeKind)kind is >= SyntaxNodeKind.ClassDeclaration and <= SyntaxNodeKind.DelegateDeclaration
        or SyntaxNodeKind.RecordDeclaration or SyntaxNodeKind.RecordStructDeclaration or SyntaxNodeKind.ExtensionBlockDeclaration;

    public static ModuleKind ModuleKindOf(int kind) => (SyntaxNodeKind)kind switch
    {
        SyntaxNodeKind.StructDeclaration => ModuleKind.Struct,
        SyntaxNodeKind.InterfaceDeclaration => ModuleKind.Interface,
        SyntaxNodeKind.RecordDeclaration => ModuleKind.Record,
        SyntaxNodeKind.RecordStructDeclaration => ModuleKind.RecordStruct,
        SyntaxNodeKind.EnumDeclaration => ModuleKind.Enum,
        SyntaxNodeKind.DelegateDeclaration => ModuleKind.Delegate,
        SyntaxNodeKind.ExtensionBlockDeclaration => ModuleKind.Extension,
        _ => ModuleKind.Class,
    };

    /// <summary>The modifiers, and the accessibility they state; null where they state none.</summary>
    public static (DeclarationModifiers Modifiers, DeclaredAccessibility? Accessibility) Read(SyntaxTokenList list)
    {
        var modifiers = DeclarationModifiers.None;
        bool isPublic = false, isPrivate = false, isProtected = false, isInternal = false, isFile = false;
        foreach (var token in list)
        {
            switch (token.Kind())
            {
                case SyntaxKind.PublicKeyword: isPublic = true; break;
                case SyntaxKind.PrivateKeyword: isPrivate = true; break;
                case SyntaxKind.ProtectedKeyword: isProtected = true; break;
                case SyntaxKind.InternalKeyword: isInternal = true; break;
                case SyntaxKind.FileKeyword: isFile = true; break;
                default: modifiers |= ModifierOf(token.Kind()); break;
            }
        }

        DeclaredAccessibility? accessibility =
            isPublic ? DeclaredAccessibility.Public
            : isProtected && isInternal ? DeclaredAccessibility.ProtectedInternal
            : isProtected && isPrivate ? DeclaredAccessibility.PrivateProtected
            : isProtected ? DeclaredAccessibility.Protected
            : isInternal ? DeclaredAccessibility.Internal
            : isPrivate ? DeclaredAccessibility.Private
            : isFile ? DeclaredAccessibility.File
            : null;
        return (modifiers, accessibility);
    }

    private static DeclarationModifiers ModifierOf(SyntaxKind kind) => kind switch
    {
        SyntaxKind.StaticKeyword => DeclarationModifiers.Static,
        SyntaxKind.AbstractKeyword => DeclarationModifiers.Abstract,
        SyntaxKind.SealedKeyword => DeclarationModifiers.Sealed,
        SyntaxKind.VirtualKeyword => DeclarationModifiers.Virtual,
        SyntaxKind.OverrideKeyword => DeclarationModifiers.Override,
        SyntaxKind.NewKeyword => DeclarationModifiers.New,
        SyntaxKind.PartialKeyword => DeclarationModifiers.Partial,
        SyntaxKind.ReadOnlyKeyword => DeclarationModifiers.ReadOnly,
        SyntaxKind.RefKeyword => DeclarationModifiers.Ref,
        SyntaxKind.UnsafeKeyword => DeclarationModifiers.Unsafe,
        SyntaxKind.ExternKeyword => DeclarationModifiers.Extern,
        SyntaxKind.AsyncKeyword => DeclarationModifiers.Async,
        SyntaxKind.ConstKeyword => DeclarationModifiers.Const,
        SyntaxKind.VolatileKeyword => DeclarationModifiers.Volatile,
        SyntaxKind.RequiredKeyword => DeclarationModifiers.Required,
        SyntaxKind.FixedKeyword => DeclarationModifiers.Fixed,
        _ => DeclarationModifiers.None,
    };

    /// <summary>The names of the attributes as written, without arguments.</summary>
    public static string[] AttributeNames(SyntaxList<AttributeListSyntax> lists)
    {
        if (lists.Count == 0) return [];
        var names = new List<string>();
        foreach (var list in lists)
        {
            foreach (var attribute in list.Attributes)
            {
                var name = TypeText.AsWritten(attribute.Name);
                names.Add(list.Target is null ? name : list.Target.Identifier.ValueText + ": " + name);
            }
        }

        return [.. names];
    }

    /// <summary>The base list as written, without constructor arguments.</summary>
    public static string[] BaseTypes(BaseListSyntax? list)
    {
        if (list is null || list.Types.Count == 0) return [];
        var types = new string[list.Types.Count];
        for (var i = 0; i < types.Length; i++) types[i] = TypeText.AsWritten(list.Types[i].Type);
        return types;
    }

    public static ParameterRecord[] Parameters(BaseParameterListSyntax? list, TypeScope scope, TypeSpelling spelling)
    {
        if (list is null || list.Parameters.Count == 0) return [];
        var parameters = new ParameterRecord[list.Parameters.Count];
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i] = Parameter(list.Parameters[i], scope, spelling);
        }

        return parameters;
    }

    public static ParameterRecord Parameter(ParameterSyntax parameter, TypeScope scope, TypeSpelling spelling)
    {
        // "__arglist" is a parameter without a type.
        var type = parameter.Type is null
            ? parameter.Identifier.IsKind(SyntaxKind.ArgListKeyword) ? "__arglist" : ""
            : CanonicalType.Of(parameter.Type, scope, spelling);
        return new ParameterRecord(type, RefKindOf(parameter.Modifiers));
    }

    private static ParameterRefKind RefKindOf(SyntaxTokenList modifiers)
    {
        var kind = ParameterRefKind.None;
        foreach (var token in modifiers)
        {
            switch (token.Kind())
            {
                case SyntaxKind.OutKeyword: return ParameterRefKind.Out;
                case SyntaxKind.InKeyword: return ParameterRefKind.In;
                case SyntaxKind.RefKeyword: kind = ParameterRefKind.Ref; break;
                case SyntaxKind.ReadOnlyKeyword when kind == ParameterRefKind.Ref: return ParameterRefKind.RefReadOnly;
            }
        }

        return kind;
    }
}
