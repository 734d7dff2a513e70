using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AstRegistry.Tests.Code.Stores;

/// <summary>
/// What the compiler itself keeps from happening to ids. Each case is misuse with the exact codes that it meets, and beside it a twin that
/// does the same in a way that is allowed: so no case passes for a slip of its own.
/// </summary>
public sealed class CompileFailTests
{
    private const string Frame = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using AstRegistry;

        public sealed class Red;
        public sealed class Blue;
        public sealed class Cart;

        public class Snippet
        {
            //code
        }
        """;

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path))];

    public static TheoryData<string> Names => [.. CompileFailCases.All.Select(static one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_compiler_refuses_misuse_and_accepts_its_twin(string name)
    {
        var one = CompileFailCases.All.Single(one => one.Name == name);

        Assert.Equal(one.Codes, Compile(one.Misuse, LanguageVersion.Preview));
        Assert.Equal(one.CodesOfCSharp12 ?? one.Codes, Compile(one.Misuse, LanguageVersion.CSharp12));
        Assert.Empty(Compile(one.Twin, LanguageVersion.Preview));
        Assert.Empty(Compile(one.Twin, LanguageVersion.CSharp12));
    }

    private static string[] Compile(string code, LanguageVersion version)
    {
        var tree = CSharpSyntaxTree.ParseText(Frame.Replace("//code", code, StringComparison.Ordinal), new CSharpParseOptions(version), cancellationToken: TestContext.Current.CancellationToken);
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        var diagnostics = CSharpCompilation.Create("snippet", [tree], References, options).Emit(Stream.Null, cancellationToken: TestContext.Current.CancellationToken).Diagnostics;
        return [.. diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(static diagnostic => diagnostic.Id).Distinct().Order(StringComparer.Ordinal)];
    }
}
