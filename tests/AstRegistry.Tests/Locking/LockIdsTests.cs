using AstRegistry.Identity;
using AstRegistry.Locking;

namespace AstRegistry.Tests.Locking;

/// <summary>What a generator learns from a lock file.</summary>
public class LockIdsTests
{
    private const string Project = "Shop";

    private static readonly LockKey A = new("method", "Shop.Cart.A()");
    private static readonly LockKey B = new("method", "Shop.Cart.B()");
    private static readonly LockRecord Plain = new(Hash(A).Id, A);

    private static MemberHash Hash(LockKey key) => MemberHash.Of(Project, key.Tag, key.Key);

    private static LockIds Ids(params LockRecord[] records) => LockIds.Of(LockFile.Of(records), Project);

    [Fact]
    public void A_file_of_plain_records_says_nothing_new()
    {
        Assert.True(LockIds.Plain.IsPlain);
        Assert.True(Ids().IsPlain);
        Assert.True(Ids(Plain).IsPlain);
        Assert.False(Ids(Plain with { Key = B, Was = A }).IsPlain);
        Assert.False(Ids(Plain.Retired()).IsPlain);
        Assert.False(Ids(new LockRecord(Hash(A).Salted(1), A) { Salt = 1 }).IsPlain);
    }

    [Fact]
    public void A_record_gives_the_id_and_a_key_without_one_the_first_that_is_free()
    {
        Assert.Equal(Hash(A).Id, LockIds.Plain.IdOf(Hash(A)));
        Assert.Equal(Hash(A).Id, Ids(Plain).IdOf(Hash(A)));
        Assert.Equal(Hash(A).Id, Ids(Plain with { Key = B, Was = A }).IdOf(Hash(B)));
        Assert.Equal(Hash(A).Salted(1), Ids(Plain with { Key = B, Was = A }).IdOf(Hash(A)));
        Assert.Equal(Hash(A).Salted(1), Ids(Plain.Retired()).IdOf(Hash(A)));
        Assert.Equal(Hash(A).Salted(2), Ids(Plain.Retired(), new LockRecord(Hash(A).Salted(1), A) { Salt = 1, IsRetired = true }).IdOf(Hash(A)));
    }

    [Fact]
    public void Equal_files_give_equal_ids()
    {
        LockRecord[] records = [Plain with { Key = B, Was = A }, new(Hash(B).Id, A) { Was = B }];

        Assert.Equal(Ids(records), Ids([.. records.Reverse()]));
        Assert.Equal(Ids(records).GetHashCode(), Ids(records).GetHashCode());
        Assert.NotEqual(Ids(records), Ids(records[0]));
        Assert.NotEqual(Ids(Plain), Ids(Plain.Retired()));
        Assert.NotEqual(Ids(Plain), Ids(Plain with { Key = B, Was = A }));
    }
}
