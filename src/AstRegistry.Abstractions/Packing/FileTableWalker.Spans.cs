namespace AstRegistry.Packing;

internal sealed partial class FileTableWalker<TBits>
{
    /// <summary>Codes a span whose start is told from a position before it and whose end is told from its start.</summary>
    private SourceSpan Span(uint context, Position from, SourceSpan span)
    {
        var start = Start(context, context, from, new Position(span.StartLine, span.StartColumn, 0));
        var end = End(context, context, start, 0, new Position(span.EndLine, span.EndColumn, 0));
        return new SourceSpan(start.Line, start.Column, end.Line, end.Column);
    }

    /// <summary>Codes a start: a gap on the same line, or lines and the column against the indentation.</summary>
    private Position Start(uint context, uint fallback, Position from, Position start)
    {
        var lines = Int32(context + (uint)Use.StartLine, fallback + (uint)Use.StartLine, start.Line - from.Line);
        if (lines == 0)
        {
            var gap = Int32(context + (uint)Use.StartGap, fallback + (uint)Use.StartGap, start.Column - from.Column);
            return new Position(from.Line, from.Column + gap, from.Indent);
        }

        var shift = _coder.Signed(context + (uint)Use.StartColumn, fallback + (uint)Use.StartColumn, start.Column - from.Indent);
        return new Position(from.Line + lines, from.Indent + shift, from.Indent + shift);
    }

    /// <summary>Codes an end: a gap on the same line that is about as long as expected, or lines and the column against the indentation.</summary>
    private Position End(uint context, uint fallback, Position from, int expected, Position end)
    {
        var lines = Int32(context + (uint)Use.EndLine, fallback + (uint)Use.EndLine, end.Line - from.Line);
        if (lines == 0)
        {
            var gap = expected == 0
                ? Int32(context + (uint)Use.EndGap, fallback + (uint)Use.EndGap, end.Column - from.Column)
                : expected + _coder.Signed(context + (uint)Use.EndGap, fallback + (uint)Use.EndGap, end.Column - from.Column - expected);
            return new Position(from.Line, from.Column + gap, from.Indent);
        }

        var shift = _coder.Signed(context + (uint)Use.EndColumn, fallback + (uint)Use.EndColumn, end.Column - from.Indent);
        return new Position(from.Line + lines, from.Indent + shift, from.Indent);
    }

    /// <summary>A place in the text, and the column in which its line begins as far as the rows tell.</summary>
    private readonly struct Position(int line, int column, int indent)
    {
        public readonly int Line = line;
        public readonly int Column = column;
        public readonly int Indent = indent;

        public static Position StartOf(SourceSpan span, int indent) => new(span.StartLine, span.StartColumn, indent);

        public static Position EndOf(SourceSpan span, int indent) => new(span.EndLine, span.EndColumn, indent);
    }
}
