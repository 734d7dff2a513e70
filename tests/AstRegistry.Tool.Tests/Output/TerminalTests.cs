using AstRegistry.Tool.Output;

namespace AstRegistry.Tool.Tests.Output;

public class TerminalTests
{
    [Fact]
    public void Colour_and_progress_are_for_a_terminal_only()
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var terminal = new Terminal(output, error);
        using (terminal.Progress("reading")) terminal.WriteLine("done", Colour.Green);
        Assert.Equal("done" + Environment.NewLine, output.ToString());
        Assert.Equal("", error.ToString());

        terminal = new Terminal(output, error, useColour: true, showProgress: true);
        using (terminal.Progress("reading")) terminal.WriteLine("done", Colour.Green);
        Assert.EndsWith("\e[32mdone\e[0m" + Environment.NewLine, output.ToString(), StringComparison.Ordinal);
        Assert.Equal("\r\e[Kreading ...\r\e[K", error.ToString());
    }
}
