using System.CommandLine;
using AstRegistry.Tool.Locks;
using AstRegistry.Tool.Output;
using AstRegistry.Tool.Projects;

namespace AstRegistry.Tool.Commands;

/// <summary><c>astregistry build</c>: what the targets of the package call. Not for people, and so not in the help.</summary>
internal static class BuildCommand
{
    private static readonly Argument<LockMode> Mode = new("mode");
    private static readonly Argument<string[]> Descriptions = new("descriptions") { Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string> Compiler = new("--compiler") { Required = true };
    private static readonly Option<string> Result = new("--result") { Required = true };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("build", "Looks after the lock file in a build.") { Hidden = true };
        command.Add(Mode);
        command.Add(Descriptions);
        command.Add(Compiler);
        command.Add(Result);
        command.SetAction((arguments, cancellation) => RunAsync(arguments, terminal, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, Terminal terminal, CancellationToken cancellation)
    {
        var result = arguments.GetRequiredValue(Result);
        var path = "";
        try
        {
            CompilerFolder.Use(arguments.GetRequiredValue(Compiler));
            var project = DescriptionFile.Read(arguments.GetRequiredValue(Descriptions));
            path = project.ProjectPath;
            var mode = arguments.GetValue(Mode);
            var outcome = await new LockRun(project, new(mode)).RunAsync(cancellation).ConfigureAwait(false);
            return mode == LockMode.Observe ? ExitCode.Fine : BuildReport.Write(terminal, outcome, result);
        }
        catch (ToolException failure)
        {
            return BuildReport.WriteFailure(failure, path, result);
        }
    }
}
