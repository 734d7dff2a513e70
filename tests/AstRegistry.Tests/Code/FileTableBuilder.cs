using AstRegistry.Complexity;
using AstRegistry.Packing;

namespace AstRegistry.Tests.Code;

/// <summary>Builds the rows of a file by hand.</summary>
internal sealed class FileTableBuilder(string path = "")
{
    private int _line;

    public FileTable Table { get; } = new() { Path = path };

    public int Type(string name, int container = -1, Action<TypeRow>? with = null)
    {
        var row = new TypeRow
        {
            Name = name,
            Container = container,
            Namespace = container < 0 ? "Shop" : Table.Types[container].Namespace,
            Accessibility = container < 0 ? DeclaredAccessibility.Internal : DeclaredAccessibility.Private,
            Span = NextSpan(),
            Digest = (ulong)(Table.Types.Count + 1),
            CompilationHash = (ulong)(Table.Types.Count + 100),
        };
        with?.Invoke(row);
        Table.Types.Add(row);
        return Table.Types.Count - 1;
    }

    /// <summary>Adds a member and, unless it is the defining half of a partial one, its root node.</summary>
    public int Member(int type, MemberKind kind, string name, string[]? parameters = null, Action<MemberRow>? with = null)
    {
        var row = new MemberRow
        {
            Type = type,
            Kind = kind,
            Name = name,
            Parameters = [.. (parameters ?? []).Select(parameter => new ParameterRecord(parameter, ParameterRefKind.None))],
            HasBody = true,
            Accessibility = DeclaredAccessibility.Public,
            SyntaxKind = (int)(kind == MemberKind.Field ? SyntaxNodeKind.FieldDeclaration : SyntaxNodeKind.MethodDeclaration),
            Span = NextSpan(),
            Digest = (ulong)(Table.Members.Count + 1000),
            Complexity = new ComplexityCounts(1, 0, 0, 0, 0, 0, 0, 1, 0),
        };
        with?.Invoke(row);
        Table.Members.Add(row);
        Table.Types[type].MemberCounts[(int)kind]++;
        Table.Nodes.Add(row.SyntaxKind, -1, Table.Members.Count - 1, row.Span, "", 0, NodeFlags.None);
        return Table.Members.Count - 1;
    }

    public int Method(int type, string name, params string[] parameters) => Member(type, MemberKind.Method, name, parameters);

    /// <summary>Adds a nested function and the node that declares it; returns the member row.</summary>
    public int Nested(int container, MemberKind kind, SyntaxNodeKind syntaxKind, string name, int parentNode, ushort discriminator = 0)
    {
        var row = new MemberRow
        {
            Type = Table.Members[container].Type,
            Container = container,
            Kind = kind,
            Name = kind == MemberKind.Lambda ? "" : name,
            SalientName = name,
            Discriminator = discriminator,
            HasBody = true,
            SyntaxKind = (int)syntaxKind,
            Span = NextSpan(),
        };
        Table.Members.Add(row);
        Table.Types[row.Type].MemberCounts[(int)kind]++;
        Table.Nodes.Add(row.SyntaxKind, parentNode, Table.Members.Count - 1, row.Span, name, discriminator, NodeFlags.None);
        return Table.Members.Count - 1;
    }

    /// <summary>Adds a node and returns its row.</summary>
    public int Node(SyntaxNodeKind kind, int parent, string name = "", ushort discriminator = 0, NodeFlags flags = NodeFlags.None) =>
        Table.Nodes.Add((int)kind, parent, Table.Nodes.Member[parent], NextSpan(), name, discriminator, flags);

    /// <summary>The node row that was added last.</summary>
    public int LastNode => Table.Nodes.Count - 1;

    private SourceSpan NextSpan() => new(_line, 4, _line++, 40);
}
