namespace A
{
    namespace B.C
    {
        class Deep { }
    }

    class Shallow { }
}

class Global { }
