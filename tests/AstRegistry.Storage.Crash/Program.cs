using AstRegistry.Storage.Crash;
using AstRegistry.Storage.Crash.Protocol;

// Commits to a registry until it is killed, and writes what it is about to do and what was acknowledged, a line each. Ends with its parent, whose
// end of the standard input closes then.
_ = Task.Run(static () =>
{
    Console.In.ReadToEnd();
    Environment.Exit(1);
});

var options = ChildOptions.Parse(args);
var wire = new Wire(Console.OpenStandardOutput());
var points = new CrashPoints(wire, options.Stop, options.Skip);
await points.ReachAsync(CrashPoint.InOpening);
await using var registry = await ChildRegistry.OpenAsync(options, wire, points);
wire.Say(Verb.Open);
if (options.Stop == CrashPoint.InOpening) await Task.Delay(Timeout.InfiniteTimeSpan);
await new Life(registry, options, wire, points).RunAsync();
await points.ReachAsync(CrashPoint.InClosing);
