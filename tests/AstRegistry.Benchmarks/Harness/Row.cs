namespace AstRegistry.Benchmarks.Harness;

/// <summary>One line of the table: what is measured, against what, and what it has to reach.</summary>
internal sealed record Row(string Name, string Baseline, Target Target);
