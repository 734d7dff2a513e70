namespace AstRegistry.Tool.Output;

/// <summary>
/// Where a run writes: results to one stream, messages and progress to another. Colour and progress are for people who watch.
/// </summary>
internal sealed class Terminal(TextWriter output, TextWriter error, bool useColour = false, bool showProgress = false)
{
    private const string Reset = "\e[0m";
    private const string ClearLine = "\r\e[K";

    /// <summary>Results.</summary>
    public TextWriter Output { get; } = output;

    /// <summary>Messages.</summary>
    public TextWriter Error { get; } = error;

    /// <summary>The streams of the process; <c>NO_COLOR</c> and redirected streams turn colour off, redirection also progress.</summary>
    public static Terminal OfProcess()
    {
        var isDumb = Environment.GetEnvironmentVariable("TERM") == "dumb";
        var wantsColour = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && !isDumb;
        return new(Console.Out, Console.Error, wantsColour && !Console.IsOutputRedirected, !isDumb && !Console.IsErrorRedirected);
    }

    /// <summary>Writes a line of the result, in colour where there is colour.</summary>
    public void WriteLine(string text, Colour colour = Colour.None) => Output.WriteLine(Paint(text, colour));

    /// <summary>Writes a message.</summary>
    public void WriteError(string text) => Error.WriteLine(text);

    /// <summary>Shows what is being done, until the returned value is disposed of. Nothing is shown where nobody watches.</summary>
    public IDisposable Progress(string text)
    {
        if (showProgress) Error.Write(ClearLine + text + " ...");
        return new ProgressLine(showProgress ? Error : TextWriter.Null);
    }

    private string Paint(string text, Colour colour) => useColour && colour != Colour.None ? $"\e[{(int)colour}m{text}{Reset}" : text;

    private sealed class ProgressLine(TextWriter writer) : IDisposable
    {
        public void Dispose() => writer.Write(ClearLine);
    }
}
