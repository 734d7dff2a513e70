class C { int _a; }
class C { int _b; }
struct C { int _a; }
