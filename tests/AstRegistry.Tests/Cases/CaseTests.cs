using AstRegistry.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AstRegistry.Tests.Cases;

/// <summary>
/// One file a case: <c>Name.input.cs</c> is read, and its inventory is compared with <c>Name.verified.txt</c>. A new case is a new pair of
/// files; a difference leaves <c>Name.received.txt</c> beside them, which becomes the expectation when it is right and renamed.
/// </summary>
public class CaseTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests", "AstRegistry.Tests", "Cases");

    public static TheoryData<string> Names
    {
        get
        {
            var names = new TheoryData<string>();
            foreach (var file in Directory.GetFiles(Folder, "*.input.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                names.Add(Path.GetRelativePath(Folder, file)[..^".input.cs".Length].Replace('\\', '/'));
            }

            return names;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Inventory_is_as_expected(string name)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var received = InventoryText.Of(SyntaxInventory.Read(Parse(name, cancellationToken), new InventoryOptions(AstRegistryDetail.Statements), cancellationToken));

        var expectation = Path.Combine(Folder, name + ".verified.txt");
        var expected = File.Exists(expectation) ? File.ReadAllText(expectation) : "";
        var receivedFile = Path.Combine(Folder, name + ".received.txt");
        if (received != expected) File.WriteAllText(receivedFile, received);
        else File.Delete(receivedFile);
        Assert.Equal(expected, received);
    }

    /// <summary>The input of a case as the inventory meets it.</summary>
    internal static SyntaxTree Parse(string name, CancellationToken cancellationToken) => CSharpSyntaxTree.ParseText(
        File.ReadAllText(Path.Combine(Folder, name + ".input.cs")),
        new CSharpParseOptions(LanguageVersion.Preview),
        Path.GetFileName(name) + ".cs",
        cancellationToken: cancellationToken);
}
