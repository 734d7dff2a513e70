using AstRegistry.Complexity;
using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Tests.Complexity;

public class ComplexityRecordTests
{
    private static readonly ComplexityCounts Sample = new(
        Cyclomatic: 10, Cognitive: 15, NestingDepth: 3, DistinctOperators: 12, DistinctOperands: 20,
        Operators: 60, Operands: 40, LinesOfCode: 30, CommentLines: 10);

    [Fact]
    public void Figures_are_as_computed_by_hand()
    {
        var record = new ComplexityRecord(Sample);

        Assert.Equal((10, 15, 3, 30, 10), (record.Cyclomatic, record.Cognitive, record.NestingDepth, record.LinesOfCode, record.CommentLines));
        Assert.Equal(0.25, record.CommentRatio);

        var halstead = record.Halstead;
        Assert.Equal((12, 20, 60, 40), (halstead.DistinctOperators, halstead.DistinctOperands, halstead.Operators, halstead.Operands));
        Assert.Equal((32, 100), (halstead.Vocabulary, halstead.Length));
        Assert.Equal(500, halstead.Volume, 9);           // 100 * log2(32)
        Assert.Equal(12, halstead.Difficulty, 9);        // 12 / 2 * 40 / 20
        Assert.Equal(6000, halstead.Effort, 9);
        Assert.Equal(6000 / 18.0, halstead.TimeInSeconds, 9);
        Assert.Equal(500 / 3000.0, halstead.Bugs, 9);

        // 171 - 5.2 * 6.2146081 - 0.23 * 10 - 16.2 * 3.4011974 = 81.284638; * 100 / 171
        Assert.Equal(47.534876, record.MaintainabilityIndex, 5);
        Assert.Equal(50, record.Score);
        Assert.Equal(ComplexityRating.Moderate, record.Rating);
    }

    [Fact]
    public void Text_forms_are_for_people()
    {
        Assert.Equal("cyclomatic 10, cognitive 15, maintainability 47.5, Moderate", new ComplexityRecord(Sample).ToString());
        Assert.Equal("vocabulary 32, length 100, volume 500.0, difficulty 12.0", new ComplexityRecord(Sample).Halstead.ToString());
    }

    [Fact]
    public void Nothing_to_measure_gives_no_infinity()
    {
        var record = default(ComplexityRecord);

        Assert.Equal((0, 0, 0, 0, 0), (record.Halstead.Volume, record.Halstead.Difficulty, record.Halstead.Effort, record.Halstead.TimeInSeconds, record.Halstead.Bugs));
        Assert.Equal((0, 0, 100, ComplexityRating.Low), (record.CommentRatio, record.Score, record.MaintainabilityIndex, record.Rating));
    }

    [Fact]
    public void One_token_has_no_volume_and_no_operands_have_no_difficulty()
    {
        Assert.Equal(0, new ComplexityRecord(new ComplexityCounts(1, 0, 0, 0, 1, 0, 7, 1, 0)).Halstead.Volume);
        Assert.Equal(0, new ComplexityRecord(new ComplexityCounts(1, 0, 0, 3, 0, 7, 0, 1, 0)).Halstead.Difficulty);
    }

    [Theory]
    [InlineData(1, 0, ComplexityRating.Low)]
    [InlineData(10, 0, ComplexityRating.Low)]
    [InlineData(1, 15, ComplexityRating.Low)]
    [InlineData(1, 16, ComplexityRating.Moderate)]
    [InlineData(10, 15, ComplexityRating.Moderate)]
    [InlineData(10, 16, ComplexityRating.High)]
    [InlineData(19, 30, ComplexityRating.High)]
    [InlineData(20, 30, ComplexityRating.VeryHigh)]
    [InlineData(int.MaxValue, int.MaxValue, ComplexityRating.VeryHigh)]
    public void Rating_follows_its_thresholds(int cyclomatic, int cognitive, ComplexityRating rating) =>
        Assert.Equal(rating, Of(cyclomatic, cognitive).Rating);

    [Fact]
    public void Score_and_rating_never_fall_when_a_complexity_rises() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(NonNegative(), NonNegative(), NonNegative(), (cyclomatic, cognitive, more) =>
        {
            var less = Of(cyclomatic, cognitive);
            foreach (var greater in new[] { Of(cyclomatic + more, cognitive), Of(cyclomatic, cognitive + more) })
            {
                Assert.True(greater.Score >= less.Score);
                Assert.True(greater.Rating >= less.Rating);
                Assert.True(greater.MaintainabilityIndex <= less.MaintainabilityIndex);
            }
        }));

    [Fact]
    public void Every_figure_keeps_its_bounds() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(NonNegative().Generator.ArrayOf(9).ToArbitrary(), numbers =>
        {
            var counts = new ComplexityCounts(
                numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6], numbers[7], numbers[8]);
            var record = new ComplexityRecord(counts);

            Assert.InRange(record.MaintainabilityIndex, 0, 100);
            Assert.InRange(record.Score, 0, 100);
            Assert.InRange(record.CommentRatio, 0, 1);
            foreach (var figure in new[] { record.Halstead.Volume, record.Halstead.Difficulty, record.Halstead.Effort, record.Halstead.TimeInSeconds, record.Halstead.Bugs })
                Assert.True(figure >= 0 && double.IsFinite(figure));
        }));

    [Fact]
    public void Equality_is_by_counts()
    {
        Assert.Equal(new ComplexityRecord(Sample), new ComplexityRecord(Sample));
        Assert.NotEqual(new ComplexityRecord(Sample), new ComplexityRecord(Sample with { CommentLines = 11 }));
    }

    private static ComplexityRecord Of(int cyclomatic, int cognitive) =>
        new(Sample with { Cyclomatic = cyclomatic, Cognitive = cognitive });

    /// <summary>Small numbers and large ones, such that two may be added.</summary>
    private static Arbitrary<int> NonNegative() =>
        Gen.OneOf(Gen.Choose(0, 50), Gen.Choose(0, int.MaxValue / 2)).ToArbitrary();
}
