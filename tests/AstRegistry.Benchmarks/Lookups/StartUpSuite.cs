using System.Diagnostics;
using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using AstRegistry.Benchmarks.Harness;

namespace AstRegistry.Benchmarks.Lookups;

/// <summary>What the registry of 10,000 types costs before and at its first use.</summary>
internal sealed class StartUpSuite : Suite
{
    private static readonly Row Early = new("what runs before the first use", "module initializers, static constructors, library loaded", Target.Exactly(0, "things"));
    private static readonly Row Cold = new("first look-up in 10,000 types, fresh process", "Assembly.GetTypes in a fresh process", Target.AtLeast(8));
    private static readonly Row Warm = new("first look-up in 10,000 types, library's code compiled", "Assembly.GetTypes of a fresh copy", Target.AtLeast(8));

    public override IReadOnlyList<Row> Rows => [Early, Cold, Warm];

    public override void Run(Session session, Report report)
    {
        var assembly = session.LookupAssembly;
        var path = Path.Combine(Path.GetTempPath(), $"AstRegistry.Benchmarks.{Environment.ProcessId}.dll");
        File.WriteAllBytes(path, assembly.Image);
        try
        {
            report.Add(Early, [CountInitializers(assembly.Image) + Probe(StartUpProbe.IsLoadedEarly, path)]);
            if (report.Wants(Cold))
            {
                var cold = Interleaved.Measure(1, session.Times(5, 15), () => Probe(StartUpProbe.Find, path), () => Probe(StartUpProbe.GetTypes, path));
                report.Add(Cold, cold.Gains, cold.Raw);
            }
        }
        finally
        {
            File.Delete(path);
        }

        if (!report.Wants(Warm)) return;
        var warm = Interleaved.Measure(5, session.Times(15, 40), () => Find(assembly), () => GetTypes(assembly));
        report.Add(Warm, warm.Gains, warm.Raw);
    }

    private static double Find(LookupAssembly assembly)
    {
        using var copy = assembly.Load();
        var find = copy.FindFirst;
        return Clock.Time(() => find(LookupAssembly.SomeKey));
    }

    private static double GetTypes(LookupAssembly assembly)
    {
        using var copy = assembly.Load();
        return Clock.Time(() => copy.Assembly.GetTypes());
    }

    /// <summary>The module initializer, and static constructors in the registry's classes.</summary>
    private static int CountInitializers(byte[] image)
    {
        using var file = new PEReader(new MemoryStream(image));
        var metadata = file.GetMetadataReader();
        var count = 0;
        foreach (var handle in metadata.MethodDefinitions)
        {
            var method = metadata.GetMethodDefinition(handle);
            if (metadata.GetString(method.Name) != ".cctor") continue;
            var type = metadata.GetTypeDefinition(method.GetDeclaringType());
            var outer = type.GetDeclaringType().IsNil ? type : metadata.GetTypeDefinition(type.GetDeclaringType());
            if (metadata.GetString(outer.Name) is "<Module>" or "AppRegistry") count++;
        }

        return count;
    }

    private static double Probe(string what, string path)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(typeof(Program).Assembly.Location);
        foreach (var argument in new[] { StartUpProbe.Command, what, path, LookupAssembly.SomeKey }) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"The probe '{what}' ended with {process.ExitCode}.");
        return double.Parse(output, CultureInfo.InvariantCulture);
    }
}
