class ByDefault
{
    class NestedByDefault { }
    public class A { }
    internal class B { }
    protected class C { }
    protected internal class D { }
    private protected class E { }
    private class F { }
}

interface IByDefault
{
    class NestedInInterface { }
}

public enum Visible { }
