using System.CommandLine;

namespace AstRegistry.Tool.Commands;

/// <summary>For whom results are written.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>For programs.</summary>
    Json,
}

/// <summary>Arguments and options that several commands have.</summary>
internal static class CommonOptions
{
    /// <summary>A project or folder; the current folder unless named.</summary>
    public static Argument<string> Path(string description)
    {
        var argument = new Argument<string>("project|folder") { Description = description, DefaultValueFactory = static _ => "." };
        argument.Validators.Add(static result =>
        {
            // A mistyped option would be taken for a path.
            if (result.Tokens is [var token] && token.Value.StartsWith('-')) result.AddError($"Unknown option '{token.Value}'.");
        });
        return argument;
    }

    /// <summary>The form of the result.</summary>
    public static Option<OutputFormat> Format() => new("--format") { Description = "How results are written: text, or json, whose shapes the README describes.", HelpName = "text|json" };
}
