class C
{
    int M(int x, object o)
    {
        switch (x)
        {
            case 1:
            case 2:
                A();
                break;
            case -1:
                return 3;
            default:
                break;
        }

        switch (o)
        {
            case string s when s.Length > 0:
                return 1;
            case int or long:
                return 2;
            case null:
                throw new ArgumentNullException();
            case { Count: > 3 }:
                return 4;
        }

        switch (x) { }
    }
}
