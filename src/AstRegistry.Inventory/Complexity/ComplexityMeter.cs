using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AstRegistry.Complexity;

/// <summary>
/// Measures functions while someone else walks the syntax. The walker reports, in document order, what it passes:
/// <code>
/// BeginFunction(declaration, kind)      when it enters the declaration, before anything of it, leading trivia included
///   Comment(first line, last line)      each comment, as trivia of the token it stands before or after
///   Token(kind, text hash, lines, …)    each token that has text; not those inside documentation comments and directives
///   Enter(node, kind) … Leave(node, kind)
/// EndFunction()                         behind the declaration's last token and its trailing trivia
/// </code>
/// Functions nest: accessors apart, whatever is reported between <c>BeginFunction</c> and <c>EndFunction</c> counts for every
/// enclosing function too. Instead of telling each of them about each event, a function hands its sums over when it ends, so the
/// cost of an event does not grow with the nesting. Entering or leaving a declaring node itself makes no difference, and events
/// outside any function are ignored.
/// </summary>
/// <remarks>
/// <para><b>Cyclomatic</b> is CA1502's: 1, and 1 for each <c>if</c>, loop, <c>case</c> and <c>default</c> label, <c>?:</c>,
/// <c>??</c>, <c>?.</c>, <c>?[]</c>, <c>&amp;&amp;</c>, <c>||</c>, and each <c>&amp;</c> and <c>|</c> over operands that show
/// themselves to be Boolean (<see cref="BooleanOperands"/>). Switch expression arms, <c>catch</c>, <c>??=</c> and the pattern
/// combinators do not count.</para>
/// <para><b>Cognitive</b> is S3776's, see <see cref="Enter"/>. A static local function counts for itself alone.</para>
/// <para><b>Nesting depth</b> counts what S134 counts: <c>if</c> (an <c>else if</c> stays on the level of its <c>if</c>), loops,
/// <c>switch</c> and <c>try</c> statements around each other, those in nested functions included.</para>
/// <para>One meter serves a whole walk; it allocates only when code nests deeper, or has more distinct tokens, than any before.</para>
/// </remarks>
internal sealed class ComplexityMeter
{
    private readonly TokenVocabulary _vocabulary = new();

    /// <summary>Right operands that continue the logical sequence of the operator before them, innermost last.</summary>
    private readonly Stack<SyntaxNode> _continued = new();

    private Frame[] _frames = new Frame[8];
    private int _top = -1;

    /// <summary>Opens a function. Everything up to the matching <see cref="EndFunction"/> belongs to it.</summary>
    /// <param name="declaration">The declaring node: a member, an accessor, a local function, a lambda, the arrow clause of a property.</param>
    /// <param name="kind">Its kind.</param>
    public void BeginFunction(SyntaxNode declaration, SyntaxKind kind)
    {
        if (_top < 0)
        {
            _vocabulary.Clear();
            _continued.Clear();
        }

        if (++_top == _frames.Length) Array.Resize(ref _frames, _top * 2);
        ref var frame = ref _frames[_top];
        frame = new Frame { Start = _vocabulary.Position, MethodFrame = _top > 0 ? _frames[_top - 1].MethodFrame : -1 };
        switch (kind)
        {
            case SyntaxKind.MethodDeclaration:
                frame.Method = (MethodDeclarationSyntax)declaration;
                frame.MethodFrame = _top;
                break;
            case SyntaxKind.LocalFunctionStatement:
                frame.Nesting = 1;
                frame.StandsAlone = ((LocalFunctionStatementSyntax)declaration).Modifiers.Any(SyntaxKind.StaticKeyword);
                if (frame.StandsAlone) frame.MethodFrame = -1;
                break;
            case SyntaxKind.SimpleLambdaExpression or SyntaxKind.ParenthesizedLambdaExpression:
                frame.Nesting = 1;
                break;
        }
    }

    /// <summary>Closes the innermost function and gives its counts.</summary>
    public ComplexityCounts EndFunction()
    {
        ref var frame = ref _frames[_top];
        if (frame.CallsItself) frame.Cognitive++;
        var counts = frame.ToCounts();
        if (_top > 0) _frames[_top - 1].Absorb(in frame);
        frame.Method = null;
        _top--;
        return counts;
    }

    /// <summary>
    /// Reports a node before its tokens and children. What weighs 1 + nesting for cognitive complexity: <c>if</c> (not
    /// <c>else if</c>), <c>?:</c>, switches, loops, <c>catch</c>, <c>goto</c>. What weighs 1: <c>else</c>, a sequence of equal logical
    /// operators or pattern combinators, and direct recursion of a method. All of the former but <c>goto</c>, and lambdas and local
    /// functions, are a level of nesting for everything inside them, conditions included.
    /// </summary>
    public void Enter(SyntaxNode node, SyntaxKind kind)
    {
        if (_top < 0) return;
        ref var frame = ref _frames[_top];
        switch (kind)
        {
            case SyntaxKind.IfStatement:
                frame.Cyclomatic++;
                if (IsElseIf(node)) break;
                frame.OpenNesting();
                frame.OpenStatement();
                break;
            case SyntaxKind.ForStatement or SyntaxKind.ForEachStatement or SyntaxKind.WhileStatement or SyntaxKind.DoStatement:
                frame.Cyclomatic++;
                frame.OpenNesting();
                frame.OpenStatement();
                break;
            case SyntaxKind.ForEachVariableStatement:
                frame.Cyclomatic++;
                frame.OpenStatement();
                break;
            case SyntaxKind.SwitchStatement:
                frame.OpenNesting();
                frame.OpenStatement();
                break;
            case SyntaxKind.TryStatement:
                frame.OpenStatement();
                break;
            case SyntaxKind.ConditionalExpression:
                frame.Cyclomatic++;
                frame.OpenNesting();
                break;
            case SyntaxKind.SwitchExpression or SyntaxKind.CatchClause:
                frame.OpenNesting();
                break;
            case SyntaxKind.GotoStatement or SyntaxKind.GotoCaseStatement or SyntaxKind.GotoDefaultStatement:
                frame.AddNested();
                break;
            case SyntaxKind.ElseClause:
                frame.Cognitive++;
                break;
            case SyntaxKind.CaseSwitchLabel or SyntaxKind.CasePatternSwitchLabel or SyntaxKind.DefaultSwitchLabel:
            case SyntaxKind.CoalesceExpression or SyntaxKind.ConditionalAccessExpression:
                frame.Cyclomatic++;
                break;
            case SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression:
                frame.Cyclomatic++;
                var logical = (BinaryExpressionSyntax)node;
                if (StartsSequence(node, kind, logical.Left, logical.Right)) frame.Cognitive++;
                break;
            case SyntaxKind.AndPattern or SyntaxKind.OrPattern:
                var pattern = (BinaryPatternSyntax)node;
                if (StartsSequence(node, kind, pattern.Left, pattern.Right)) frame.Cognitive++;
                break;
            case SyntaxKind.BitwiseAndExpression or SyntaxKind.BitwiseOrExpression:
                if (BooleanOperands.AreIn((BinaryExpressionSyntax)node)) frame.Cyclomatic++;
                break;
            case SyntaxKind.InvocationExpression:
                if (frame.MethodFrame >= 0) NoticeRecursion((InvocationExpressionSyntax)node, ref _frames[frame.MethodFrame]);
                break;
        }
    }

    /// <summary>Reports a node behind all of its tokens and children.</summary>
    public void Leave(SyntaxNode node, SyntaxKind kind)
    {
        if (_top < 0) return;
        ref var frame = ref _frames[_top];
        switch (kind)
        {
            case SyntaxKind.IfStatement:
                if (IsElseIf(node)) break;
                frame.Nesting--;
                frame.Depth--;
                break;
            case SyntaxKind.ForStatement or SyntaxKind.ForEachStatement or SyntaxKind.WhileStatement or SyntaxKind.DoStatement:
            case SyntaxKind.SwitchStatement:
                frame.Nesting--;
                frame.Depth--;
                break;
            case SyntaxKind.ForEachVariableStatement or SyntaxKind.TryStatement:
                frame.Depth--;
                break;
            case SyntaxKind.ConditionalExpression or SyntaxKind.SwitchExpression or SyntaxKind.CatchClause:
                frame.Nesting--;
                break;
        }
    }

    /// <summary>Reports a token that has text.</summary>
    /// <param name="kind">The token's kind.</param>
    /// <param name="textHash">A hash of its kind and text; operands with equal hashes are taken for equal.</param>
    /// <param name="startLine">The line of its first character.</param>
    /// <param name="endLine">The line of its last character.</param>
    /// <param name="parent">The node it belongs to.</param>
    public void Token(SyntaxKind kind, ulong textHash, int startLine, int endLine, SyntaxNode parent)
    {
        if (_top < 0) return;
        ref var frame = ref _frames[_top];
        frame.CodeLines.Add(startLine, endLine);
        switch (TokenRoles.Of(kind, parent))
        {
            case TokenRole.Operator:
                frame.Operators++;
                if (IsNewHere((ulong)kind, in frame, out var seenBy))
                {
                    frame.DistinctOperators++;
                    if (seenBy >= 0) _frames[seenBy].DistinctOperators--;
                }

                break;
            case TokenRole.Operand:
                frame.Operands++;
                if (IsNewHere(~textHash, in frame, out seenBy))
                {
                    frame.DistinctOperands++;
                    if (seenBy >= 0) _frames[seenBy].DistinctOperands--;
                }

                break;
        }
    }

    /// <summary>Reports a comment, documentation or not.</summary>
    /// <param name="startLine">The line of its first character.</param>
    /// <param name="endLine">The line of its last character, its line end not counted.</param>
    public void Comment(int startLine, int endLine)
    {
        if (_top >= 0) _frames[_top].CommentLines.Add(startLine, endLine);
    }

    /// <summary>
    /// Whether the innermost function meets a token for the first time. If so, <paramref name="seenBy"/> is the innermost enclosing
    /// function that has met it, or -1: that one will absorb the token's count without having gained a token.
    /// </summary>
    private bool IsNewHere(ulong key, in Frame frame, out int seenBy)
    {
        var last = _vocabulary.See(key);
        seenBy = -1;
        if (last >= frame.Start) return false;
        if (last < _frames[0].Start) return true;

        // Functions open one after the other, so their starts ascend; the last that began before the token was seen has met it.
        var low = 0;
        var high = _top - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_frames[middle].Start <= last) low = middle;
            else high = middle - 1;
        }

        seenBy = low;
        return true;
    }

    /// <summary>
    /// Whether a logical operator begins a sequence of equal operators. Brackets do not end a sequence; a right operand continues it
    /// once, as S3776 has it: in <c>a &amp;&amp; (b &amp;&amp; (c &amp;&amp; d))</c> the innermost begins anew.
    /// </summary>
    private bool StartsSequence(SyntaxNode node, SyntaxKind kind, SyntaxNode left, SyntaxNode right)
    {
        if (_continued.Count > 0 && ReferenceEquals(_continued.Peek(), node))
        {
            _continued.Pop();
            return false;
        }

        right = WithoutBrackets(right);
        if (right.RawKind == (int)kind) _continued.Push(right);
        return WithoutBrackets(left).RawKind != (int)kind;
    }

    private static SyntaxNode WithoutBrackets(SyntaxNode node)
    {
        while (true)
        {
            switch (node)
            {
                case ParenthesizedExpressionSyntax expression: node = expression.Expression; break;
                case ParenthesizedPatternSyntax pattern: node = pattern.Pattern; break;
                default: return node;
            }
        }
    }

    private static void NoticeRecursion(InvocationExpressionSyntax call, ref Frame frame)
    {
        if (frame.CallsItself || call.Expression is not IdentifierNameSyntax name) return;
        var method = frame.Method!;
        frame.CallsItself = call.ArgumentList.Arguments.Count == method.ParameterList.Parameters.Count
            && name.Identifier.ValueText == method.Identifier.ValueText;
    }

    private static bool IsElseIf(SyntaxNode node) => node.Parent is { RawKind: (int)SyntaxKind.ElseClause };

    /// <summary>An open function.</summary>
    private struct Frame
    {
        /// <summary>The vocabulary's position when the function began.</summary>
        public int Start;

        /// <summary>The method that this is, for recognizing calls of itself.</summary>
        public MethodDeclarationSyntax? Method;

        /// <summary>The frame of the method that calls in here may recurse to, or -1.</summary>
        public int MethodFrame;

        public bool CallsItself;

        /// <summary>Whether enclosing functions leave it out of their cognitive complexity.</summary>
        public bool StandsAlone;

        /// <summary>Decisions; the complexity is one more.</summary>
        public int Cyclomatic;

        public long Cognitive;

        /// <summary>How many increments grow with the nesting, and so by each level that the function itself is nested in.</summary>
        public long NestedIncrements;

        public int Nesting;
        public int Depth;
        public int DeepestDepth;
        public int DistinctOperators;
        public int DistinctOperands;
        public int Operators;
        public int Operands;
        public LineCounter CodeLines;
        public LineCounter CommentLines;

        public void OpenNesting()
        {
            AddNested();
            Nesting++;
        }

        public void OpenStatement()
        {
            if (++Depth > DeepestDepth) DeepestDepth = Depth;
        }

        public void AddNested()
        {
            Cognitive += 1 + Nesting;
            NestedIncrements++;
        }

        /// <summary>Takes over the sums of a function that ended inside this one.</summary>
        public void Absorb(in Frame inner)
        {
            Cyclomatic += inner.Cyclomatic;
            if (!inner.StandsAlone)
            {
                Cognitive += inner.Cognitive + (inner.NestedIncrements * Nesting);
                NestedIncrements += inner.NestedIncrements;
            }

            DeepestDepth = Math.Max(DeepestDepth, Depth + inner.DeepestDepth);
            DistinctOperators += inner.DistinctOperators;
            DistinctOperands += inner.DistinctOperands;
            Operators += inner.Operators;
            Operands += inner.Operands;
            CodeLines.Append(in inner.CodeLines);
            CommentLines.Append(in inner.CommentLines);
        }

        public readonly ComplexityCounts ToCounts() => new(
            Cyclomatic + 1,
            (int)Math.Min(Cognitive, int.MaxValue),
            DeepestDepth,
            DistinctOperators,
            DistinctOperands,
            Operators,
            Operands,
            CodeLines.Count,
            CommentLines.Count);
    }
}
