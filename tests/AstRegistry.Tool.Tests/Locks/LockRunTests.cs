using AstRegistry.Locking;
using AstRegistry.Tool.Locks;

namespace AstRegistry.Tool.Tests.Locks;

public class LockRunTests
{
    private const string Source = """
        namespace Shop;

        public class Cart
        {
            public int Total(int count) { var sum = 0; for (var i = 0; i < count; i++) sum += i; return sum; }
            public int One() => 1;
        }
        """;

    private static readonly string Renamed = Source.Replace("Total", "Sum", StringComparison.Ordinal);

    [Fact]
    public async Task An_update_writes_the_lock_and_a_check_is_content_with_it()
    {
        using var shop = new Sandbox(Source);
        Assert.Equal(LockStatus.Missing, (await shop.CheckAsync()).Status);
        Assert.False(File.Exists(shop.LockPath));

        Assert.Equal(LockStatus.Updated, (await shop.UpdateAsync()).Status);
        Assert.Equal(LockStatus.InStep, (await shop.CheckAsync()).Status);
        Assert.Equal(["method Shop.Cart.One()", "method Shop.Cart.Total(int)", "type Shop.Cart"], LockFile.Parse(shop.Lock).Records.Select(static record => record.Key.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_update_without_a_change_leaves_the_file_alone()
    {
        using var shop = new Sandbox(Source);
        await shop.UpdateAsync();
        var then = DateTime.UtcNow.AddDays(-1);
        File.SetLastWriteTimeUtc(shop.LockPath, then);

        Assert.Equal(LockStatus.InStep, (await shop.UpdateAsync()).Status);
        Assert.Equal(then, File.GetLastWriteTimeUtc(shop.LockPath));
    }

    [Fact]
    public async Task A_rename_keeps_its_id_by_the_snapshot_of_the_last_run()
    {
        using var shop = new Sandbox(Source);
        await shop.UpdateAsync();
        var id = Find(shop, "Shop.Cart.Total(int)").Id;
        shop.Write("Shop.cs", Renamed);

        var check = await shop.CheckAsync();
        Assert.Equal(LockStatus.Drifted, check.Status);
        Assert.Equal(LockChangeKind.Renamed, Assert.Single(check.Changes).Kind);
        Assert.Equal("snapshot", check.Baseline!.Name);

        await shop.UpdateAsync();
        Assert.Equal(id, Find(shop, "Shop.Cart.Sum(int)").Id);
        Assert.Contains("was=Shop.Cart.Total(int)", shop.Lock, StringComparison.Ordinal);

        // And back again, though nothing was built in between.
        shop.Write("Shop.cs", Source);
        await shop.UpdateAsync();
        Assert.Equal(id, Find(shop, "Shop.Cart.Total(int)").Id);
        Assert.DoesNotContain("was=", shop.Lock, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_snapshot_that_is_not_in_step_with_the_lock_gives_way_to_the_last_commit()
    {
        using var shop = new Sandbox(Source);
        await shop.UpdateAsync();
        var first = shop.Lock;
        shop.Write("Shop.cs", Source.Replace("One", "Uno", StringComparison.Ordinal));
        await shop.UpdateAsync();

        // Another state comes in, as by a pull: sources and lock, and no snapshot.
        shop.Write("Shop.cs", Source);
        shop.Lock = first;
        shop.CommitAll();
        shop.Write("Shop.cs", Renamed);

        var outcome = await shop.UpdateAsync();
        Assert.Equal(40, outcome.Baseline!.Name.Length);
        Assert.Equal(LockChangeKind.Renamed, Assert.Single(outcome.Changes).Kind);
    }

    [Fact]
    public async Task The_last_commit_knows_files_that_are_gone_and_leaves_other_projects_out()
    {
        using var shop = new Sandbox(Source);
        shop.Write("Other/Other.csproj", "<Project />");
        shop.Write("Other/Gone.cs", "namespace Shop; public class Till { public int Sum(int count) { var sum = 0; for (var i = 0; i < count; i++) sum += i; return sum; } }");
        await shop.UpdateAsync();
        shop.CommitAll();
        File.Delete(shop.Project.SnapshotPath);
        File.Delete(shop.PathOf("Shop.cs"));
        File.Delete(shop.PathOf("Other/Gone.cs"));
        shop.Write("Moved.cs", Renamed);
        shop.Project = shop.Project with { Targets = [shop.Target("net8.0", null, "Moved.cs")] };

        Assert.Equal(LockChangeKind.Renamed, Assert.Single((await shop.UpdateAsync()).Changes).Kind);
    }

    [Fact]
    public async Task A_revision_can_be_named_and_one_that_is_none_is_refused()
    {
        using var shop = new Sandbox(Source);
        await shop.UpdateAsync();
        shop.CommitAll();
        shop.Write("Shop.cs", Renamed);
        shop.CommitAll();
        File.Delete(shop.Project.SnapshotPath);
        var before = shop.Lock;

        // At HEAD the sources were renamed already, so only an older revision tells.
        Assert.Equal(2, (await shop.CheckAsync()).Changes.Count);
        var refused = await Assert.ThrowsAsync<ToolException>(() => shop.RunAsync(LockMode.Update, static options => options with { Since = "no-such-branch" }));
        Assert.Contains("no-such-branch", refused.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, refused.ExitCode);
        Assert.Equal(before, shop.Lock);
        Assert.Single((await shop.RunAsync(LockMode.Update, static options => options with { Since = "HEAD~1" })).Changes);
    }

    [Fact]
    public async Task Without_snapshot_and_repository_renames_are_not_told_and_that_is_said()
    {
        using var shop = new Sandbox(Source);
        await shop.UpdateAsync();
        File.Delete(shop.Project.SnapshotPath);
        shop.Write("Shop.cs", Renamed);

        var outcome = await shop.UpdateAsync();
        Assert.Equal("none", outcome.Baseline!.Name);
        Assert.Contains("neither a snapshot", outcome.Baseline.Remark, StringComparison.Ordinal);
        Assert.Equal([LockChangeKind.Retired, LockChangeKind.Added], outcome.Changes.OrderByDescending(static change => change.Key).Select(static change => change.Kind));
    }

    [Fact]
    public async Task A_declaration_that_comes_back_gets_a_new_id_and_the_old_one_is_named()
    {
        using var shop = new Sandbox(Source);
        await shop.UpdateAsync();
        shop.Write("Shop.cs", Source.Replace("public int One() => 1;", "", StringComparison.Ordinal));
        await shop.UpdateAsync();
        shop.Write("Shop.cs", Source);

        var check = await shop.CheckAsync();
        Assert.Equal("Shop.Cart.One()", Assert.Single(check.Returned).Key.Key);
        await shop.UpdateAsync();
        Assert.Equal(1, LockFile.Parse(shop.Lock).FindLive(new("method", "Shop.Cart.One()"))!.Salt);
    }

    [Fact]
    public async Task Sources_that_cannot_be_parsed_leave_the_lock_alone()
    {
        using var shop = new Sandbox(Source);
        await shop.UpdateAsync();
        var before = shop.Lock;
        shop.Write("Shop.cs", Source + " public class {");

        var outcome = await shop.UpdateAsync();
        Assert.Equal(LockStatus.Unparsed, outcome.Status);
        Assert.Contains("Shop.cs(", outcome.SyntaxError, StringComparison.Ordinal);
        Assert.Equal(before, shop.Lock);
    }

    [Fact]
    public async Task Debug_and_release_builds_have_one_lock()
    {
        const string conditional = """
            namespace Shop;
            public class Cart
            {
            #if DEBUG
                public void Check() { }
            #else
                public void Fast() { }
            #endif
            }
            """;
        using var shop = new Sandbox(conditional);
        await shop.UpdateAsync();
        Assert.Contains("Check()\n", shop.Lock, StringComparison.Ordinal);
        Assert.Contains("Fast()\n", shop.Lock, StringComparison.Ordinal);

        shop.Project = shop.Project with { Targets = [shop.Target("net8.0", ["RELEASE"])] };
        Assert.Equal(LockStatus.InStep, (await shop.CheckAsync()).Status);
    }

    [Fact]
    public async Task What_exists_in_some_targets_only_says_in_which()
    {
        using var shop = new Sandbox("namespace Shop; public class Cart {\n#if NET10_0\npublic void New() { }\n#endif\n}");
        shop.Project = shop.Project with { Targets = [shop.Target("net10.0", ["NET10_0"]), shop.Target("net8.0")] };
        await shop.UpdateAsync();

        Assert.Contains("method Shop.Cart.New() tfm=net10.0\n", shop.Lock, StringComparison.Ordinal);
        Assert.Contains("type Shop.Cart\n", shop.Lock, StringComparison.Ordinal);
        Assert.Equal(LockStatus.InStep, (await shop.CheckAsync()).Status);
    }

    [Fact]
    public async Task A_sparse_lock_holds_renames_and_nothing_else()
    {
        using var shop = new Sandbox(Source);
        shop.Project = shop.Project with { IsSparse = true };
        await shop.UpdateAsync();
        Assert.Equal("", shop.Lock);

        shop.Write("Shop.cs", Renamed);
        Assert.Equal(LockStatus.Drifted, (await shop.RunAsync(LockMode.Observe)).Status);
        Assert.Equal(LockStatus.Drifted, (await shop.CheckAsync()).Status);
        await shop.UpdateAsync();
        Assert.Contains("method Shop.Cart.Sum(int) was=Shop.Cart.Total(int)\n", shop.Lock, StringComparison.Ordinal);
        Assert.Single(LockFile.Parse(shop.Lock).Records);
        Assert.Equal(LockStatus.InStep, (await shop.CheckAsync()).Status);
    }

    [Fact]
    public async Task A_build_that_only_observes_writes_no_lock()
    {
        using var shop = new Sandbox(Source);
        Assert.Equal(LockStatus.Missing, (await shop.RunAsync(LockMode.Observe)).Status);
        Assert.False(File.Exists(shop.LockPath));

        await shop.UpdateAsync();
        var before = shop.Lock;
        var snapshot = await File.ReadAllBytesAsync(shop.Project.SnapshotPath, TestContext.Current.CancellationToken);
        shop.Write("Shop.cs", Renamed);
        Assert.Equal(LockStatus.Drifted, (await shop.RunAsync(LockMode.Observe)).Status);
        Assert.Equal(before, shop.Lock);
        Assert.Equal(snapshot, await File.ReadAllBytesAsync(shop.Project.SnapshotPath, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_project_without_sources_has_an_empty_lock()
    {
        using var shop = new Sandbox("");
        shop.Project = shop.Project with { Targets = [new("net8.0", "", [], [])] };
        Assert.Equal(LockStatus.Updated, (await shop.UpdateAsync()).Status);
        Assert.Equal("", shop.Lock);
        Assert.Equal(LockStatus.InStep, (await shop.CheckAsync()).Status);
    }

    [Fact]
    public async Task A_cancelled_run_changes_nothing()
    {
        using var shop = new Sandbox(Source);
        await shop.UpdateAsync();
        var before = shop.Lock;
        shop.Write("Shop.cs", Renamed);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new LockRun(shop.Project, new(LockMode.Update)).RunAsync(new CancellationToken(canceled: true)));
        Assert.Equal(before, shop.Lock);
    }

    private static LockRecord Find(Sandbox shop, string key) => LockFile.Parse(shop.Lock).FindLive(new("method", key))!;
}
