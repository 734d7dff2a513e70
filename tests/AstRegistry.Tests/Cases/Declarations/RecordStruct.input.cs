public record struct Pair(int A, int B);

public readonly record struct Frozen<T>(T Value)
{
    public bool IsSet => Value is not null;
}
