static class Extensions
{
    public static bool IsBlank(this string text) => text.Length == 0;

    public static T First<T>(this in Span<T> span) where T : struct => span[0];
}
