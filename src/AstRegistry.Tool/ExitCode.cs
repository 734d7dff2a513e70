namespace AstRegistry.Tool;

/// <summary>How the program ends. Scripts rely on these numbers.</summary>
internal static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Fine = 0;

    /// <summary>The work was done and found something: drift, faults, conflicts, differences that need a decision.</summary>
    public const int Findings = 1;

    /// <summary>The command line was not understood.</summary>
    public const int Usage = 2;

    /// <summary>The work could not be done here: a file, a project, git or the SDK is missing or refuses.</summary>
    public const int Environment = 3;
}
