namespace AstRegistry.Generators;

/// <summary>The names of the pipeline's steps, by which tests watch what an edit runs again.</summary>
internal static class TrackingNames
{
    /// <summary>What the project asks for; null when the registry is off.</summary>
    public const string Settings = nameof(Settings);

    /// <summary>The syntax trees of the compilation.</summary>
    public const string Trees = nameof(Trees);

    /// <summary>A source file, walked and packed.</summary>
    public const string Files = nameof(Files);

    /// <summary>What a file adds to the inventory and the index.</summary>
    public const string Names = nameof(Names);

    /// <summary>The names of all files, compared by their types.</summary>
    public const string AllTypes = nameof(AllTypes);

    /// <summary>The names of all files, compared by types and members.</summary>
    public const string AllNames = nameof(AllNames);

    /// <summary>All files by bucket, and how much data they are.</summary>
    public const string Layout = nameof(Layout);

    /// <summary>Where the registry stands and how much detail it holds.</summary>
    public const string Frame = nameof(Frame);

    /// <summary>The registries of referenced projects.</summary>
    public const string References = nameof(References);

    /// <summary>What the lock file says of ids.</summary>
    public const string Lock = nameof(Lock);

    /// <summary>The declarations whose ids are not their plain hashes.</summary>
    public const string Overrides = nameof(Overrides);

    /// <summary>What the source that users see depends on.</summary>
    public const string Shape = nameof(Shape);

    /// <summary>The files of one bucket.</summary>
    public const string Buckets = nameof(Buckets);
}
