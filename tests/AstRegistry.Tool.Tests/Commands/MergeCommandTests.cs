namespace AstRegistry.Tool.Tests.Commands;

public class MergeCommandTests
{
    private const string A = "1000000000000001 type A\n";
    private const string B = "2000000000000002 type B\n";
    private const string C = "3000000000000003 type C\n";

    [Fact]
    public async Task Both_sides_go_into_the_result()
    {
        using var files = new Sandbox();
        Assert.Equal(ExitCode.Fine, await MergeAsync(files, A, A + B, A + C));
        Assert.Equal(A + B + C, await ResultAsync(files));
        Assert.Equal("", files.Output + files.Error);
    }

    [Fact]
    public async Task Two_meanings_of_one_id_are_a_conflict_with_markers_of_the_size_that_git_asks_for()
    {
        using var files = new Sandbox();
        Assert.Equal(ExitCode.Findings, await MergeAsync(files, A, "1000000000000001 type X was=A\n" + B, "1000000000000001 type Y was=A\n" + C, "--marker-size", "9"));
        Assert.Equal(
            "<<<<<<<<< ours\n1000000000000001 type X was=A\n=========\n1000000000000001 type Y was=A\n>>>>>>>>> theirs\n" + B + C, await ResultAsync(files));
        Assert.Contains("conflicts left: 1", files.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_side_is_merged_as_text_so_that_nothing_is_lost()
    {
        using var files = new Sandbox();
        Assert.Equal(ExitCode.Findings, await MergeAsync(files, A, A + B, A + "no record\n"));
        var result = await ResultAsync(files);
        Assert.Contains(B, result, StringComparison.Ordinal);
        Assert.Contains("no record\n", result, StringComparison.Ordinal);
        Assert.Contains("src/AstRegistry.lock(2,1): 'no' is not an id", files.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_named_and_nothing_is_written()
    {
        using var files = new Sandbox();
        files.Write("ours", A);
        Assert.Equal(ExitCode.Usage, await files.CommandAsync("merge", files.PathOf("gone"), files.PathOf("ours"), files.PathOf("ours")));
        Assert.Contains("gone' does not exist", files.Error, StringComparison.Ordinal);
        Assert.Equal(A, await ResultAsync(files));
    }

    private static Task<int> MergeAsync(Sandbox files, string ancestor, string ours, string theirs, params string[] options) => files.CommandAsync(
        ["merge", files.Write("ancestor", ancestor), files.Write("ours", ours), files.Write("theirs", theirs), "src/AstRegistry.lock", .. options]);

    private static Task<string> ResultAsync(Sandbox files) => File.ReadAllTextAsync(files.PathOf("ours"), TestContext.Current.CancellationToken);
}
