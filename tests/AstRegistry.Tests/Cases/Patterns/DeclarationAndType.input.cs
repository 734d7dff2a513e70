class C
{
    bool M(object o) => o is string s || o is int or long || o is List<int> _ || o is System.Uri;
}
