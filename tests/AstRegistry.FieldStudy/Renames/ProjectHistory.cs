using System.Collections.Concurrent;
using AstRegistry.FieldStudy.History;
using AstRegistry.Renames;
using Microsoft.CodeAnalysis.CSharp;

namespace AstRegistry.FieldStudy.Renames;

/// <summary>The C# files of a project at one commit, blob by path.</summary>
internal sealed record ProjectFiles(string Name, SortedDictionary<string, string> Blobs);

/// <summary>
/// The projects of a repository before and after a commit. A file belongs to the nearest folder above it that holds a project file; a
/// project is known by the name of that file, so that it may move.
/// </summary>
internal sealed class ProjectHistory(GitHistory history, CSharpParseOptions options)
{
    private readonly ConcurrentDictionary<(string Blob, string FileName), FileDeclarations> _files = [];

    /// <summary>The projects that a commit changes.</summary>
    public List<(ProjectFiles Before, ProjectFiles After)> ReadChanged(Commit commit)
    {
        var before = Projects(history.ReadTree(commit.Name + "^"));
        var after = Projects(history.ReadTree(commit.Name));
        var changed = new List<(ProjectFiles, ProjectFiles)>();
        foreach (var name in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            var old = before.GetValueOrDefault(name) ?? new ProjectFiles(name, []);
            var @new = after.GetValueOrDefault(name) ?? new ProjectFiles(name, []);
            if (!old.Blobs.SequenceEqual(@new.Blobs)) changed.Add((old, @new));
        }

        return changed;
    }

    /// <summary>What a project declares, its unchanged files read once for all commits.</summary>
    public ProjectDeclarations Read(ProjectFiles project)
    {
        var merge = new DeclarationMerge();
        merge.BeginTarget("");
        foreach (var (path, blob) in project.Blobs)
        {
            var name = Path.GetFileName(path);
            merge.Add(_files.GetOrAdd((blob, name), key => FileDeclarations.Read(Parse(key.Blob, key.FileName), default)));
        }

        return merge.ToProject(project.Name);
    }

    /// <summary>Reads a file again with its syntax.</summary>
    public DeclaredTokens ReadTokens(string path, string blob) => DeclaredTokens.Read(Parse(blob, Path.GetFileName(path)));

    private Microsoft.CodeAnalysis.SyntaxTree Parse(string blob, string fileName) => CSharpSyntaxTree.ParseText(history.ReadBlob(blob), options, fileName);

    private static Dictionary<string, ProjectFiles> Projects(List<(string Path, string Blob)> files)
    {
        var names = new Dictionary<string, string>();
        foreach (var (path, _) in files.OrderByDescending(f => f.Path, StringComparer.Ordinal))
            if (path.EndsWith(".csproj", StringComparison.Ordinal)) names[FolderOf(path)] = Path.GetFileNameWithoutExtension(path);
        var projects = new Dictionary<string, ProjectFiles>();
        foreach (var (path, blob) in files)
        {
            if (!path.EndsWith(".cs", StringComparison.Ordinal)) continue;
            var folder = FolderOf(path);
            while (folder.Length > 0 && !names.ContainsKey(folder)) folder = FolderOf(folder);
            var name = names.GetValueOrDefault(folder, "");
            if (!projects.TryGetValue(name, out var project)) projects.Add(name, project = new ProjectFiles(name, new SortedDictionary<string, string>(StringComparer.Ordinal)));
            project.Blobs[path] = blob;
        }

        return projects;
    }

    private static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : "";
}
