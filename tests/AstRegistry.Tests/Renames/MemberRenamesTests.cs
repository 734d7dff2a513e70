namespace AstRegistry.Tests.Renames;

/// <summary>The automatic steps for members, each firing and not firing.</summary>
public class MemberRenamesTests
{
    private const string Body = "{ var sum = 0; foreach (var item in items) sum += item; return sum; }";
    private const string OtherBody = "{ return items.Sum(static item => item); }";

    [Theory]
    [InlineData($"int Add(int[] items) {Body}", $"int Total(int[] items) {Body}", "C.Add(int[]) -> C.Total(int[])")]
    [InlineData($"int Add<T>(T items) {Body}", $"int Total<S>(S items) {Body}", "C.Add``1(``0) -> C.Total``1(``0)")]
    [InlineData("int Add(int x) => x == 0 ? 0 : Add(x - 1);", "int Total(int x) => x == 0 ? 0 : Total(x - 1);", "C.Add(int) -> C.Total(int)")]
    [InlineData("int Count { get { return a + b; } }", "int Total { get { return a + b; } }", "C.Count -> C.Total")]
    [InlineData("int count = First(1) + Second(2);", "int total = First(1) + Second(2);", "C.count -> C.total")]
    [InlineData("int a, count = First(1) + Second(2);", "int a, total = First(1) + Second(2);", "C.count -> C.total")]
    [InlineData("event E Came { add { List(value); } remove { } }", "event E Arrived { add { List(value); } remove { } }", "C.Came -> C.Arrived")]
    public void A_member_of_the_same_body_and_signature_was_renamed(string before, string after, string expected) =>
        Assert.Equal(["MemberBody: " + expected], Detection.InClass(before, after));

    [Theory]
    [InlineData("int Get(int b) { return a(b); }", "int Find(int b) { return a(b); }", true)]
    [InlineData("int Get(int b) { return a+b; }", "int Find(int b) { return a+b; }", false)]
    public void It_takes_eight_tokens_of_body_to_tell(string before, string after, bool isFound) =>
        Assert.Equal(isFound, Detection.Renames($"class C {{ {before} }}", $"class C {{ {after} }}").Length == 1);

    [Theory]
    [InlineData($"int Total(int[] items) {OtherBody}")]
    [InlineData($"long Total(int[] items) {Body}")]
    [InlineData($"int Total(List<int> items) {Body}")]
    [InlineData($"int Total(int[] items, int more) {Body}")]
    [InlineData($"int Total<T>(int[] items) {Body}")]
    [InlineData($"int Total(ref int[] items) {Body}")]
    public void Another_body_or_signature_is_no_rename(string after) =>
        Assert.Empty(Detection.Renames($"class C {{ int Add(int[] items) {Body} }}", $"class C {{ {after} }}"));

    [Theory]
    [InlineData("object Get() { return new A(1); }", "object Got { get { return new A(1); } }")]
    [InlineData("int value = First(1) + Second(2);", "int Value { get; } = First(1) + Second(2);")]
    public void Another_kind_is_no_rename(string before, string after) => Assert.Empty(Detection.InClass(before, after));

    [Theory]
    [InlineData($"int Add(int[] items) {Body} int Also(int[] items) {Body}", $"int Total(int[] items) {Body}")]
    [InlineData($"int Add(int[] items) {Body}", $"int Total(int[] items) {Body} int Also(int[] items) {Body}")]
    [InlineData($"int Add(int[] items) {Body} int Also(int[] items) {Body}", $"int Total(int[] items) {Body} int Other(int[] items) {Body}")]
    public void Of_several_equal_members_none_is_taken(string before, string after) =>
        Assert.Empty(Detection.Renames($"class C {{ {before} }}", $"class C {{ {after} }}"));

    [Fact]
    public void A_body_that_was_handed_on_is_not_followed_where_a_member_of_the_old_name_came() => Assert.Equal(
        ["OnlyOverload: C.Add(int[]) -> C.Add(int[],int)"],
        Detection.InClass($"int Add(int[] items) {Body}", $"int Add(int[] items, int start) {{ return start + Core(items); }} int Core(int[] items) {Body}"));

    [Fact]
    public void A_body_that_was_taken_back_is_not_followed_where_a_member_of_the_new_name_went() => Assert.Equal(
        ["OnlyOverload: C.Add(int[],int) -> C.Add(int[])"],
        Detection.InClass($"int Add(int[] items, int start) {{ return start + Core(items); }} int Core(int[] items) {Body}", $"int Add(int[] items) {Body}"));

    [Theory]
    [InlineData($"int Add(int[] items) {Body}", $"long Add(List<int> items) {Body}", "C.Add(int[]) -> C.Add(List<int>)")]
    [InlineData($"int Add(int[] items) {Body} void Add() {{ }}", $"int Add(int[] items, int more) {Body} void Add() {{ }}", "C.Add(int[]) -> C.Add(int[],int)")]
    [InlineData("C(int a) { X = a; }", "C(long a) { X = a; }", "C..ctor(int) -> C..ctor(long)")]
    [InlineData("int this[int i] => a[i];", "int this[long i] => a[i];", "C.this[int] -> C.this[long]")]
    public void A_member_of_the_same_name_and_body_changed_its_signature(string before, string after, string expected) =>
        Assert.Equal(["MemberNameAndBody: " + expected], Detection.InClass(before, after));

    [Theory]
    [InlineData($"int Add(int[] items) {Body}", $"int Add(List<int> items) {OtherBody}")]
    [InlineData($"int Add(int[] items) {Body} void Add() {{ }}", $"int Add(List<int> items) {Body} void Add(int x) {{ }}")]
    [InlineData("abstract void Add(int x);", "abstract void Add(string x);")]
    public void Another_body_or_pair_of_the_name_is_no_change_of_signature(string before, string after) =>
        Assert.Empty(Detection.Renames($"class C {{ {before} }}", $"class C {{ {after} }}"));

    [Fact]
    public void A_member_moves_to_another_type_with_its_body() => Assert.Equal(
        ["MemberBody: A.Add(int[]) -> B.Add(int[])"],
        Detection.Renames($"class A {{ int Add(int[] items) {Body} }} class B {{ }}", $"class A {{ }} class B {{ int Add(int[] items) {Body} }}"));

    [Theory]
    [InlineData("A(int a) { X = a; Y = a; }", "B(int a) { X = a; Y = a; }")]
    [InlineData("static A() { X = 1; Y = 2; Z = 3; }", "static B() { X = 1; Y = 2; Z = 3; }")]
    [InlineData("~A() { X = 1; Y = 2; Z = 3; }", "~B() { X = 1; Y = 2; Z = 3; }")]
    public void Constructors_and_finalizers_follow_their_type_and_move_to_no_other(string inA, string inB)
    {
        Assert.Empty(Detection.Renames($"class A {{ {inA} }} class B {{ }}", $"class A {{ }} class B {{ {inB} }}"));
        Assert.Contains(Detection.Renames($"class A {{ {inA} int x, y; }}", $"class B {{ {inB} int x, y; }}"), line => line.StartsWith("Follows", StringComparison.Ordinal) && line.Contains("..c", StringComparison.Ordinal) | line.Contains("Finalize", StringComparison.Ordinal));
    }

    [Fact]
    public void Members_go_with_their_container() => Assert.Equal(
        ["TypeMembersInContainer: N.A -> N.B", "Follows: N.A..ctor() -> N.B..ctor()", "Follows: N.A.F(int) -> N.B.F(int)", "Follows: N.A.P -> N.B.P"],
        Detection.Renames("namespace N; class A { A() { } void F(int x) { } int P { get; } }", "namespace N; class B { B() { Run(); } long F(int y) { Run(); } long P => 1; }"));

    [Fact]
    public void A_signature_that_names_a_renamed_type_is_the_same() => Assert.Equal(
        [
            "TypeMembersInContainer: Item -> Product",
            "Follows: C.Add(Item) -> C.Add(Product)", "Follows: C.All(List<Item[]>,ref Item) -> C.All(List<Product[]>,ref Product)",
            "Follows: C.IFor<Item>.Do() -> C.IFor<Product>.Do()", "Follows: C.op_Implicit(Item):C -> C.op_Implicit(Product):C", "Follows: C.this[Item] -> C.this[Product]",
            "Follows: Item.X -> Product.X", "Follows: Item.Y -> Product.Y",
        ],
        Detection.Renames(
            "class Item { int X, Y; } class C { void Add(Item i) { } void All(List<Item[]> l, ref Item i) { } void IFor<Item>.Do() { } int this[Item i] => 1; public static implicit operator C(Item i) => null; }",
            "class Product { int Y, X; } class C { void Add(Product i) { One(); } void All(List<Product[]> l, ref Product i) { } void IFor<Product>.Do() { } int this[Product i] => 2; public static implicit operator C(Product i) => null; }"));

    [Fact]
    public void A_part_of_a_name_is_no_name_of_a_type() => Assert.DoesNotContain(
        Detection.Renames(
            "class Item { int X, Y; } class C { void Add(ItemList i) { } void Add(Item i) { } }",
            "class Product { int Y, X; } class C { void Add(ProductList i) { One(); } void Add(Product i) { } }"),
        line => line.Contains("List", StringComparison.Ordinal));

    [Fact]
    public void The_halves_of_a_partial_member_are_renamed_apart() => Assert.Equal(
        ["OnlyOverload: C.Add() -> C.Add(int)", "OnlyOverload: C.Add() -> C.Add(int)"],
        Detection.InClass("partial int Add(); partial int Add() => 1;", "partial int Add(int x); partial int Add(int x) => x;"));

    [Theory]
    [InlineData("\n\t")]
    [InlineData(" /* c */ ")]
    [InlineData(" // c\n")]
    [InlineData("\n#if X\nnever\n#endif\n")]
    public void White_space_comments_and_directives_never_matter(string space)
    {
        const string Before = "class C { int Add ( int[] items ) { return First ( items ) + 1 ; } }";
        var after = Before.Replace("Add", "Total", StringComparison.Ordinal).Replace(" ", space, StringComparison.Ordinal).Replace("int[]", "int [ ]", StringComparison.Ordinal);

        Assert.Equal(["MemberBody: C.Add(int[]) -> C.Total(int[])"], Detection.Renames(Before, after));
    }

    [Fact]
    public void Two_names_for_one_say_nothing() => Assert.DoesNotContain(
        Detection.Renames(
            "namespace A { class Item { int X, Y; } } namespace B { class Item { int P, Q; } } class C { void F(Item i) { One(); } void F() { } }",
            "namespace A { class One { long X, Y; } } namespace B { class Two { long P, Q; } } class C { void F(Two i) { Two(); } void F() { } }"),
        line => line.Contains("C.F", StringComparison.Ordinal));

    [Theory]
    [InlineData("int Add(int[] items) { return Sum((x) => x, items); }", "[A] int Total([B] int[] items) { return Sum([C] (x) => x, items); }", "C.Add(int[]) -> C.Total(int[])")]
    [InlineData("int Count { get { return a + b; } }", "[A(1)] int Total { [B, C] get { return a + b; } }", "C.Count -> C.Total")]
    public void Attributes_never_matter(string before, string after, string expected) =>
        Assert.Equal(["MemberBody: " + expected], Detection.InClass(before, after));
}
