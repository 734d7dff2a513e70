using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AstRegistry.Tests.House;

/// <summary>
/// Writes down the public surface of an assembly: a line for each type that others can see, and below it, indented, one for each member.
/// What the compiler adds to records goes without saying.
/// </summary>
internal static class PublicApi
{
    private const SymbolDisplayMiscellaneousOptions Names =
        SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier;

    private const SymbolDisplayGenericsOptions Generics =
        SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints | SymbolDisplayGenericsOptions.IncludeVariance;

    private static readonly SymbolDisplayFormat TypeFormat = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        Generics,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword,
        miscellaneousOptions: Names);

    private static readonly SymbolDisplayFormat MemberFormat = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        Generics,
        SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeConstantValue | SymbolDisplayMemberOptions.IncludeRef,
        SymbolDisplayDelegateStyle.NameAndSignature,
        SymbolDisplayExtensionMethodStyle.StaticMethod,
        SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeExtensionThis,
        SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: Names);

    /// <summary>The surface of the assembly in a file.</summary>
    public static ImmutableArray<string> Render(string path)
    {
        var reference = MetadataReference.CreateFromFile(path);
        var framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var others = framework.Where(other => Path.GetFileName(other) != Path.GetFileName(path)).Select(static other => MetadataReference.CreateFromFile(other));
        var compilation = CSharpCompilation.Create("surface", references: [reference, .. others]);
        var assembly = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!;
        var types = Types(assembly.GlobalNamespace).OrderBy(static type => type.ToDisplayString(), StringComparer.Ordinal);
        return [.. types.SelectMany(static type => Members(type).Select(static member => "    " + member).Prepend(Header(type)))];
    }

    private static string Header(INamedTypeSymbol type)
    {
        var isClass = type.TypeKind == TypeKind.Class;
        var modifier = type.IsStatic ? "static " : isClass && type.IsAbstract ? "abstract " : isClass && type.IsSealed ? "sealed " : "";
        var bases = type.Interfaces.Where(IsVisible).Select(static item => item.ToDisplayString(MemberFormat)).Order(StringComparer.Ordinal);
        if (isClass && type.BaseType is { SpecialType: SpecialType.None } parent) bases = bases.Prepend(parent.ToDisplayString(MemberFormat)).Order(StringComparer.Ordinal);
        var list = string.Join(", ", bases);
        return modifier + type.ToDisplayString(TypeFormat) + (list.Length == 0 ? "" : " : " + list);
    }

    private static IEnumerable<string> Members(INamedTypeSymbol type)
    {
        var lines = type.GetMembers()
            .Where(static member => member is not INamedTypeSymbol && IsVisible(member) && !IsImplied(member))
            .Select(static member => member.ToDisplayString(MemberFormat));
        return type.TypeKind == TypeKind.Enum ? lines : lines.Order(StringComparer.Ordinal);
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers().SelectMany(static member => member switch
    {
        INamespaceSymbol inner => Types(inner),
        INamedTypeSymbol type when IsVisible(type) => Types(type).Prepend(type),
        _ => [],
    });

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;

    private static bool IsImplied(ISymbol symbol) =>
        symbol is IMethodSymbol { AssociatedSymbol: not null }
        || symbol is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.IsEmpty: true, ContainingType.TypeKind: TypeKind.Struct or TypeKind.Enum }
        || symbol.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute");
}
