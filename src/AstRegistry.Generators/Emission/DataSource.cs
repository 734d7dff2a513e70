using Microsoft.CodeAnalysis.Text;

namespace AstRegistry.Generators.Emission;

/// <summary>Writes a source that holds packed data: one method or property for each literal, so that only what is read is loaded.</summary>
internal static class DataSource
{
    private const int LengthAround = 512;

    /// <summary>Writes a source with a literal behind each header.</summary>
    public static SourceText Write(RegistryFrame frame, params (string Header, string Literal)[] members)
    {
        var code = new CodeWriter(members.Sum(static member => member.Literal.Length + LengthAround));
        code.Write(frame.Header);
        using (code.Open(frame.NamespaceHeader))
        using (code.Open("partial class " + RegistryFrame.ClassName))
        using (code.Open("partial class Data"))
        {
            foreach (var (header, literal) in members) code.WriteLiteral(header, literal);
        }

        return code.ToSource();
    }
}
