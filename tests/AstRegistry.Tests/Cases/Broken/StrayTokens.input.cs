class C
{
    void M()
    {
        a b c;
        1 + ;
        if () else;
        foreach (in ) ;
        x = = 2;
        ` # \ §
        for (;) { case 1: }
    }
}
