using System.Text;

namespace AstRegistry.Benchmarks.CodeBases;

/// <summary>
/// Writes a code base like those people have: a file is a pure function of seed, number and size, and refers at most to the file before it.
/// </summary>
/// <param name="seed">The same seed gives the same code.</param>
/// <param name="linesPerFile">The least number of lines of a file.</param>
internal sealed class SyntheticCode(ulong seed = 1, int linesPerFile = 205)
{
    /// <summary>The path of a file below the project.</summary>
    public string PathOf(int file) => $"{Vocabulary.Areas[file / 10 % Vocabulary.Areas.Length]}/{Words(file).Entity}.{file}.cs";

    /// <summary>The key of the service class in a file.</summary>
    public string ServiceOf(int file) => $"Acme.{Words(file).Area}.{Words(file).Entity}Service";

    /// <summary>The text of a file.</summary>
    public string TextOf(int file)
    {
        var w = Words(file);
        var text = new StringBuilder(8192);
        text.Append(TypeTemplates.Header).Append("\n\n").Append(TypeTemplates.Usings).Append("\n\nnamespace Acme.").Append(w.Area).Append(";\n\n");
        text.Append(TypeTemplates.Data(w)).Append("\n\n");
        var lines = Count(text);
        var service = new List<string> { TypeTemplates.ServiceHead(w) };
        lines += Count(service[0]);
        var first = w.Random.Next(MemberTemplates.All.Length);
        for (var i = 0; lines < linesPerFile - 20; i++)
        {
            // Every template once before any comes again, from a start of the file's own.
            var template = MemberTemplates.All[(first + (i * 5)) % MemberTemplates.All.Length];
            if (i >= MemberTemplates.All.Length) break;
            service.Add(Document(template(w, w.Verb(i) + w.Area)));
            lines += Count(service[^1]) + 1;
        }

        service.Add(LastMethod(w, file));
        WriteClass(text, $"public partial class {w.Entity}Service", service);
        if (file % 5 == 1)
        {
            // Every fifth service goes on in the file after its own.
            var previous = Words(file - 1);
            text.Append('\n');
            WriteClass(text, $"public partial class {previous.Entity}Service", [MemberTemplates.All[file % 3 + 1](previous, "Continue" + previous.Area)]);
        }

        return text.ToString();
    }

    private static string LastMethod(FileWords w, int file) => $$"""
        private void Touch(int times)
        {
            for (var i = 0; i < times; i++)
            {
                _attempts++;
                if (_attempts % {{(file % 7) + 2}} == 0) OnChanged(new {{w.Entity}} { {{w.Label}} = nameof(Touch), State = {{w.State}}.{{w.States[2]}} });
            }
        }
        """;

    /// <summary>Gives a member the documentation that its template leaves out.</summary>
    private static string Document(string member) => member.StartsWith("/// ", StringComparison.Ordinal) ? member : TypeTemplates.Documentation + "\n" + member;

    private static void WriteClass(StringBuilder text, string header, IEnumerable<string> members)
    {
        text.Append(header).Append("\n{\n");
        var isFirst = true;
        foreach (var member in members)
        {
            if (!isFirst) text.Append('\n');
            isFirst = false;
            foreach (var line in member.Split('\n')) text.Append(line.Length == 0 ? "" : "    ").Append(line).Append('\n');
        }

        text.Append("}\n");
    }

    private FileWords Words(int file) => new(file, new RandomSequence(seed + ((ulong)file * 7919)));

    private static int Count(StringBuilder text) => Count(text.ToString());

    private static int Count(string text) => text.Count(static c => c == '\n') + 1;
}
