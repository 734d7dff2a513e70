using AstRegistry.Generators;
using AstRegistry.Identity;
using Microsoft.CodeAnalysis;

namespace AstRegistry.Tests.Generators.Locks;

/// <summary>What the lock file does to the ids of a project.</summary>
public class LockedIdsTests
{
    private const string Cart = "namespace Shop { public class Cart { public void AddItem(int item) { if (item > 0) AddItem(item - 1); } public int Count; } }";
    private static readonly MemberHash Type = MemberHash.Of("Shop", KindTag.Type, "Shop.Cart");
    private static readonly MemberHash Add = MemberHash.Of("Shop", "method", "Shop.Cart.Add(int)");
    private static readonly MemberHash AddItem = MemberHash.Of("Shop", "method", "Shop.Cart.AddItem(int)");
    private static readonly MemberHash Count = MemberHash.Of("Shop", "field", "Shop.Cart.Count");

    [Fact]
    public void A_renamed_member_and_its_nodes_keep_their_ids()
    {
        var before = Project(null, Cart.Replace("AddItem", "Add", StringComparison.Ordinal)).Open();
        var after = Project($"{new NodeId(Add.Id)} method Shop.Cart.AddItem(int) was=Shop.Cart.Add(int)\n").Open();

        var old = before.FindFunction("Shop.Cart.Add(int)");
        var renamed = after.FindFunction("Shop.Cart.AddItem(int)");
        Assert.Equal(old.Id, renamed.Id);
        Assert.Same(renamed, after.GetFunction(old.Id));
        var branch = Assert.Single(old.Node.Descendants(), static node => node.Kind == SyntaxNodeKind.IfStatement);
        Assert.Equal(SyntaxNodeKind.IfStatement, after.GetNode(branch.Id).Kind);
    }

    [Fact]
    public void A_renamed_type_keeps_its_id()
    {
        var old = MemberHash.Of("Shop", KindTag.Type, "Shop.Basket").Id;

        var registry = Project($"{new NodeId(old)} type Shop.Cart was=Shop.Basket\n").Open();

        Assert.Equal(new NodeId(old), registry.FindModule("Shop.Cart").Id);
        Assert.Equal("Shop.Cart", registry.GetModule(new NodeId(old)).Key);
        Assert.False(registry.TryGetModule(new NodeId(Type.Id), out _));
    }

    [Fact]
    public void The_id_of_what_is_retired_is_not_given_again()
    {
        var registry = Project($"{new NodeId(Count.Id)} field Shop.Cart.Count retired\n").Open();

        Assert.Equal(new NodeId(Count.Salted(1)), registry.FindMember("Shop.Cart.Count").Id);
        Assert.False(registry.TryGetMember(new NodeId(Count.Id), out _));
    }

    [Fact]
    public void A_lock_of_plain_ids_writes_nothing_more()
    {
        var plain = Project(null).Run();
        var locked = Project(string.Join('\n', new[] { $"{new NodeId(Type.Id)} type Shop.Cart", $"{new NodeId(AddItem.Id)} method Shop.Cart.AddItem(int)" }.Order(StringComparer.Ordinal)) + "\n").Run();

        Assert.Equal(
            plain.GeneratedSources.Select(static source => (source.HintName, source.SourceText.ToString())),
            locked.GeneratedSources.Select(static source => (source.HintName, source.SourceText.ToString())));
    }

    [Fact]
    public void Lines_that_cannot_be_read_are_told_and_the_others_hold()
    {
        var registry = Project($"nonsense\n{new NodeId(Add.Id)} method Shop.Cart.AddItem(int) was=Shop.Cart.Add(int)\n").Open();

        Assert.Contains("lock file", Assert.Single(registry.LeftOut), StringComparison.Ordinal);
        Assert.Equal(new NodeId(Add.Id), registry.FindFunction("Shop.Cart.AddItem(int)").Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    [InlineData("<<<<<<< ours\n=======\n>>>>>>> theirs\n")]
    [InlineData("\0\ud800 x y z")]
    public void Any_text_is_borne(string text) => Assert.Equal(new NodeId(Type.Id), Project(text).Open().FindModule("Shop.Cart").Id);

    [Fact]
    public void The_lock_of_another_name_is_read_where_the_project_says_so()
    {
        var text = $"{new NodeId(Count.Id)} field Shop.Cart.Count retired\n";

        var ignored = Project(text, properties: new Dictionary<string, string> { ["AstRegistryLockFile"] = "/repo/Other.lock" });
        var read = Project(text, properties: new Dictionary<string, string> { ["AstRegistryLockFile"] = "C:\\repo\\astregistry.LOCK" });

        Assert.Equal(new NodeId(Count.Id), ignored.Open().FindMember("Shop.Cart.Count").Id);
        Assert.NotEqual(new NodeId(Count.Id), read.Open().FindMember("Shop.Cart.Count").Id);
    }

    [Fact]
    public void Writing_the_lock_walks_no_file_and_writes_no_bucket()
    {
        var project = new GeneratorHarness(GeneratorHarness.ManyFiles(100), lockFile: "");
        var first = project.Run();

        project.WriteLock($"{new NodeId(MemberHash.Of("Shop", KindTag.Type, "Shop.Part0.Class0000").Id)} type Shop.Part0.Class0000 retired\n");
        var second = project.Run();

        Assert.Equal(0, second.Rerun(TrackingNames.Files));
        Assert.Equal(1, second.Changed(TrackingNames.Lock));
        Assert.Equal(["AppRegistry.Index.g.cs", "AppRegistry.Overrides.g.cs"], second.RewrittenSince(first).Order(StringComparer.Ordinal));

        project.WriteLock(null);
        Assert.DoesNotContain(project.Run().GeneratedSources, static source => source.HintName.Contains("Overrides", StringComparison.Ordinal));
    }

    [Fact]
    public void Editing_a_body_leaves_the_lock_alone()
    {
        var id = new NodeId(MemberHash.Of("Shop", KindTag.Type, "Shop.Part0.Class0000").Id);
        var project = new GeneratorHarness(GeneratorHarness.ManyFiles(100), lockFile: $"{id} type Shop.Part0.Class0000 retired\n");
        project.Run();

        project.Edit("Part2/File0009.cs", "First(a + 1)", "First(a + 2)");
        var second = project.Run();

        Assert.Equal(0, second.Rerun(TrackingNames.Lock));
        Assert.Equal(0, second.Rerun(TrackingNames.Overrides));
    }

    private static GeneratorHarness Project(string? lockFile, string source = Cart, IReadOnlyDictionary<string, string>? properties = null) =>
        new([("/repo/src/Shop/Cart.cs", source)], properties, lockFile: lockFile);
}
