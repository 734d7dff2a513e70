using AstRegistry.Locking;
using AstRegistry.Tool.Locks;

namespace AstRegistry.Tool.Tests.Locks;

/// <summary>Lock files that are not as they should be: what is wrong is said, and nothing is lost.</summary>
public class BadLockTests
{
    private const string Source = "namespace Shop; public class Cart { public int One() => 1; public int Two() => 2; }";
    private const string Conflict = "<<<<<<< ours\n0123456789abcdef type A\n=======\n0123456789abcdef type B\n>>>>>>> theirs\n";

    public static TheoryData<string, string, int> Faulty => new()
    {
        { "not a lock file at all\n", nameof(LockFaultKind.MalformedId), 4 },
        { "0123456789abcdef nothing A\n", nameof(LockFaultKind.UnknownKind), 4 },
        { "0123456789abcdef type A\n0123456789abcdef type B\n", nameof(LockFaultKind.IdWithTwoKeys), 5 },
        { "0123456789abcdef type A\n0123456789abcdee type A\n", nameof(LockFaultKind.KeyWithTwoIds), 5 },
        { Conflict, nameof(LockFaultKind.ConflictMarker), 4 },
        { "0123456789abcdef ty", nameof(LockFaultKind.TruncatedLine), 4 },
        { "0123456789abcdef method Shop.Cart.Tw", nameof(LockFaultKind.TruncatedLine), 4 },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public async Task A_faulty_lock_is_left_byte_for_byte_and_the_place_is_named(string added, string kind, int line)
    {
        using var shop = new Sandbox(Source);
        await shop.UpdateAsync();
        shop.Lock += added;
        var before = await File.ReadAllBytesAsync(shop.LockPath, TestContext.Current.CancellationToken);

        foreach (var mode in Enum.GetValues<LockMode>())
        {
            var outcome = await shop.RunAsync(mode);
            Assert.Equal(LockStatus.Faulty, outcome.Status);
            Assert.Equal((kind, line), (outcome.Faults[0].Kind.ToString(), outcome.Faults[0].Line));
            Assert.Equal(before, await File.ReadAllBytesAsync(shop.LockPath, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Other_line_ends_a_byte_order_mark_and_repeated_lines_are_no_drift_and_an_update_removes_them()
    {
        using var shop = new Sandbox(Source);
        await shop.UpdateAsync();
        var canonical = shop.Lock;
        var first = canonical.Split('\n')[0];
        shop.Lock = "\uFEFF" + $"{first}\n{canonical}".ReplaceLineEndings("\r\n");

        Assert.Equal(LockStatus.InStep, (await shop.CheckAsync()).Status);
        Assert.Equal(LockStatus.Updated, (await shop.UpdateAsync()).Status);
        Assert.Equal(canonical, shop.Lock);
    }

    [Fact]
    public async Task A_read_only_lock_is_left_alone()
    {
        using var shop = new Sandbox(Source);
        await shop.UpdateAsync();
        var before = shop.Lock;
        File.SetAttributes(shop.LockPath, FileAttributes.ReadOnly);
        shop.Write("Shop.cs", Source + " public class New { }");

        var refused = await Assert.ThrowsAsync<ToolException>(shop.UpdateAsync);
        Assert.Contains("is read-only", refused.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Environment, refused.ExitCode);
        Assert.Equal(before, shop.Lock);
        Assert.Empty(Directory.GetFiles(shop.Folder, "*.tmp"));
    }

    [Fact]
    public async Task A_folder_in_place_of_the_lock_is_named()
    {
        using var shop = new Sandbox(Source);
        Directory.CreateDirectory(shop.LockPath);

        var refused = await Assert.ThrowsAsync<ToolException>(shop.UpdateAsync);
        Assert.Contains("is a folder, not a lock file", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_text_is_refused_with_its_line()
    {
        using var shop = new Sandbox(Source);
        await shop.UpdateAsync();
        byte[] bytes = [.. await File.ReadAllBytesAsync(shop.LockPath, TestContext.Current.CancellationToken), 0xC3, 0x28, (byte)'\n'];
        await File.WriteAllBytesAsync(shop.LockPath, bytes, TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<ToolException>(shop.UpdateAsync);
        Assert.Contains("is not UTF-8: line 4", refused.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(shop.LockPath, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_lock_of_a_million_lines_is_checked()
    {
        using var shop = new Sandbox(Source);
        await shop.UpdateAsync();
        var retired = Enumerable.Range(1, 1_000_000).Select(static i => $"{i:x16} method Shop.Cart.Gone{i}(int,string) retired\n");
        shop.Lock = string.Concat(retired.Append(shop.Lock));

        Assert.Equal(LockStatus.InStep, (await shop.CheckAsync()).Status);
    }
}
