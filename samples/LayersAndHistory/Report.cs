namespace Checker;

/// <summary>What the sample prints.</summary>
internal static class Report
{
    public static void Title(string text) => Console.WriteLine($"\n{text}\n{new string('-', text.Length)}");

    public static void Line(string text) => Console.WriteLine(text);
}
