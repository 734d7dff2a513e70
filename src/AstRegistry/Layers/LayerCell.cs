namespace AstRegistry.Layers;

/// <summary>What stands under a key: scheme, AST, dependencies, each with the stamp of its last writing. Immutable.</summary>
internal sealed record LayerCell<TScheme, TAst>
{
    public static readonly LayerCell<TScheme, TAst> Empty = new();

    public TScheme? Scheme { get; private init; }

    public TAst? Ast { get; private init; }

    public EntryId[] Dependencies { get; private init; } = [];

    public long SchemeStamp { get; private init; }

    public long AstStamp { get; private init; }

    public long DependencyStamp { get; private init; }

    public LayerParts Parts =>
        (SchemeStamp == LayerStamp.None ? 0 : LayerParts.Scheme) | (AstStamp == LayerStamp.None ? 0 : LayerParts.Ast) | (Dependencies.Length == 0 ? 0 : LayerParts.Dependencies);

    /// <summary>Whether there is something to depend on anything.</summary>
    public bool IsElement => (SchemeStamp | AstStamp) != LayerStamp.None;

    public LayerCell<TScheme, TAst> WithScheme(TScheme scheme, long stamp) => this with { Scheme = scheme, SchemeStamp = stamp };

    public LayerCell<TScheme, TAst> WithAst(TAst ast, long stamp) => this with { Ast = ast, AstStamp = stamp };

    public LayerCell<TScheme, TAst> WithBoth(TScheme scheme, TAst ast, long stamp) => this with { Scheme = scheme, SchemeStamp = stamp, Ast = ast, AstStamp = stamp };

    public LayerCell<TScheme, TAst> WithDependencies(EntryId[] dependencies, long stamp) => this with { Dependencies = dependencies, DependencyStamp = stamp };

    /// <summary>The cell with some parts as another cell has them.</summary>
    public LayerCell<TScheme, TAst> With(LayerParts parts, LayerCell<TScheme, TAst> other)
    {
        var cell = this;
        if ((parts & LayerParts.Scheme) != 0) cell = cell with { Scheme = other.Scheme, SchemeStamp = other.SchemeStamp };
        if ((parts & LayerParts.Ast) != 0) cell = cell with { Ast = other.Ast, AstStamp = other.AstStamp };
        if ((parts & LayerParts.Dependencies) != 0) cell = cell with { Dependencies = other.Dependencies, DependencyStamp = other.DependencyStamp };
        return cell;
    }

    /// <summary>Which of some parts were written since another cell stood here.</summary>
    public LayerParts ChangedSince(LayerCell<TScheme, TAst> other, LayerParts parts) => parts &
        ((SchemeStamp == other.SchemeStamp ? 0 : LayerParts.Scheme) | (AstStamp == other.AstStamp ? 0 : LayerParts.Ast) | (DependencyStamp == other.DependencyStamp ? 0 : LayerParts.Dependencies));
}
