public partial class C { partial void M(); partial void M(); }
internal partial struct C { partial void M() { } partial void M() { } }
