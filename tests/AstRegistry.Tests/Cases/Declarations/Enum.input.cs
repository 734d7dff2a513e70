enum Color
{
    Red,
    Green = 2,
    [Obsolete] Blue,
}
