public static class Tools { }
public abstract class Shape { }
public sealed class Circle : Shape { }
public unsafe partial class Pointers { }
