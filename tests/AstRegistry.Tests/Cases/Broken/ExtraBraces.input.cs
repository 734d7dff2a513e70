class A
{
    void M() { } }
}
}

class B { }
