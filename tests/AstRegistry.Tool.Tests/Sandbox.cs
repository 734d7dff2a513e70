using System.Diagnostics;
using AstRegistry.Tool.Locks;
using AstRegistry.Tool.Output;
using AstRegistry.Tool.Projects;

namespace AstRegistry.Tool.Tests;

/// <summary>A folder with a project of one source file, and what the tool makes of it.</summary>
internal sealed class Sandbox : IDisposable
{
    /// <summary>Where the tests find a compiler.</summary>
    public static readonly string CompilerFolder = AppContext.BaseDirectory;

    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    /// <summary>The folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("astregistry-tool-").FullName;

    /// <summary>The project, with one target unless a test says otherwise.</summary>
    public ProjectDescription Project { get; set; }

    public string LockPath => Project.LockPath;

    /// <summary>The text of the lock file.</summary>
    public string Lock
    {
        get => File.ReadAllText(LockPath);
        set => File.WriteAllText(LockPath, value);
    }

    /// <summary>What commands wrote as results.</summary>
    public string Output => _output.ToString();

    /// <summary>What commands wrote as messages.</summary>
    public string Error => _error.ToString();

    public Sandbox(string? source = null)
    {
        Project = new(PathOf("Shop.csproj"), "Shop", PathOf("AstRegistry.lock"), PathOf("obj/AstRegistry.snapshot"), false, [Target("net8.0")]);
        if (source is not null) Write("Shop.cs", source);
    }

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Writes a file, as it stands.</summary>
    public string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    /// <summary>A target that compiles some files of the folder.</summary>
    public TargetDescription Target(string framework, string[]? symbols = null, params string[] files) =>
        new(framework, "14.0", symbols ?? ["DEBUG"], [.. (files.Length == 0 ? ["Shop.cs"] : files).Select(PathOf)]);

    /// <summary>Runs on the lock.</summary>
    public Task<LockOutcome> RunAsync(LockMode mode, Func<LockRunOptions, LockRunOptions>? with = null)
    {
        var options = new LockRunOptions(mode);
        return new LockRun(Project, with is null ? options : with(options)).RunAsync(TestContext.Current.CancellationToken);
    }

    public Task<LockOutcome> CheckAsync() => RunAsync(LockMode.Check);

    public Task<LockOutcome> UpdateAsync() => RunAsync(LockMode.Update);

    /// <summary>Runs a command line. The exit code.</summary>
    public Task<int> CommandAsync(params string[] arguments) =>
        Application.RunAsync(arguments, new Terminal(_output, _error), TestContext.Current.CancellationToken);

    /// <summary>Runs git in the folder.</summary>
    public void Git(params string[] arguments)
    {
        string[] settings = ["-c", "user.name=Test", "-c", "user.email=test@example.invalid", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main"];
        using var process = Process.Start(new ProcessStartInfo("git", [.. settings, .. arguments]) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error);
    }

    /// <summary>Makes the folder a repository with all that is in it.</summary>
    public void CommitAll(string message = "all")
    {
        if (!Directory.Exists(PathOf(".git"))) Git("init", "-q");
        Git("add", "-A");
        Git("commit", "-q", "-m", message);
    }

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)) File.SetAttributes(file, FileAttributes.Normal);
        Directory.Delete(Folder, recursive: true);
    }
}
