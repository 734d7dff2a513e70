using AstRegistry.Generators.Buckets;

namespace AstRegistry.Tests.Generators.Buckets;

public class BucketSetTests
{
    [Fact]
    public void A_set_holds_the_buckets_put_into_it_and_no_other()
    {
        int[] members = [0, 1, 63, 64, 65, 100, 127];
        var set = members.Aggregate(default(BucketSet), static (set, bucket) => set.With(bucket));

        Assert.Equal(members, Enumerable.Range(0, 128).Where(set.Contains));
    }
}
