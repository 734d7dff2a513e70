using var a = Open();
await using var b = Open();
using (a) { }
