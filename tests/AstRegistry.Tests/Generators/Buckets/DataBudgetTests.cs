using AstRegistry.Generators.Buckets;

namespace AstRegistry.Tests.Generators.Buckets;

public class DataBudgetTests
{
    private static readonly DataSizes Sizes = new(Types: 150, Members: 300, Nodes: 600);

    [Theory]
    [InlineData(560, AstRegistryDetail.Nodes, AstRegistryDetail.Nodes)]
    [InlineData(559, AstRegistryDetail.Nodes, AstRegistryDetail.Members)]
    [InlineData(559, AstRegistryDetail.Statements, AstRegistryDetail.Members)]
    [InlineData(240, AstRegistryDetail.Members, AstRegistryDetail.Members)]
    [InlineData(239, AstRegistryDetail.Members, AstRegistryDetail.Types)]
    [InlineData(80, AstRegistryDetail.Nodes, AstRegistryDetail.Types)]
    [InlineData(79, AstRegistryDetail.Nodes, null)]
    [InlineData(79, AstRegistryDetail.Types, null)]
    public void The_highest_detail_that_fits_is_recorded(long budget, AstRegistryDetail requested, AstRegistryDetail? expected) =>
        Assert.Equal(expected, new DataBudget(budget).Fit(Sizes, requested));

    [Fact]
    public void The_budget_leaves_a_project_half_of_the_string_heap() =>
        Assert.InRange(DataBudget.Default.Characters * sizeof(char), 1, (16 << 20) / 2);
}
