using Alias = System.Text.StringBuilder;

class C
{
    void M(System.Collections.Generic.List<System.Int32> a, global::System.Uri b, Alias c, Dictionary<string, Alias>.KeyCollection d) { }

    void N(nint a, IntPtr b, nuint c, UIntPtr d, dynamic e, object f, String g) { }
}
