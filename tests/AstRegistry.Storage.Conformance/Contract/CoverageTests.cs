using System.Reflection;

namespace AstRegistry.Storage.Conformance.Contract;

/// <summary>No backend goes without the contract, and no promise goes without being listed.</summary>
public sealed class CoverageTests
{
    private static readonly Assembly[] Products = [typeof(IRegistryHistory).Assembly, Assembly.Load("AstRegistry.Sqlite"), Assembly.Load("AstRegistry.PostgreSql")];

    [Fact]
    public void Every_backend_has_a_class_that_derives_from_the_contract()
    {
        var backends = Products.SelectMany(static assembly => assembly.GetTypes()).Where(static type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IRegistryHistory))).ToArray();
        Assert.Contains(typeof(MemoryHistory), backends);
        Assert.Contains(typeof(NoHistory), backends);

        var tested = typeof(CoverageTests).Assembly.GetTypes().Where(static type => type is { IsAbstract: false, IsPublic: true }).Select(BackendOf).ToHashSet();
        Assert.All(backends, backend => Assert.True(tested.Contains(backend), $"{backend} has no class that derives from HistoryContract<{backend.Name}>."));
    }

    [Fact]
    public void Every_promise_is_listed_once()
    {
        var methods = typeof(HistoryPromises).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(static method => !method.IsSpecialName).Select(static method => method.Name);
        Assert.Equal(methods.Order(), HistoryPromises.All.Select(static check => check.Name).Order());
    }

    private static Type? BackendOf(Type type)
    {
        for (var above = type.BaseType; above is not null; above = above.BaseType)
        {
            if (above.IsGenericType && above.GetGenericTypeDefinition() == typeof(HistoryContract<>)) return above.GetGenericArguments()[0];
        }

        return null;
    }
}
