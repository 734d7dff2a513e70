public struct Point
{
    public int X;
}

public readonly struct Fixed { }
public ref struct View { }
public readonly ref partial struct Both { }
