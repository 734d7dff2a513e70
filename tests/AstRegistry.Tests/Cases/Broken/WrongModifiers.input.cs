public private sealed abstract class C
{
    static public static async readonly void M() { }
    const volatile int x;
    file void N() { }
}
