class N
{
    // A compiler that does not know this operator reads the one it begins with.
    public void operator +=(N b) { }

    public void operator ++() { }

    public void operator checked --() { }
}
