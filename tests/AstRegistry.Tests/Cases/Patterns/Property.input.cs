class C
{
    bool M(object o) => o is { } || o is Point { X: 1, Next.Y: > 2 } p || o is { Name: { Length: var n } };
}
