using System.Globalization;
using System.Text;

namespace AstRegistry.Storage.Crash.Protocol;

/// <summary>
/// Writes lines, each in one call and at once. They are shorter than what a pipe takes whole, so that a killed process leaves no part of one behind.
/// </summary>
internal sealed class Wire(Stream output)
{
    private readonly Lock _gate = new();

    public void Say(string verb, params ReadOnlySpan<object> words)
    {
        var line = new StringBuilder(verb);
        foreach (var word in words) line.Append(CultureInfo.InvariantCulture, $" {word}");
        var bytes = Encoding.UTF8.GetBytes(line.Append('\n').ToString());
        lock (_gate)
        {
            output.Write(bytes);
            output.Flush();
        }
    }
}
