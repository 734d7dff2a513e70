using AstRegistry.Identity;

namespace AstRegistry.Tests.Identity;

/// <summary>
/// The table of keys and ids that may never change: <c>KeysToIds.golden.txt</c>, a line each of id, project, kind and key with tabs between
/// them, computed outside from the definition. Ids are in lock files and databases; a change takes a new scheme version.
/// </summary>
public class KeysToIdsTests
{
    public static TheoryData<string, string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string, string>();
            foreach (var line in File.ReadLines(Path.Combine(RepositoryRoot.Path, "tests", "AstRegistry.Tests", "Identity", "KeysToIds.golden.txt")))
            {
                var parts = line.Split('\t');
                rows.Add(parts[0], parts[1], parts[2], parts[3]);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Ids_never_change(string id, string project, string tag, string key) =>
        Assert.Equal(id, new NodeId(MemberHash.Of(project, tag, key).Id).ToString());

    [Fact]
    public void Every_kind_stands_in_the_table()
    {
        var tags = Rows.Select(static row => row.Data.Item3).ToHashSet();

        Assert.Contains(KindTag.Type, tags);
        foreach (var kind in Enum.GetValues<MemberKind>().Where(static kind => kind < MemberKind.Getter)) Assert.Contains(KindTag.Of(kind, false), tags);
    }
}
