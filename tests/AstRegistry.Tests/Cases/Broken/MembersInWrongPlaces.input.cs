enum E
{
    A,
    void M() { }
    B
}

void M() { }

int P { get; set; }

delegate void D() { }
