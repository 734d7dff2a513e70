using AstRegistry.Complexity;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AstRegistry.Tests.Complexity;

public class ComplexityMeterTests
{
    private static readonly CSharpParseOptions Preview = new(LanguageVersion.Preview);

    /// <summary>A member of a class, then by hand: cyclomatic, cognitive, nesting depth of its outermost function.</summary>
    public static TheoryData<string, int, int, int> Members => new()
    {
        { "void M() { }", 1, 0, 0 },
        { "abstract void M();", 1, 0, 0 },
        { "int M() => 1;", 1, 0, 0 },

        // if and else
        { "void M() { if (a) { } }", 2, 1, 1 },
        { "void M() { if (a) { } else { } }", 2, 2, 1 },
        { "void M() { if (a) { } else if (b) { } }", 3, 2, 1 },
        { "void M() { if (a) { } else if (b) { } else { } }", 3, 3, 1 },
        { "void M() { if (a) { if (b) { } } }", 3, 3, 2 },
        { "void M() { if (a) { } else { if (b) { } } }", 3, 4, 2 },
        { "void M() { if (a) { } else if (b) { if (c) { } } }", 4, 4, 2 },
        { "void M() { if (a) { } if (b) { } }", 3, 2, 1 },

        // loops
        { "void M() { for (;;) { } }", 2, 1, 1 },
        { "void M() { foreach (var x in xs) { } }", 2, 1, 1 },
        { "async Task M() { await foreach (var x in xs) { } }", 2, 1, 1 },
        { "void M() { foreach (var (x, y) in xs) { } }", 2, 0, 1 },
        { "void M() { foreach (var (x, y) in xs) { if (x) { } } }", 3, 1, 2 },
        { "void M() { while (a) { } }", 2, 1, 1 },
        { "void M() { do { } while (a); }", 2, 1, 1 },
        { "void M() { while (a) { for (;;) { foreach (var x in xs) { do { } while (b); } } } }", 5, 10, 4 },
        { "void M() { while (a) { break; } while (b) { continue; } }", 3, 2, 1 },

        // switch
        { "void M() { switch (a) { } }", 1, 1, 1 },
        { "void M() { switch (a) { case 1: break; default: break; } }", 3, 1, 1 },
        { "void M() { switch (a) { case 1: case 2: break; case int x when x > 3 && b: break; } }", 5, 2, 1 },
        { "void M() { switch (a) { case 1: if (b) { } break; } }", 3, 3, 2 },
        { "void M() { switch (a) { case 1: goto case 2; case 2: goto default; default: break; } }", 4, 5, 1 },
        { "int M() => a switch { 1 => 2, 3 => 4, _ => 5 };", 1, 1, 0 },
        { "int M() => a switch { 1 when b && c => 2, _ => d ? 4 : 5 };", 3, 4, 0 },
        { "int M() => a switch { 1 => b switch { _ => 1 }, _ => 5 };", 1, 3, 0 },

        // jumps
        { "void M() { a: goto a; }", 1, 1, 0 },
        { "void M() { if (x) { a: goto a; } }", 2, 3, 1 },
        { "int M() { return 1; }", 1, 0, 0 },
        { "IEnumerable<int> M() { yield return 1; yield break; }", 1, 0, 0 },
        { "void M() => throw new E();", 1, 0, 0 },

        // exceptions
        { "void M() { try { } finally { } }", 1, 0, 1 },
        { "void M() { try { } catch { } }", 1, 1, 1 },
        { "void M() { try { } catch (A) { } catch (B) when (b && c) { } finally { } }", 2, 3, 1 },
        { "void M() { try { if (a) { } } catch { if (b) { } } finally { if (c) { } } }", 4, 5, 2 },
        { "void M() { try { try { } catch { } } catch { try { } catch { } } }", 1, 4, 2 },

        // other statements
        { "void M() { using (a) { if (b) { } } lock (c) { if (d) { } } fixed (int* p = q) { } checked { } unsafe { } { } ; }", 3, 2, 1 },
        { "async Task M() { using var a = b; await using var c = d; await e; }", 1, 0, 0 },

        // conditions
        { "int M() => a ? b : c;", 2, 1, 0 },
        { "int M() => a ? b ? 1 : 2 : 3;", 3, 3, 0 },
        { "int M() => (a ? b : c) ? 1 : 2;", 3, 3, 0 },
        { "void M() { if (a ? b : c) { } }", 3, 3, 1 },
        { "int M() => a ?? b ?? c;", 3, 0, 0 },
        { "void M() { a ??= b; }", 1, 0, 0 },
        { "int M() => a?.b?.c;", 3, 0, 0 },
        { "int M() => a?[0].b;", 2, 0, 0 },
        { "void M() { a?.b = c; }", 2, 0, 0 },

        // logical sequences
        { "bool M() => a && b;", 2, 1, 0 },
        { "bool M() => a && b && c;", 3, 1, 0 },
        { "bool M() => a && b || c;", 3, 2, 0 },
        { "bool M() => a && b || c && d;", 4, 3, 0 },
        { "bool M() => a && !(b && c);", 3, 2, 0 },
        { "bool M() => (a && b) && ((c && d));", 4, 1, 0 },
        { "bool M() => a && (b && (c && d));", 4, 2, 0 },
        { "bool M() => a && (b || c && d) && e;", 5, 3, 0 },
        { "void M() { if (a) { x = b && c; } }", 3, 2, 1 },

        // patterns
        { "bool M() => a is 1 or 2 or 3;", 1, 1, 0 },
        { "bool M() => a is (1 or 2) or (3 or (4 or 5));", 1, 2, 0 },
        { "bool M() => a is > 1 and < 5 or 7;", 1, 2, 0 },
        { "bool M() => a is not null and not (1 or 2);", 1, 2, 0 },
        { "bool M() => a is { B: 1, C: [1, .., 2] } x && x.D;", 2, 1, 0 },

        // bitwise operators on what shows itself to be Boolean
        { "int M() => a | b & c;", 1, 0, 0 },
        { "bool M() => a > 1 | b;", 2, 0, 0 },
        { "bool M() => a & b | c is null;", 3, 0, 0 },
        { "bool M() => (a | b) & !c;", 3, 0, 0 },
        { "void M() { if (a & b) { } while ((a | b)) { } }", 5, 2, 1 },
        { "bool M() => (a & b) != 0;", 1, 0, 0 },
        { "int M() => a & b ? c | d : 0;", 3, 1, 0 },
        { "bool M() => a ^ b == c;", 1, 0, 0 },
        { "void M() { a |= b; a &= c; }", 1, 0, 0 },

        // nested functions
        { "void M() { F(x => x); }", 1, 0, 0 },
        { "void M() { F(x => x ? 1 : 2); }", 2, 2, 0 },
        { "void M() { F((x, y) => { if (x) { F(() => y && z); } }); }", 3, 3, 1 },
        { "void M() { F(delegate { if (a) { } }); }", 2, 1, 1 },
        { "void M() { L(); void L() { if (a) { } } }", 2, 2, 1 },
        { "void M() { L(); static void L() { if (a) { } } }", 2, 0, 1 },
        { "void M() { if (a) { F(() => { while (b) { void L() { if (c) { } } } }); } }", 4, 9, 3 },

        // recursion
        { "int M(int n) => M(n - 1);", 1, 1, 0 },
        { "int M(int n) => M(n - 1) + M(n - 2);", 1, 1, 0 },
        { "int M(int n) => F(() => M(n - 1));", 1, 1, 0 },
        { "int M(int n) => M(n, 1) + this.M(n) + M<int>(n);", 1, 0, 0 },
        { "int M(int n) { static int L(int n) => M(n); return L(n); }", 1, 0, 0 },

        // queries
        { "void M() { var q = from x in xs where x && y orderby x let z = x ? 1 : 2 select z; }", 3, 2, 0 },

        // places for conditions
        { "void M(int x = 1 > 2 ? 1 : 2) { }", 2, 1, 0 },
        { "string M() => $\"{(a ? b : c)}\";", 2, 1, 0 },
        { "int[] M() => [.. a ?? [], b ? 1 : 2];", 3, 1, 0 },
        { "A M() => new A(a ?? b) { C = d ? 1 : 2 } with { E = f && g };", 4, 2, 0 },

        // other kinds of members
        { "C() : this(a ? 1 : 2) { if (b) { } }", 3, 2, 1 },
        { "static C() { if (b) { } }", 2, 1, 1 },
        { "~C() { if (b) { } }", 2, 1, 1 },
        { "public static C operator +(C a, C b) => a ?? b;", 2, 0, 0 },
        { "public void operator +=(C b) { if (b) { } }", 2, 1, 1 },
        { "public static implicit operator int(C a) => a ? 1 : 2;", 2, 1, 0 },
        { "int P => a ? 1 : 2;", 2, 1, 0 },
        { "int this[int i] => a ? 1 : 2;", 2, 1, 0 },
        { "int P { get { return a ? 1 : 2; } }", 2, 1, 0 },
        { "int P { get; init => field = a ? 1 : 2; }", 2, 1, 0 },
        { "event E F { add { if (a) { } } }", 2, 1, 1 },
        { "extension(string s) { bool P => s.A && s.B; }", 2, 1, 0 },
    };

    [Theory]
    [MemberData(nameof(Members))]
    public void Complexity_is_as_counted_by_hand(string member, int cyclomatic, int cognitive, int depth)
    {
        var counts = MeasureMember(member);

        Assert.Equal((cyclomatic, cognitive, depth), (counts.Cyclomatic, counts.Cognitive, counts.NestingDepth));
    }

    /// <summary>A member, then by hand: different operators, different operands, operators, operands.</summary>
    public static TheoryData<string, int, int, int, int> Vocabularies => new()
    {
        // void ( ) { } and M: the return type is an operand
        { "void M() { }", 2, 2, 2, 2 },

        // int M ( ) => a + a * 2 ;
        { "int M() => a + a * 2;", 5, 4, 5, 5 },

        // operators ( { = ; return -, operands int M x 1 x x 1
        { "int M() { x = 1; return x - 1; }", 6, 4, 7, 6 },

        // angle brackets of type arguments are one pair, comparisons are not: ( < => > ; and List int M List x
        { "List<int> M() => List < x > 1;", 5, 5, 6, 6 },

        // $" { } " counts the quotes and the hole once each; the text parts are operands
        { "string M() => $\"a{b}a\";", 5, 4, 5, 5 },

        // a text part of an interpolated string is not the identifier of the same text: string M a b a
        { "string M() => $\"a{a}\";", 5, 4, 5, 4 },

        // $""" and $$""" are of one kind
        { "string M() => $\"\"\"{a}\"\"\" + $$\"\"\"{{a}}\"\"\";", 6, 3, 8, 4 },

        // the same text as operator and operand: get () => and get
        { "int P { get => this.get ?? null; }", 5, 3, 5, 3 },
    };

    [Theory]
    [MemberData(nameof(Vocabularies))]
    public void Operators_and_operands_are_as_counted_by_hand(
        string member, int distinctOperators, int distinctOperands, int operators, int operands)
    {
        var counts = MeasureMember(member);

        Assert.Equal(
            (distinctOperators, distinctOperands, operators, operands),
            (counts.DistinctOperators, counts.DistinctOperands, counts.Operators, counts.Operands));
    }

    /// <summary>A member, then by hand: lines of code, lines with a comment.</summary>
    public static TheoryData<string, int, int> Lines => new()
    {
        { "void M() { }", 1, 0 },
        { "void M()\n{\n}\n", 3, 0 },
        { "void M()\n{\n\n\n    A(); B();\n\n}\n", 4, 0 },
        { "/// <summary>A</summary>\n/// <remarks>B</remarks>\nvoid M() { }", 1, 2 },
        { "// a\n\n// b\nvoid M() // c\n{ /* d */ /* e */\n  /* f\n\n g */\n}\n", 3, 7 },
        { "string M() => \"\"\"\n  a\n\n  b\n  \"\"\";", 5, 0 },
        { "#if X\nvoid N() { }\n#endif\n#region r\nvoid M() { }\n", 1, 0 },
        { "[A]\n[B]\nvoid M() { }", 3, 0 },
        { "void M()\n{\n  F(() =>\n  {\n    // a\n    b();\n  }); // c\n  // d\n}\n// e", 7, 3 },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Lines_are_as_counted_by_hand(string member, int code, int comments)
    {
        var counts = MeasureMember(member);

        Assert.Equal((code, comments), (counts.LinesOfCode, counts.CommentLines));
    }

    [Fact]
    public void Nested_functions_have_counts_of_their_own()
    {
        const string Text = """
            class C
            {
                void M()
                {
                    if (a)
                    {
                        F(x => x ? 1 : 2); // one
                    }

                    static int L(int x)
                    {
                        return x > 0 && x < 9 ? 1 : 2;
                    }
                }
            }
            """;

        var measured = ReferenceDriver.Measure(CSharpSyntaxTree.ParseText(Text, Preview, cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken));

        Assert.Equal(
            [
                // x => ? : and x 1 2
                (SyntaxKind.SimpleLambdaExpression, new ComplexityCounts(2, 2, 0, 3, 3, 3, 4, 1, 0)),

                // static ( { return > && < ? : ; and int L x 0 9 1 2
                (SyntaxKind.LocalFunctionStatement, new ComplexityCounts(3, 3, 0, 10, 7, 10, 10, 4, 0)),
                (SyntaxKind.MethodDeclaration, new ComplexityCounts(5, 4, 1, 12, 11, 20, 18, 11, 1)),
            ],
            measured.Select(m => (m.Declaration.Kind(), m.Counts)));
    }

    [Fact]
    public void A_token_that_only_an_outer_function_has_met_counts_once_for_it()
    {
        // Each function of the nest uses a token of its own, one of the function around it, and one of the outermost.
        const string Text = "class C { void M() { a(b); F(() => { b(c, a); F(() => { c(d, a); F(() => a(d)); }); }); b(c, d); } }";

        var all = ReferenceDriver.Measure(SyntaxFactory.ParseCompilationUnit(Text));

        foreach (var (declaration, counts) in all)
        {
            var tokens = declaration.DescendantTokens().Select(t => (Role: TokenRoles.Of(t.Kind(), t.Parent!), t.Text)).ToList();
            Assert.Equal(tokens.Where(t => t.Role == TokenRole.Operator).Distinct().Count(), counts.DistinctOperators);
            Assert.Equal(tokens.Where(t => t.Role == TokenRole.Operand).Distinct().Count(), counts.DistinctOperands);
        }
    }

    [Fact]
    public void Top_level_statements_are_one_function()
    {
        var measured = ReferenceDriver.Measure(SyntaxFactory.ParseCompilationUnit("using A;\nif (a) { }\nwhile (b) { }\nclass C { void M() { if (a) { } } }"));

        Assert.Equal([(2, SyntaxKind.MethodDeclaration), (3, SyntaxKind.CompilationUnit)], measured
            .Select(m => (m.Counts.Cyclomatic, m.Declaration.Kind())).Order());
    }

    [Fact]
    public void A_used_meter_measures_like_a_new_one()
    {
        var meter = new ComplexityMeter();
        var root = SyntaxFactory.ParseCompilationUnit(string.Join('\n', Members.Select((m, i) => $"class C{i} {{ {m.Data.Item1} }}")), options: Preview);
        var first = ReferenceDriver.Measure(root, meter);
        var second = ReferenceDriver.Measure(root, meter);

        Assert.Equal(first, second);
        foreach (var (declaration, counts) in first)
            if (declaration is BaseMethodDeclarationSyntax) Assert.Equal(counts, ReferenceDriver.Measure(declaration)[^1].Counts);
    }

    [Fact]
    public void Events_outside_any_function_are_ignored()
    {
        var meter = new ComplexityMeter();
        var node = SyntaxFactory.ParseStatement("if (a) { }");

        meter.Enter(node, SyntaxKind.IfStatement);
        meter.Token(SyntaxKind.IfKeyword, 1, 0, 0, node);
        meter.Comment(0, 0);
        meter.Leave(node, SyntaxKind.IfStatement);
        meter.BeginFunction(node, SyntaxKind.GetAccessorDeclaration);

        Assert.Equal(new ComplexityCounts(1, 0, 0, 0, 0, 0, 0, 0, 0), meter.EndFunction());
    }

    private static ComplexityCounts MeasureMember(string member)
    {
        var root = SyntaxFactory.ParseCompilationUnit("unsafe class C\n{\n" + member + "\n}", options: Preview);
        return ReferenceDriver.Measure(root)[^1].Counts;
    }
}
