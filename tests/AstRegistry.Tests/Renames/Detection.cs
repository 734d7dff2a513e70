using AstRegistry.Locking;
using AstRegistry.Renames;
using AstRegistry.Tests.Syntax;

namespace AstRegistry.Tests.Renames;

/// <summary>What the detector says of two states of a small project.</summary>
internal static class Detection
{
    public static ProjectDeclarations Read(params string[] files) =>
        ProjectDeclarations.Read("Tests", files.Select((source, i) => TestInventory.Parse(source, $"File{i}.cs")), TestContext.Current.CancellationToken);

    public static RenameReport Detect(string before, string after) => Detect(Read(before), Read(after));

    public static RenameReport Detect(ProjectDeclarations before, ProjectDeclarations after) => RenameDetector.Detect(before, after, TestContext.Current.CancellationToken);

    /// <summary>What is taken without asking, a line each: <c>Step: old -> new</c>.</summary>
    public static string[] Renames(string before, string after) => [.. Detect(before, after).Renames.Select(Line)];

    /// <summary>What is to be confirmed.</summary>
    public static string[] Proposals(string before, string after) => [.. Detect(before, after).Proposals.Select(Line)];

    /// <summary>What is taken and proposed in a class <c>C</c> with these members.</summary>
    public static string[] InClass(string before, string after)
    {
        var report = Detect($"class C {{ {before} }}", $"class C {{ {after} }}");
        return [.. report.Renames.Select(Line), .. report.Proposals.Select(Line)];
    }

    private static string Line(Rename rename) => $"{rename.Step}: {Text(rename.From, rename)} -> {Text(rename.To, rename)}";

    private static string Text(LockKey key, Rename rename) => rename.From.Kind == rename.To.Kind ? key.Key : key.Kind + " " + key.Key;
}
