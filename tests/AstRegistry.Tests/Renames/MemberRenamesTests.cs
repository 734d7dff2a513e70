namespace AstRegistry.Tests.Renames;

/// <summary>The automatic steps for members, each firing and not firing.</summary>
public class MemberRenamesTests
{
    private const string Body = "{ var sum = 0; foreach (var item in items) sum += item; return sum; }";
    private const string OtherBody = "{ return items.Sum(static item => item); }";

    [Fact]
    public void A_member_of_the_same_body_and_signature_was_renamed() => Assert.Equal(
        ["MemberBody: C.Add(int[]) -> C.Total(int[])"],
        Detection.InClass($"int Add(int[] items) {Body}", $"int Total(int[] items) {Body}"));

    [Fact]
    public void A_member_of_the_same_name_and_body_changed_its_signature() => Assert.Equal(
        ["MemberNameAndBody: C.Add(int[]) -> C.Add(List<int>)"],
        Detection.InClass($"int Add(int[] items) {Body}", $"long Add(List<int> items) {Body}"));
}
