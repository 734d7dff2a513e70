namespace AstRegistry.Runtime.Tests.Finding;

/// <summary>Calls that end with the test.</summary>
internal static class FinderCalls
{
    public static FinderResult Ask(this Finder finder, RegistrySnapshot snapshot, string query, int limit = int.MaxValue, int offset = 0) =>
        finder.Find(snapshot, query, limit, offset, TestContext.Current.CancellationToken);

    public static FinderResult Ask(this Finder finder, RegistrySnapshot snapshot, FinderQuery query, int limit = int.MaxValue, int offset = 0) =>
        finder.Find(snapshot, query, limit, offset, TestContext.Current.CancellationToken);

    public static IEnumerable<RegistryEntry> AskEach(this Finder finder, RegistrySnapshot snapshot, FinderQuery query) =>
        finder.Enumerate(snapshot, query, TestContext.Current.CancellationToken);
}
