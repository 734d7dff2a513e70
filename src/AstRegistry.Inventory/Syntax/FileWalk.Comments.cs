using AstRegistry.Complexity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AstRegistry.Syntax;

/// <summary>
/// Comments, found in the text between two tokens: looking at characters costs a fraction of asking every token for its trivia.
/// </summary>
internal sealed partial class FileWalk
{
    private readonly ComplexityMeter _meter = new();

    /// <summary>How far comments have been reported.</summary>
    private int _commentEnd;

    /// <summary>Reports the comments before a token.</summary>
    private void ReportComments(SyntaxToken token, int start)
    {
        if (_member < 0 || Array.IndexOf(_buffer, '/', _commentEnd, start - _commentEnd) < 0) return;
        var line = _endLine;
        var i = ScanComments(_commentEnd, start, ref line, stopAtLineEnd: true, report: _end > _memberStart);
        if (Array.IndexOf(_buffer, '#', i, start - i) < 0) ScanComments(i, start, ref line, stopAtLineEnd: false, report: true);
        else ReportCommentTrivia(token);
    }

    /// <summary>Reports the comments behind the last token of a function, which are its trailing trivia.</summary>
    private void ReportTrailingComments()
    {
        if (_commentEnd != _end || _end >= _length) return;
        var line = _endLine;
        _commentEnd = ScanComments(_end, _length, ref line, stopAtLineEnd: true, report: true);
    }

    /// <summary>Scans white space and comments up to the first line end, the first other character, or the limit; returns where it stopped.</summary>
    private int ScanComments(int i, int limit, ref int line, bool stopAtLineEnd, bool report)
    {
        while (i < limit)
        {
            var c = _buffer[i];
            if (c is '\n' or '\r' && stopAtLineEnd) return i;
            if (c == '/' && i + 1 < limit && _buffer[i + 1] is '/' or '*')
            {
                var end = _buffer[i + 1] == '/' ? EndOfLine(i, limit) : EndOfBlockComment(i, limit);
                line = LineAt(i, line);
                var endLine = LineAt(end - 1, line);
                if (report) _meter.Comment(line, endLine);
                line = endLine;
                i = end;
            }
            else if (stopAtLineEnd && !char.IsWhiteSpace(c)) return i;
            else i++;
        }

        return i;
    }

    private int EndOfLine(int i, int limit)
    {
        while (i < limit && _buffer[i] is not ('\n' or '\r')) i++;
        return i;
    }

    private int EndOfBlockComment(int i, int limit)
    {
        for (i += 2; i + 1 < limit; i++)
        {
            if (_buffer[i] == '*' && _buffer[i + 1] == '/') return i + 2;
        }

        return limit;
    }

    private int LineAt(int offset, int line)
    {
        while (line + 1 < _lineCount && _lineStarts[line + 1] <= offset) line++;
        return line;
    }

    /// <summary>Directives and disabled code may hold anything, so there the compiler tells what is a comment.</summary>
    private void ReportCommentTrivia(SyntaxToken token)
    {
        foreach (var trivia in token.LeadingTrivia)
        {
            if (trivia.Kind() is not (SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
                or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia)) continue;
            var span = trivia.FullSpan;
            var last = span.End - 1;
            while (last > span.Start && _buffer[last] is '\n' or '\r') last--;
            _meter.Comment(Position(span.Start).Line, Position(last).Line);
        }
    }
}
