class
{
    void () { }
    int = 1;
    int this[] => 1;
}

namespace
{
    struct { }
}
