using AstRegistry.Identity;
using AstRegistry.Packing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AstRegistry.Syntax;

/// <summary>Text, lines and tokens.</summary>
internal sealed partial class FileWalk
{
    // Fixed text is told by its kind; only these kinds have text of their own.
    private const int FirstKindWithText = (int)SyntaxKind.IdentifierToken;

    private const ulong OwnNameHash = 1;

    private char[] _buffer = new char[1 << 14];
    private int[] _lineStarts = new int[1 << 10];
    private int _lineCount;
    private bool _hasCarriageReturns;
    private int _length;

    private int _line;
    private int _end;
    private int _endLine;
    private int _endColumn;
    private int _attributeDepth;

    private ulong _typeDigest;
    private ulong _digest;

    /// <summary>Hashes of the identifiers whose occurrences the digest replaces: the member's and the innermost function's.</summary>
    private ulong _memberName;
    private ulong _ownName;

    private void Load(SourceText text)
    {
        if (_buffer.Length < text.Length) _buffer = new char[Math.Max(text.Length, _buffer.Length * 2)];
        text.CopyTo(0, _buffer, 0, text.Length);
        _length = text.Length;
        _hasCarriageReturns = Array.IndexOf(_buffer, '\r', 0, text.Length) >= 0;
        var lines = text.Lines;
        _lineCount = lines.Count;
        if (_lineStarts.Length < _lineCount) _lineStarts = new int[Math.Max(_lineCount, _lineStarts.Length * 2)];
        for (var i = 0; i < _lineCount; i++) _lineStarts[i] = lines[i].Start;
        _line = _end = _endLine = _endColumn = _commentEnd = 0;
    }

    private void Token(SyntaxToken token, ref Frame frame)
    {
        var span = token.Span;
        if (span.Length == 0) return;
        var kind = token.RawKind;
        var hash = HashOf(kind, span.Start, span.Length);
        if (span.Start > _commentEnd) ReportComments(token, span.Start);
        MoveTo(span.Start, span.End);
        if (frame.Start < 0)
        {
            frame.Start = span.Start;
            frame.StartLine = _line;
            frame.StartColumn = span.Start - _lineStarts[_line];
        }

        frame.Head = StableHash.Add(frame.Head, hash);
        _typeDigest = StableHash.Add(_typeDigest, hash);
        if (frame.Region == Region.Member)
        {
            _meter.Token((SyntaxKind)kind, hash, _line, _endLine, frame.Node);
            if (_attributeDepth == 0)
            {
                _digest = StableHash.Add(_digest, hash == _memberName || hash == _ownName ? OwnNameHash : hash);
            }

            // "await foreach", "await using": the statement itself awaits.
            if (kind == (int)SyntaxKind.AwaitKeyword && frame.Kind != (int)SyntaxKind.AwaitExpression)
            {
                _tree.Nodes[frame.TreeIndex].Flags |= NodeFlags.Awaits;
            }
        }

        if (!IsSeparatorOrModifier(kind))
        {
            frame.Role++;
            frame.Index = 0;
        }

        _end = _commentEnd = span.End;
    }

    private void MoveTo(int start, int end)
    {
        while (_line + 1 < _lineCount && _lineStarts[_line + 1] <= start) _line++;
        _endLine = _line;
        while (_endLine + 1 < _lineCount && _lineStarts[_endLine + 1] <= end) _endLine++;
        _endColumn = end - _lineStarts[_endLine];
    }

    private unsafe ulong HashOf(int kind, int start, int length)
    {
        if (kind < FirstKindWithText) return (ulong)kind;
        fixed (char* buffer = _buffer) return StableHash.Add((ulong)kind, StableHash.OfText(buffer + start, length));
    }

    /// <summary>The hash that the identifier token of a declaration has when it stands in code; 0 for none.</summary>
    private ulong HashOfName(SyntaxToken name) => name.RawKind == 0 || name.Span.IsEmpty ? 0 : HashOf(name.RawKind, name.SpanStart, name.Span.Length);

    /// <summary>The hash of a stretch of text, trivia included, in which every line end counts as one line feed.</summary>
    private unsafe ulong HashOfText(TextSpan span)
    {
        fixed (char* buffer = _buffer)
        {
            if (!_hasCarriageReturns) return StableHash.OfText(buffer + span.Start, span.Length);
            var text = new char[span.Length];
            var length = 0;
            for (var i = span.Start; i < span.End; i++)
            {
                if (buffer[i] != '\r') text[length++] = buffer[i];
                else if (i + 1 >= _length || buffer[i + 1] != '\n') text[length++] = '\n';
            }

            fixed (char* normalized = text) return StableHash.OfText(normalized, length);
        }
    }

    private SourceSpan SpanFrom(in Frame frame) => new(frame.StartLine, frame.StartColumn, _endLine, _endColumn);

    private static bool IsSeparatorOrModifier(int kind) => (SyntaxKind)kind is SyntaxKind.CommaToken
        or >= SyntaxKind.PublicKeyword and <= SyntaxKind.UnsafeKeyword
        or SyntaxKind.AsyncKeyword or SyntaxKind.AwaitKeyword or SyntaxKind.PartialKeyword or SyntaxKind.RefKeyword or SyntaxKind.ScopedKeyword;
}
