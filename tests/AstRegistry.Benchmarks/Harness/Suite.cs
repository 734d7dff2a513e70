namespace AstRegistry.Benchmarks.Harness;

/// <summary>Rows that are measured together because they share preparation.</summary>
internal abstract class Suite
{
    public abstract IReadOnlyList<Row> Rows { get; }

    /// <summary>Measures the rows and adds each to the report.</summary>
    public abstract void Run(Session session, Report report);
}
