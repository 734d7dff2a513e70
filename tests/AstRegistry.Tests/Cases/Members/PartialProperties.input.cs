partial class C
{
    public partial int Count { get; set; }
    public partial int Count { get => _count; set => _count = value; }
    public partial int this[int i] { get; }
    public partial int this[int i] { get => i; }
}
