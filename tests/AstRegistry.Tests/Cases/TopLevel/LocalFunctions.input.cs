int Twice(int x) => Add(x, x);

Console.WriteLine(Twice(2));

static int Add(int a, int b)
{
    return a + b;
}
