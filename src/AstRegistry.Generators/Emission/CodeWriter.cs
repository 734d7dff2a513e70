using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace AstRegistry.Generators.Emission;

/// <summary>Writes source with LF and indentation; a block is a <c>using</c>.</summary>
internal sealed class CodeWriter(int capacity = 2048)
{
    private const int IndentSize = 4;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly StringBuilder _text = new(capacity);
    private int _depth;

    /// <summary>Writes lines at the current indentation.</summary>
    public void Write(string lines)
    {
        foreach (var line in lines.Split('\n'))
        {
            if (line.Length > 0) _text.Append(' ', _depth * IndentSize).Append(line);
            _text.Append('\n');
        }
    }

    /// <summary>Writes a literal as the body of the member above. It is known to need no escape, and may be long.</summary>
    public void WriteLiteral(string literal) =>
        _text.Append(' ', (_depth + 1) * IndentSize).Append("=> \"").Append(literal).Append("\";\n");

    /// <summary>Opens a block below a header; disposing closes it. An empty header opens none.</summary>
    public Block Open(string header)
    {
        if (header.Length == 0) return default;
        Write(header);
        Write("{");
        _depth++;
        return new(this);
    }

    /// <summary>What was written.</summary>
    public SourceText ToSource() => SourceText.From(_text.ToString(), Utf8);

    /// <summary>An open block.</summary>
    internal readonly struct Block(CodeWriter? writer) : IDisposable
    {
        /// <summary>Closes the block.</summary>
        public void Dispose()
        {
            if (writer is null) return;
            writer._depth--;
            writer.Write("}");
        }
    }
}
