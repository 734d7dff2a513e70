using AstRegistry.Generators.Names;
using AstRegistry.Generators.Settings;
using AstRegistry.Identity;
using AstRegistry.Packing;
using AstRegistry.Syntax;
using Microsoft.CodeAnalysis;

namespace AstRegistry.Generators.Files;

/// <summary>Walks a syntax tree; <see cref="SyntaxInventory.Read"/> but for tests.</summary>
internal delegate FileTable TreeWalk(SyntaxTree tree, InventoryOptions options, CancellationToken cancellation);

/// <summary>Turns a syntax tree into a <see cref="FileModel"/>: the one step that reads syntax, and the end of every Roslyn object.</summary>
internal sealed class FileReader(TreeWalk walk)
{
    /// <summary>Reads a tree. Nothing in its source can make this fail: a file that cannot be walked is left out by name.</summary>
    public FileModel Read(SyntaxTree tree, RegistrySettings settings, CancellationToken cancellation)
    {
        if (OwnSources.Contains(tree.FilePath)) return FileModel.Nothing;
        try
        {
            return Pack(tree, settings, cancellation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return FileModel.LeftOut(FilePlace.Of(tree.FilePath, "").FileName);
        }
    }

    private FileModel Pack(SyntaxTree tree, RegistrySettings settings, CancellationToken cancellation)
    {
        var emittedPath = settings.PathRoot.Length == 0 ? "" : FilePlace.Of(tree.FilePath, settings.PathRoot).Path;
        var table = walk(tree, new(settings.Detail, emittedPath), cancellation);
        if (table.Types.Count == 0) return FileModel.Nothing;
        var place = FilePlace.Of(tree.FilePath, settings.ProjectDirectory);
        var names = FileNamesReader.Read(table, settings.ProjectName, place);
        var data = FileTableWriter.Write(table, settings.Detail);
        return new(place.Path, data, names, DigestOf(place.Path, data, names));
    }

    private static ulong DigestOf(string path, PackedFile data, FileNames names)
    {
        var hash = ContentHash.Add(StableHash.Seed, path);
        hash = ContentHash.Add(hash, data.Types);
        hash = ContentHash.Add(hash, data.Members);
        hash = ContentHash.Add(hash, data.Nodes);
        return StableHash.Finish(StableHash.Add(hash, names.Digest));
    }
}
