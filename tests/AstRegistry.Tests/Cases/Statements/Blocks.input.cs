class C
{
    void M()
    {
        ;
        {
            A();
            {
                B();
            }
        }
    }
}
