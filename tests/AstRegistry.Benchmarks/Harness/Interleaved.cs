namespace AstRegistry.Benchmarks.Harness;

/// <summary>Times of two sides that were measured in turn.</summary>
internal sealed record Interleaved(double[] Ours, double[] Baseline)
{
    /// <summary>The ratio of each pair: ours by baseline.</summary>
    public double[] Ratios => [.. Ours.Zip(Baseline, static (ours, baseline) => ours / baseline)];

    /// <summary>The other way round: how many times as long the baseline takes.</summary>
    public double[] Gains => [.. Ours.Zip(Baseline, static (ours, baseline) => baseline / ours)];

    /// <summary>The median times of both sides, and the least ones, which other load on the machine disturbs least.</summary>
    public string Raw =>
        $"{Samples.Time(Samples.Median(Ours))} against {Samples.Time(Samples.Median(Baseline))}; least {Samples.Time(Ours.Min())} against {Samples.Time(Baseline.Min())}";

    /// <summary>Measures both sides in turn, the order changing from pair to pair. A side prepares, then gives the nanoseconds it took.</summary>
    public static Interleaved Measure(int warmUps, int pairs, Func<double> ours, Func<double> baseline)
    {
        var left = new double[pairs];
        var right = new double[pairs];
        for (var i = -warmUps; i < pairs; i++)
        {
            var isOursFirst = (i & 1) == 0;
            var first = isOursFirst ? ours() : baseline();
            var second = isOursFirst ? baseline() : ours();
            if (i < 0) continue;
            left[i] = isOursFirst ? first : second;
            right[i] = isOursFirst ? second : first;
        }

        return new(left, right);
    }
}
