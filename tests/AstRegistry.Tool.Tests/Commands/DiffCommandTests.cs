namespace AstRegistry.Tool.Tests.Commands;

public class DiffCommandTests
{
    private const string Old = "1000000000000001 type Shop.Cart\n2000000000000002 method Shop.Cart.Add(Item)\n3000000000000003 method Shop.Cart.Pay()\n";
    private const string New = "1000000000000001 type Shop.Cart\n2000000000000002 method Shop.Cart.AddItem(Item) was=Shop.Cart.Add(Item)\n3000000000000003 method Shop.Cart.Pay() retired\n0000000000000004 type Shop.Till salt=1\n";

    [Fact]
    public async Task People_read_a_line_a_change_sorted_by_name()
    {
        using var files = new Sandbox();
        Assert.Equal(ExitCode.Findings, await files.CommandAsync("diff", files.Write("old", Old), files.Write("new", New)));
        Assert.Equal("""
              renamed    method Shop.Cart.Add(Item) -> Shop.Cart.AddItem(Item)
              retired    method Shop.Cart.Pay()
              added      type Shop.Till

            """, files.Output, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task Equal_files_have_no_difference()
    {
        using var files = new Sandbox();
        Assert.Equal(ExitCode.Fine, await files.CommandAsync("diff", files.Write("old", Old), files.PathOf("old")));
        Assert.Equal("", files.Output);
    }

    [Fact]
    public async Task Programs_read_a_stable_shape()
    {
        using var files = new Sandbox();
        await files.CommandAsync("diff", files.Write("old", Old), files.Write("new", New), "--format", "json");
        Assert.Equal("""
            {
              "version": 1,
              "changes": [
                {
                  "change": "renamed",
                  "id": "2000000000000002",
                  "before": {
                    "kind": "method",
                    "key": "Shop.Cart.Add(Item)",
                    "salt": 0,
                    "targets": [],
                    "retired": false
                  },
                  "after": {
                    "kind": "method",
                    "key": "Shop.Cart.AddItem(Item)",
                    "was": "Shop.Cart.Add(Item)",
                    "salt": 0,
                    "targets": [],
                    "retired": false
                  },
                  "inherited": false
                },
                {
                  "change": "retired",
                  "id": "3000000000000003",
                  "before": {
                    "kind": "method",
                    "key": "Shop.Cart.Pay()",
                    "salt": 0,
                    "targets": [],
                    "retired": false
                  },
                  "after": {
                    "kind": "method",
                    "key": "Shop.Cart.Pay()",
                    "salt": 0,
                    "targets": [],
                    "retired": true
                  },
                  "inherited": false
                },
                {
                  "change": "added",
                  "id": "0000000000000004",
                  "after": {
                    "kind": "type",
                    "key": "Shop.Till",
                    "salt": 1,
                    "targets": [],
                    "retired": false
                  },
                  "inherited": false
                }
              ]
            }

            """, files.Output, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task What_cannot_be_compared_is_named()
    {
        using var files = new Sandbox();
        var old = files.Write("old", Old);
        Assert.Equal(ExitCode.Usage, await files.CommandAsync("diff", old, files.PathOf("gone")));
        Assert.Equal(ExitCode.Usage, await files.CommandAsync("diff", old, "no-such-revision:AstRegistry.lock"));
        Assert.Equal(ExitCode.Environment, await files.CommandAsync("diff", old, files.Write("bad", "no record\n")));
        Assert.Equal(ExitCode.Environment, await files.CommandAsync("diff", old, files.Folder));
        Assert.Equal("", files.Output);
        Assert.Contains("gone' does not exist", files.Error, StringComparison.Ordinal);
        Assert.Contains("'no-such-revision:AstRegistry.lock' is neither a file nor in the git repository", files.Error, StringComparison.Ordinal);
        Assert.Contains("bad(1,1): 'no' is not an id", files.Error, StringComparison.Ordinal);
        Assert.Contains("is a folder, not a lock file", files.Error, StringComparison.Ordinal);
    }
}
