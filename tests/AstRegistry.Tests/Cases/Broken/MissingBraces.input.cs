namespace Shop
{
    class A
    {
        void M()
        {
            if (x)
            {
                Run();

    class B
    {
    }
