using Microsoft.CodeAnalysis.Text;

namespace AstRegistry.Generators.Emission;

/// <summary>Writes a source that holds packed data: one literal behind a header of its own, so that only what is read is loaded.</summary>
internal static class DataSource
{
    private const int LengthAround = 512;

    /// <summary>Writes a source with a literal behind a header, and whatever else belongs to it.</summary>
    public static SourceText Write(RegistryFrame frame, string header, string literal, Action<CodeWriter>? rest = null)
    {
        var code = new CodeWriter(literal.Length + LengthAround);
        code.Write(frame.Header);
        using (code.Open(frame.NamespaceHeader))
        using (code.Open("partial class " + RegistryFrame.ClassName))
        using (code.Open("partial class Data"))
        {
            code.Write(header);
            code.WriteLiteral(literal);
            rest?.Invoke(code);
        }

        return code.ToSource();
    }
}
