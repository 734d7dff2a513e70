namespace AstRegistry.Tests.Renames;

/// <summary>What is proposed for confirmation, and what is not.</summary>
public class RenameProposalsTests
{
    [Theory]
    [InlineData("void F(int a) { One(); }", "void F(int a, int b) { Two(); }", "C.F(int) -> C.F(int,int)")]
    [InlineData("int value;", "int value => 1;", "field C.value -> property C.value")]
    [InlineData("int Value() => 1;", "int Value => 1;", "method C.Value() -> property C.Value")]
    [InlineData("abstract void F(int a);", "abstract void F(string a);", "C.F(int) -> C.F(string)")]
    public void The_only_member_of_a_name_is_proposed(string before, string after, string expected) =>
        Assert.Equal(["OnlyOverload: " + expected], Detection.InClass(before, after));

    [Theory]
    [InlineData("void F(int a) { One(); } void F() { }", "void F(int a, int b) { Two(); } void F() { }")]
    [InlineData("void F(int a) { One(); }", "void F(int a, int b) { Two(); } void F() { }")]
    [InlineData("C(int a) { One(); }", "C(int a, int b) { Two(); }")]
    [InlineData("public static int operator +(C a, int b) => 1;", "public static int operator +(C a, long b) => 2;")]
    [InlineData("public static implicit operator int(C a) => 1;", "public static implicit operator long(C a) => 2;")]
    public void One_of_several_is_not_and_no_constructor_or_operator(string before, string after) => Assert.Empty(Detection.InClass(before, after));

    [Fact]
    public void What_scores_seven_and_two_more_than_the_next_is_proposed()
    {
        // Body 2, container 2, signature 2, one neighbour.
        Assert.Equal(["Score: C.P -> C.Q"], Detection.InClass("int A; int P { get; set; }", "int A; int Q { get; set; }"));

        // No neighbour that stayed: 6.
        Assert.Empty(Detection.InClass("int P { get; set; }", "int Q { get; set; }"));

        // A rival with 6 of the same container, body and signature.
        Assert.Empty(Detection.InClass("int A; int P { get; set; }", "int A; int Q { get; set; } int R { get; set; }"));

        // A rival on the old side.
        Assert.Empty(Detection.InClass("int A; int P { get; set; } int O { get; set; }", "int A; int Q { get; set; }"));
    }

    [Fact]
    public void A_rival_that_has_nothing_but_its_place_counts()
    {
        const string Body = "{ var sum = 0; foreach (var i in a) sum += i; return sum; }";
        const string Before = $"int A; int P(int[] a) {Body} int B;";

        // 5 by the body and 2 by the container.
        Assert.Equal(["Score: C.P(int[]) -> C.Q(List<int>)"], Detection.InClass(Before, $"int A; int B; int Q(List<int> a) {Body}"));

        // The rival has 6 by container, signature and both neighbours.
        Assert.Empty(Detection.InClass(Before, $"int A; int R(int[] b) => 1; int B; int Q(List<int> a) {Body}"));
    }

    [Fact]
    public void In_a_crowd_nothing_stands_out()
    {
        static string Members(string prefix, int count) => string.Concat(Enumerable.Range(0, count).Select(i => $"int {prefix}{i} {{ get; set; }} "));

        Assert.Empty(Detection.InClass(Members("P", 100), Members("Q", 100)));
    }

    [Fact]
    public void What_is_taken_is_not_proposed_as_well()
    {
        var report = Detection.Detect("class C { int P() { return First(1); } int F(int a) => 1; }", "class C { int Q() { return First(1); } int F(long a) => 2; }");

        Assert.Equal("C.P() -> C.Q() (equal body, 8 tokens)", Assert.Single(report.Renames).ToString());
        Assert.Equal("C.F(int) -> C.F(long) (the only member of its name)", Assert.Single(report.Proposals).ToString());
    }
}
