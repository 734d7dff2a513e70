class C
{
    Point M(Point p) => p with { X = 1, Y = Make() } with { };
}
