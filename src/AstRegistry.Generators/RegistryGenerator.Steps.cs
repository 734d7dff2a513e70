using System.Collections.Immutable;
using AstRegistry.Generators.Buckets;
using AstRegistry.Generators.Emission;
using AstRegistry.Generators.Files;
using AstRegistry.Generators.Locks;
using AstRegistry.Generators.Names;
using AstRegistry.Generators.References;
using AstRegistry.Generators.Settings;
using AstRegistry.Packing;
using Microsoft.CodeAnalysis;

namespace AstRegistry.Generators;

// The steps behind the table of contents, in the same order.
public sealed partial class RegistryGenerator
{
    private static IncrementalValueProvider<RegistrySettings?> Settings(IncrementalGeneratorInitializationContext context)
    {
        var properties = context.AnalyzerConfigOptionsProvider.Select(BuildProperties.Read);
        var assemblyName = context.CompilationProvider.Select(ProjectFacts.AssemblyName);
        var references = context.MetadataReferencesProvider.Select(ProjectFacts.IsLibrary).Where(static isLibrary => isLibrary).Collect();
        var hasNullable = context.ParseOptionsProvider.Select(ProjectFacts.HasNullable);
        return properties.Combine(assemblyName).Combine(references).Combine(hasNullable).Select(static (facts, _) =>
        {
            var (((properties, assemblyName), references), hasNullable) = facts;
            return SettingsReader.Read(properties, assemblyName, ProjectFacts.CanUseLibrary(assemblyName, references), hasNullable);
        }).WithTrackingName(TrackingNames.Settings);
    }

    // The trees come from the compilation: a syntax provider would run for every file at every edit. They carry the settings with them,
    // because a step of its own that adds these to each tree would copy a table of all files at every edit.
    private IncrementalValuesProvider<FileModel> Files(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<RegistrySettings?> settings) =>
        context.CompilationProvider.Combine(settings)
            .SelectMany(static (pair, _) => pair.Right is { } settings ? pair.Left.SyntaxTrees.Select(tree => (Tree: tree, Settings: settings)) : [])
            .WithTrackingName(TrackingNames.Trees)
            .Select((source, cancellation) => _reader.Read(source.Tree, source.Settings, cancellation))
            .WithTrackingName(TrackingNames.Files);

    private static IncrementalValuesProvider<FileNames> Names(IncrementalValuesProvider<FileModel> files) =>
        files.Select(static (file, _) => file.Names).WithTrackingName(TrackingNames.Names);

    private static IncrementalValueProvider<ImmutableArray<FileNames>> AllTypes(IncrementalValuesProvider<FileNames> names) =>
        names.Collect().WithComparer(FileNamesComparer.Types).WithTrackingName(TrackingNames.AllTypes);

    private static IncrementalValueProvider<ImmutableArray<FileNames>> AllNames(IncrementalValuesProvider<FileNames> names) =>
        names.Collect().WithComparer(FileNamesComparer.All).WithTrackingName(TrackingNames.AllNames);

    private static IncrementalValueProvider<FileLayout> Layout(IncrementalValuesProvider<FileModel> files) =>
        files.Collect().Select(FileLayout.Of).WithTrackingName(TrackingNames.Layout);

    private IncrementalValueProvider<RegistryFrame?> Frame(
        IncrementalValueProvider<RegistrySettings?> settings,
        IncrementalValueProvider<ImmutableArray<FileNames>> allTypes,
        IncrementalValueProvider<FileLayout> layout)
    {
        var space = allTypes.Combine(settings).Select(static (pair, _) =>
            pair.Right is null ? "" : ProjectNames.FreeNamespace(pair.Left, pair.Right.Namespace));
        var detail = layout.Combine(settings).Select((pair, _) =>
            pair.Right is null ? null : _budget.Fit(pair.Left.Sizes, pair.Right.Detail));
        return settings.Combine(space).Combine(detail).Select(static (parts, _) =>
        {
            var ((settings, space), detail) = parts;
            return settings is null ? null : new RegistryFrame(space, detail, settings.HasNullable);
        }).WithTrackingName(TrackingNames.Frame);
    }

    private static IncrementalValueProvider<ReferencedRegistries> References(IncrementalGeneratorInitializationContext context) =>
        context.MetadataReferencesProvider.Select(RegistryReferenceReader.Read)
            .Where(static reference => reference is not null).Collect().Select(ReferencedRegistries.Of)
            .WithTrackingName(TrackingNames.References);

    private static IncrementalValueProvider<LockModel> Lock(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<RegistrySettings?> settings) =>
        context.AdditionalTextsProvider.Combine(settings)
            .Where(static pair => LockSource.IsLock(pair.Left, pair.Right))
            .Select(static (pair, cancellation) => LockSource.Read(pair.Left, cancellation))
            .Collect().Combine(settings)
            .Select(static (pair, _) => LockSource.Parse(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.Lock);

    private static IncrementalValueProvider<EquatableArray<IdOverride>> Overrides(
        IncrementalValueProvider<ImmutableArray<FileNames>> allNames,
        IncrementalValueProvider<LockModel> lockFile) =>
        allNames.Combine(lockFile)
            .Select(static (pair, cancellation) => LockSource.Overrides(pair.Left, pair.Right.Ids, cancellation))
            .WithTrackingName(TrackingNames.Overrides);

    private static IncrementalValueProvider<RegistryShape?> Shape(
        IncrementalValueProvider<RegistrySettings?> settings,
        IncrementalValueProvider<ImmutableArray<FileNames>> allTypes,
        IncrementalValueProvider<FileLayout> layout,
        IncrementalValueProvider<RegistryFrame?> frame,
        IncrementalValueProvider<ReferencedRegistries> references,
        IncrementalValueProvider<LockModel> lockFile)
    {
        var isLockFaulty = lockFile.Select(static (model, _) => model.IsFaulty);
        var nonEmpty = layout.Select(static (layout, _) => layout.NonEmpty);
        var leftOut = allTypes.Select(ProjectNames.LeftOut);
        return settings.Combine(frame).Combine(nonEmpty).Combine(references).Combine(isLockFaulty).Combine(leftOut).Select(static (parts, _) =>
        {
            var (((((settings, frame), nonEmpty), references), isLockFaulty), leftOut) = parts;
            return settings is null || frame is null ? null : RegistryShape.Of(settings, frame, nonEmpty, references, isLockFaulty, leftOut);
        }).WithTrackingName(TrackingNames.Shape);
    }

    private static IncrementalValuesProvider<Bucket> Buckets(IncrementalValueProvider<FileLayout> layout) =>
        layout.SelectMany(static (layout, _) => layout.Buckets).WithTrackingName(TrackingNames.Buckets);

    private static void WriteRegistry(SourceProductionContext context, RegistryShape? shape)
    {
        if (shape is null) return;
        context.AddSource(OwnSources.Registry, RegistrySource.Write(shape));
        if (shape.IsExported) context.AddSource(OwnSources.Entry, EntrySource.Write(shape));
    }

    private static void WriteInventory(SourceProductionContext context, (ImmutableArray<FileNames> Names, RegistryFrame? Frame) input)
    {
        if (input.Frame is not null) context.AddSource(OwnSources.Inventory, InventorySource.Write(input.Names, input.Frame));
    }

    private static void WriteIndex(
        SourceProductionContext context,
        ((ImmutableArray<FileNames> Names, RegistryFrame? Frame) Project, EquatableArray<IdOverride> Overrides) input)
    {
        if (input.Project.Frame is { } frame) context.AddSource(OwnSources.Index, IndexSource.Write(input.Project.Names, frame, input.Overrides));
    }

    private static void WriteOverrides(SourceProductionContext context, (EquatableArray<IdOverride> Overrides, RegistryFrame? Frame) input)
    {
        if (input.Frame is not null && input.Overrides.Count > 0) context.AddSource(OwnSources.Overrides, OverridesSource.Write(input.Overrides, input.Frame));
    }

    private static void WriteBucket(SourceProductionContext context, (Bucket Bucket, RegistryFrame? Frame) input)
    {
        if (input.Frame is not { Detail: { } detail } frame || input.Bucket.Files.Count == 0) return;
        context.AddSource(OwnSources.Bucket(input.Bucket.Index), BucketSource.Write(input.Bucket, frame, detail));
    }
}
