using System.ComponentModel;
using System.Diagnostics;
using AstRegistry.Codec;
using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Runtime.Tests.Codec;

/// <summary>The MessagePack of Node, fetched from its registry into a folder of the test's own, reads what is written here and writes what is read here.</summary>
public sealed class NodeTests : IDisposable
{
    private const string Package = "@msgpack/msgpack@3.1.3";

    /// <summary>Reads each line of the input and writes it again; then writes values of its own, each with its JSON.</summary>
    private const string Script = """
        import { decode, encode } from '@msgpack/msgpack';
        import { readFileSync, writeFileSync } from 'node:fs';
        const options = { useBigInt64: true, sortKeys: true };
        const lines = readFileSync('in.txt', 'utf8').split('\n').filter(line => line.length > 0);
        const hex = bytes => Buffer.from(bytes).toString('hex').toUpperCase();
        writeFileSync('out.txt', lines.map(line => hex(encode(decode(Buffer.from(line, 'hex'), options), options))).join('\n'));
        const own = [null, true, 0, 127, 128, 65536, 4294967295, -1, -32, -33, -2147483648, 1.5, -2.25, '', 'é🦉', 'x'.repeat(40), 'y'.repeat(300),
            [], [1, [2, [3]]], Array.from({ length: 20 }, (_, i) => i), {}, { b: 1, a: { d: null, c: [false] }, '\uFFFD': 1, '🦉': 2 }];
        writeFileSync('own.txt', own.map(value => hex(encode(value, options)) + '\t' + JSON.stringify(value)).join('\n'));
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("astregistry-node-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Node_reads_and_writes_the_same_bytes()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await File.WriteAllTextAsync(PathOf("package.json"), """{"type":"module","private":true}""", cancellationToken);
        await File.WriteAllTextAsync(PathOf("run.mjs"), Script, cancellationToken);
        var inputs = Gen.Sample(Values.Any, 400, new Rnd(3, 5), 400).Where(IsKeptByNode).Select(static value => Convert.ToHexString(ValueCodec.Encode(value))).ToArray();
        await File.WriteAllLinesAsync(PathOf("in.txt"), inputs, cancellationToken);
        if (await RunAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", $"install --no-audit --no-fund --ignore-scripts {Package}") is { } missing) Skip(missing);
        if (await RunAsync("node", "run.mjs") is { } failure) Assert.Fail(failure);

        Assert.True(inputs.Length > 100);
        Assert.Equal(inputs, (await File.ReadAllTextAsync(PathOf("out.txt"), cancellationToken)).Split('\n'));
        foreach (var line in await File.ReadAllLinesAsync(PathOf("own.txt"), cancellationToken))
        {
            var parts = line.Split('\t');
            Assert.Equal(Expected(parts[1]), ValueCodec.Decode(Convert.FromHexString(parts[0])).ToString());
        }
    }

    /// <summary>JSON sorts no names, and here they are in the order of UTF-16.</summary>
    private static string Expected(string json) => json.StartsWith("{\"b\"", StringComparison.Ordinal) ? """{"a":{"c":[false],"d":null},"b":1,"🦉":2,"�":1}""" : json;

    /// <summary>Node has one type of number, in which 1.0 is 1, and a NaN with other bits.</summary>
    private static bool IsKeptByNode(RegistryValue value) => value.Kind switch
    {
        RegistryValueKind.Double => !double.IsNaN(value.AsDouble()) && !double.IsInteger(value.AsDouble()),
        RegistryValueKind.List => value.AsList().All(IsKeptByNode),
        RegistryValueKind.Map => value.AsMap().Values.All(IsKeptByNode),
        _ => true,
    };

    /// <summary>Nothing where the command did its work, else why not.</summary>
    private async Task<string?> RunAsync(string command, string arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { WorkingDirectory = _folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return process.ExitCode == 0 ? null : $"'{command} {arguments}' failed with {process.ExitCode}: {errors}{await output}";
        }
        catch (Win32Exception exception)
        {
            return $"'{command}' cannot be run: {exception.Message}";
        }
    }

    private static void Skip(string reason)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(reason);
        Assert.Skip(reason);
    }

    private string PathOf(string file) => Path.Combine(_folder.FullName, file);
}
