namespace AstRegistry.Benchmarks.Harness;

/// <summary>Prints rows as they come, as a table of Markdown.</summary>
internal sealed class Report(Func<Row, bool> isWanted, TextWriter output)
{
    private int _missed;
    private int _met;

    public bool Wants(Row row) => isWanted(row);

    public void Begin()
    {
        output.WriteLine("| What | Baseline | Median | min .. max | Reach | Met | Raw |");
        output.WriteLine("|---|---|---|---|---|---|---|");
    }

    /// <summary>Adds a row; it is judged by the median.</summary>
    public void Add(Row row, IReadOnlyCollection<double> samples, string raw = "", string? about = null)
    {
        if (!isWanted(row)) return;
        var median = Samples.Median(samples);
        var isMet = row.Target.IsMetBy(median);
        if (isMet == true) _met++;
        if (isMet == false) _missed++;
        var range = samples.Count == 1 ? "" : row.Target.Format(samples.Min()) + " .. " + row.Target.Format(samples.Max());
        var name = about is null ? row.Name : row.Name + ", " + about;
        var verdict = isMet switch { true => "yes", false => "NO", null => "–" };
        output.WriteLine($"| {name} | {row.Baseline} | {row.Target.Format(median)} | {range} | {row.Target} | {verdict} | {raw} |");
        output.Flush();
    }

    /// <summary>Says why a row has no figure.</summary>
    public void Skip(Row row, string reason, string? about = null)
    {
        if (isWanted(row)) output.WriteLine($"| {(about is null ? row.Name : row.Name + ", " + about)} | {row.Baseline} | | | {row.Target} | – | {reason} |");
    }

    public void End() => output.WriteLine($"\n{_met} met, {_missed} missed.");
}
