namespace AstRegistry.Tests.Code.Classes;

/// <summary>Ids that may be stored, looked up across projects.</summary>
public sealed class CodeSnapshotNodesTests
{
    private const string Money = "namespace Common { class Money { int Round(int cents) { if (cents > 0) return cents; return 0; } int _cents; } }";

    private readonly CodeRegistry _pay = Registry("Pay");
    private readonly CodeRegistry _shop = Registry("Shop");

    [Fact]
    public void Records_of_each_project_are_found_by_id_alone()
    {
        var database = CodeDatabase.Load(_shop, _pay);

        foreach (var registry in new[] { _pay, _shop })
        {
            var function = registry.FindFunction("Common.Money.Round(int)");
            Assert.Same(function.Module, database.GetModule(function.Module.Id));
            Assert.Same(function, database.GetFunction(function.Id));
            Assert.Same(function, database.GetMember(function.Id));
            Assert.All(function.Node.Descendants(), node => Assert.Equal(node, database.GetNode(node.Id)));
            Assert.Equal(database.ClassIdOf(function.Module.ClassKey), database.Project(registry.ProjectName).ClassIdOf("Common.Money"));
        }
    }

    [Fact]
    public void What_no_project_has_is_missing()
    {
        var database = CodeDatabase.Load(_shop, _pay);
        var id = NodeId.Parse("0123456789abcdef");

        Assert.False(database.TryGetModule(id, out _));
        Assert.False(database.TryGetMember(id, out _));
        Assert.False(database.TryGetFunction(id, out _));
        Assert.False(database.TryGetNode(id, out _));
        Assert.Contains("'Pay', 'Shop'", Assert.Throws<KeyNotFoundException>(() => database.GetNode(id)).Message, StringComparison.Ordinal);
        Assert.Throws<KeyNotFoundException>(() => database.GetModule(id));
        Assert.Throws<KeyNotFoundException>(() => database.GetMember(id));
        Assert.Throws<KeyNotFoundException>(() => database.GetFunction(_shop.FindMember("Common.Money._cents").Id));
    }

    [Fact]
    public void A_removed_project_is_not_asked()
    {
        var database = CodeDatabase.Load(_shop, _pay);
        var module = _pay.FindModule("Common.Money");
        var before = database.Snapshot;

        database.Remove("Pay");

        Assert.False(database.TryGetModule(module.Id, out _));
        Assert.True(before.TryGetModule(module.Id, out _));
    }

    private static CodeRegistry Registry(string project) => TestRegistry.Of(project, AstRegistryDetail.Nodes, SourceRegistry.Read(Money, AstRegistryDetail.Nodes));
}
