A();

class C { }

B();
