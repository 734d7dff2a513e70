using System.Collections.Immutable;
using AstRegistry.Generators.Buckets;
using AstRegistry.Generators.Emission;
using AstRegistry.Generators.Files;
using AstRegistry.Generators.Locks;
using AstRegistry.Generators.Names;
using AstRegistry.Generators.References;
using AstRegistry.Generators.Settings;
using AstRegistry.Packing;
using AstRegistry.Syntax;
using Microsoft.CodeAnalysis;

namespace AstRegistry.Generators;

/// <summary>Writes the registry of a project: <c>AppRegistry</c> and the packed data behind it.</summary>
[Generator(LanguageNames.CSharp)]
public sealed partial class RegistryGenerator : IIncrementalGenerator
{
    private readonly FileReader _reader;
    private readonly DataBudget _budget;

    /// <summary>Makes the generator as the compiler does.</summary>
    public RegistryGenerator()
        : this(SyntaxInventory.Read, DataBudget.Default)
    {
    }

    /// <summary>Makes the generator with another walk or budget, for tests.</summary>
    internal RegistryGenerator(TreeWalk walk, DataBudget budget)
    {
        _reader = new(walk);
        _budget = budget;
    }

    /// <summary>
    /// The pipeline. No step asks for symbols, no Roslyn object leaves <see cref="Files"/>, and an edit of one body walks one file
    /// and writes one bucket.
    /// </summary>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // What the project asks for; null when the registry is off, and then nothing below does any work.
        IncrementalValueProvider<RegistrySettings?> settings = Settings(context);

        // Every source file on its own: walked, packed, its names taken out.
        IncrementalValuesProvider<FileModel> files = Files(context, settings);

        // What files declare. The edit of a body leaves types and members as they are, that of a signature the types.
        IncrementalValuesProvider<FileNames> names = Names(files);
        IncrementalValueProvider<ImmutableArray<FileNames>> allTypes = AllTypes(names);
        IncrementalValueProvider<ImmutableArray<FileNames>> allNames = AllNames(names);

        // All files by bucket, and how much data they are.
        IncrementalValueProvider<FileLayout> layout = Layout(files);

        // Where the registry stands and how much detail fits.
        IncrementalValueProvider<RegistryFrame?> frame = Frame(settings, allTypes, layout);

        // The ids that the lock file keeps.
        IncrementalValueProvider<LockModel> lockFile = Lock(context, settings);
        IncrementalValueProvider<EquatableArray<IdOverride>> overrides = Overrides(allNames, lockFile);

        // The registries of referenced projects.
        IncrementalValueProvider<ReferencedRegistries> references = References(context);

        // AppRegistry.g.cs, AppRegistry.Entry.g.cs, AppRegistry.Inventory.g.cs, AppRegistry.Index.g.cs,
        // AppRegistry.Overrides.g.cs, and AppRegistry.Bucket000.g.cs to Bucket127.
        context.RegisterSourceOutput(Shape(settings, allTypes, layout, frame, references, lockFile), WriteRegistry);
        context.RegisterSourceOutput(allTypes.Combine(frame), WriteInventory);
        context.RegisterSourceOutput(allNames.Combine(frame).Combine(overrides), WriteIndex);
        context.RegisterSourceOutput(overrides.Combine(frame), WriteOverrides);
        context.RegisterSourceOutput(Buckets(layout).Combine(frame), WriteBucket);
    }
}
