namespace AstRegistry.Finding;

/// <summary>An order of texts in which those that start, or end, alike stand side by side.</summary>
internal abstract class TextOrder : IComparer<string>
{
    /// <summary>By the first character, then the second, and so on.</summary>
    public static readonly TextOrder FromStart = new Forward();

    /// <summary>By the last character, then the one before it, and so on.</summary>
    public static readonly TextOrder FromEnd = new Backward();

    public abstract int Compare(string? x, string? y);

    /// <summary>Whether a text begins with a part, from the end where the order begins.</summary>
    public abstract bool Begins(string text, string part);

    private sealed class Forward : TextOrder
    {
        public override int Compare(string? x, string? y) => string.CompareOrdinal(x, y);

        public override bool Begins(string text, string part) => text.StartsWith(part, StringComparison.Ordinal);
    }

    private sealed class Backward : TextOrder
    {
        public override int Compare(string? x, string? y)
        {
            var left = x.AsSpan();
            var right = y.AsSpan();
            var common = Math.Min(left.Length, right.Length);
            for (var i = 1; i <= common; i++)
            {
                var difference = left[^i] - right[^i];
                if (difference != 0) return difference;
            }

            return left.Length - right.Length;
        }

        public override bool Begins(string text, string part) => text.EndsWith(part, StringComparison.Ordinal);
    }
}
