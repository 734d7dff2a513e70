using System.Diagnostics;
using System.Text;

namespace AstRegistry.Tests.Locking;

/// <summary>The merge that git makes of three versions of a file.</summary>
internal static class GitMergeFile
{
    private static readonly UTF8Encoding Utf8 = new(false);

    /// <summary>The merged text, and whether it is without conflicts.</summary>
    public static (string Text, bool IsClean) Merge(string ancestor, string ours, string theirs)
    {
        var folder = Directory.CreateTempSubdirectory("lock-merge-");
        try
        {
            string Write(string name, string text)
            {
                var path = Path.Combine(folder.FullName, name);
                File.WriteAllText(path, text, Utf8);
                return path;
            }

            var start = new ProcessStartInfo("git", ["merge-file", "-p", "-q", Write("ours", ours), Write("ancestor", ancestor), Write("theirs", theirs)])
            {
                RedirectStandardOutput = true,
                StandardOutputEncoding = Utf8,
                WorkingDirectory = folder.FullName,
            };
            using var git = Process.Start(start)!;
            var text = git.StandardOutput.ReadToEnd();
            git.WaitForExit();

            // The number of conflicts, cut off at 127; what is beyond that is an error.
            Assert.InRange(git.ExitCode, 0, 127);
            return (text, git.ExitCode == 0);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
