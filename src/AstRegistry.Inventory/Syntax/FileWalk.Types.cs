using AstRegistry.Identity;
using AstRegistry.Keys;
using AstRegistry.Packing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AstRegistry.Syntax;

/// <summary>Opening and closing types.</summary>
internal sealed partial class FileWalk
{
    /// <summary>The row of the innermost type, or -1.</summary>
    private int _type;

    private void EnterInType(SyntaxNode node, ref Frame parent)
    {
        var kind = node.RawKind;
        if (Declarations.IsType(kind)) OpenType(node);
        else if (kind == (int)SyntaxKind.ParameterList && HasPrimaryConstructor(parent.Node)) OpenPrimaryConstructor(node, (TypeDeclarationSyntax)parent.Node);
        else if (node is MemberDeclarationSyntax && OpenMember(node)) return;
        else Push(node, Region.Header, Closing.Nothing, treeIndex: -1);
    }

    private void OpenType(SyntaxNode node)
    {
        var outer = _type;
        var scope = _scope.Depth;
        var row = new TypeRow
        {
            Container = outer,
            Namespace = _namespace,
            Kind = Declarations.ModuleKindOf(node.RawKind),
        };
        switch (node)
        {
            case TypeDeclarationSyntax type:
                Describe(row, type.Modifiers, type.AttributeLists, type.Identifier, type.TypeParameterList);
                row.BaseTypes = Declarations.BaseTypes(type.BaseList);
                if (node.RawKind == Declarations.ExtensionBlock) row.Name = NameOfExtension(type);
                break;
            case EnumDeclarationSyntax @enum:
                Describe(row, @enum.Modifiers, @enum.AttributeLists, @enum.Identifier, null);
                row.BaseTypes = Declarations.BaseTypes(@enum.BaseList);
                break;
            case DelegateDeclarationSyntax @delegate:
                Describe(row, @delegate.Modifiers, @delegate.AttributeLists, @delegate.Identifier, @delegate.TypeParameterList);
                break;
        }

        _type = _table.Types.Count;
        _table.Types.Add(row);
        _declarations?.Types.Add(node);
        Push(node, Region.Type, Closing.Type, treeIndex: -1);
        ref var frame = ref _frames[_depth - 1];
        frame.Outer = outer;
        frame.OuterScope = scope;
        frame.OuterDigest = _typeDigest;
        frame.FirstSpelling = _spellings.Count;
        _typeDigest = StableHash.Seed;
    }

    private void Describe(TypeRow row, SyntaxTokenList modifiers, SyntaxList<AttributeListSyntax> attributes, SyntaxToken name, TypeParameterListSyntax? typeParameters)
    {
        (row.Modifiers, var accessibility) = Declarations.Read(modifiers);
        row.Accessibility = accessibility ?? DefaultAccessibility(row);
        row.Attributes = Declarations.AttributeNames(attributes);
        row.Name = name.ValueText;
        row.Arity = typeParameters?.Parameters.Count ?? 0;
        if (row.Accessibility == DeclaredAccessibility.File) row.FileDiscriminator = _fileName;
        _scope.Enter(typeParameters, ofMethod: false);
    }

    private DeclaredAccessibility DefaultAccessibility(TypeRow row) => row switch
    {
        { Kind: ModuleKind.Extension } => DeclaredAccessibility.NotApplicable,
        { Container: < 0 } => DeclaredAccessibility.Internal,
        _ => DefaultMemberAccessibility(_table.Types[row.Container].Kind),
    };

    private static DeclaredAccessibility DefaultMemberAccessibility(ModuleKind container) =>
        container is ModuleKind.Interface or ModuleKind.Enum ? DeclaredAccessibility.Public : DeclaredAccessibility.Private;

    /// <summary>An extension block has no name; blocks with the same receiver extend the same thing, and are one module.</summary>
    private string NameOfExtension(TypeDeclarationSyntax block)
    {
        var parameters = block.ParameterList?.Parameters;
        return parameters is { Count: > 0 } receiver
            ? "extension(" + Declarations.Parameter(receiver[0], _scope, TypeSpelling.Reduced) + ")"
            : "extension()";
    }

    private static bool HasPrimaryConstructor(SyntaxNode type) => type is TypeDeclarationSyntax && type.RawKind != Declarations.ExtensionBlock;

    private void CloseType(in Frame frame)
    {
        var row = _table.Types[_type];
        row.Span = SpanFrom(in frame);
        row.Digest = StableHash.Finish(_typeDigest);
        row.CompilationHash = HashOfText(frame.Node.FullSpan);
        BreakTies(frame.FirstSpelling);
        _scope.Leave(frame.OuterScope);
        _typeDigest = StableHash.Add(frame.OuterDigest, row.Digest);
        _type = frame.Outer;
    }

    /// <summary>Members of one type whose reduced keys are equal keep more of what is written, until they differ.</summary>
    /// <param name="first">Where they begin; nested types are closed before and have taken theirs away.</param>
    private void BreakTies(int first)
    {
        // Most types have too few to tie.
        for (var spelling = TypeSpelling.Nullable; spelling <= TypeSpelling.Qualified && _spellings.Count - first > 1 && Respell(first, spelling); spelling++)
        {
        }

        _spellings.RemoveRange(first, _spellings.Count - first);
    }

    /// <summary>Spells out the members whose keys tie; false when there are none.</summary>
    private bool Respell(int first, TypeSpelling spelling)
    {
        var members = new Dictionary<(MemberKind, bool, string), int>();
        var tied = new SortedSet<int>();
        for (var i = first; i < _spellings.Count; i++)
        {
            var row = _spellings[i].Row;
            var key = (row.Kind, row.IsPartialDefinition, CanonicalKey.LocalPart(row));
            if (members.TryGetValue(key, out var other))
            {
                tied.Add(other);
                tied.Add(i);
            }
            else members.Add(key, i);
        }

        foreach (var i in tied) _spellings[i].Spell(_scope, spelling);
        return tied.Count > 0;
    }

    private void OpenTopLevelStatements(SyntaxNode first)
    {
        _type = _table.Types.Count;
        _table.Types.Add(new TypeRow
        {
            Name = "Program",
            Kind = ModuleKind.TopLevelProgram,
            Accessibility = DeclaredAccessibility.Internal,
            Modifiers = DeclarationModifiers.Partial,
        });
        _declarations?.Types.Add(first.Parent!);
        _typeDigest = StableHash.Seed;
        Open(first.Parent!, MemberFacts.TopLevelStatements());
        _memberStart = first.SpanStart;
    }

    private void CloseTopLevelStatements()
    {
        if (_member >= 0) CloseMember();
    }
}
