public record Person
{
    public string Name { get; init; }
}

public record class Employee;

public sealed record Point(int X, int Y);
