using AstRegistry.Identity;
using AstRegistry.Locking;

namespace AstRegistry.Tests.Locking;

/// <summary>Each rule by which a lock file follows the code.</summary>
public class LockUpdateTests
{
    private const string Project = "Shop";

    private static readonly LockUpdateOptions Full = new();
    private static readonly LockUpdateOptions Sparse = new() { IsSparse = true };

    private static readonly LockKey A = new("method", "Shop.Cart.A()");
    private static readonly LockKey B = new("method", "Shop.Cart.B()");
    private static readonly LockKey C = new("method", "Shop.Cart.C()");

    private static MemberHash Hash(LockKey key) => MemberHash.Of(Project, key.Tag, key.Key);

    private static LockRecord Plain(LockKey key) => new(Hash(key).Id, key);

    private static LockUpdateResult Update(LockFile old, LockKey[] code, (LockKey From, LockKey To)[]? renames = null, LockUpdateOptions? options = null) =>
        LockUpdate.Compute(old, Project, [.. code.Select(static key => new LockEntry(key))], renames ?? [], options ?? Full);

    private static LockFile FileOf(params LockRecord[] records) => LockFile.Of(records);

    private static void AssertRecords(LockUpdateResult result, params LockRecord[] expected)
    {
        Assert.False(result.IsRefused);
        Assert.Equal(FileOf(expected).ToText(), result.File.ToText());
    }

    [Fact]
    public void The_first_file_has_the_plain_ids()
    {
        var result = Update(LockFile.Empty, [B, A]);

        AssertRecords(result, Plain(A), Plain(B));
        Assert.Equal([(LockChangeKind.Added, A), (LockChangeKind.Added, B)], result.Changes.Changes.Select(static change => (change.Kind, change.Key)));
        Assert.Equal(0, result.Unchanged);
        Assert.False(result.IsInStep);
    }

    /// <summary>Golden: what is written here is committed in other people's repositories.</summary>
    [Fact]
    public void The_written_form_never_changes()
    {
        LockKey cart = new("type", "Shop.Cart"), total = new("field", "Shop.Cart.total"), property = new("property", "Shop.Cart.Total");
        LockKey add = new("method", "Shop.Cart.Add(ref Item)"), append = new("method", "Shop.Cart.Append(ref Item)"), sum = new("method", "Shop.Cart.Sum()");
        var options = new LockUpdateOptions { AllTargets = LockTargets.Of(["net8.0", "net10.0", "netstandard2.0"]) };

        var file = LockUpdate.Compute(LockFile.Empty, Project, [new(cart), new(add), new(total), new(sum)], [], options).File;
        file = LockUpdate.Compute(
            file, Project, [new(cart), new(append, LockTargets.Of(["net8.0", "net10.0"])), new(property)], [(total, property), (add, append)], options).File;
        file = LockUpdate.Compute(file, Project, [new(cart), new(append, LockTargets.Of(["net10.0", "net8.0"])), new(property), new(sum)], [], options).File;

        Assert.Equal(
            """
            52be217fa5f22dab property Shop.Cart.Total was=field:Shop.Cart.total
            7fbd3223247bf699 method Shop.Cart.Sum() salt=1
            c2ac4c0231539bfb type Shop.Cart
            d20d8074139ecdb1 method Shop.Cart.Append(ref%20Item) was=Shop.Cart.Add(ref%20Item) tfm=net10.0;net8.0
            f1230c399dac854c method Shop.Cart.Sum() retired

            """,
            file.ToText());
    }

    [Fact]
    public void A_file_in_step_stays_as_it_is()
    {
        var result = Update(FileOf(Plain(A), Plain(B)), [A, B]);

        AssertRecords(result, Plain(A), Plain(B));
        Assert.True(result.IsInStep);
        Assert.Equal(2, result.Unchanged);
    }

    [Fact]
    public void A_renamed_declaration_keeps_its_id()
    {
        var result = Update(FileOf(Plain(A)), [B], [(A, B)]);

        AssertRecords(result, Plain(A) with { Key = B, Was = A });
        Assert.Equal(LockChangeKind.Renamed, Assert.Single(result.Changes.Changes).Kind);
    }

    [Fact]
    public void A_declaration_that_gets_its_first_name_again_has_a_plain_record()
    {
        var result = Update(FileOf(Plain(A) with { Key = B, Was = A }), [A], [(B, A)]);

        AssertRecords(result, Plain(A));
    }

    [Fact]
    public void The_first_key_outlives_further_renames() =>
        AssertRecords(Update(FileOf(Plain(A) with { Key = B, Was = A }), [C], [(B, C)]), Plain(A) with { Key = C, Was = A });

    [Fact]
    public void A_change_of_kind_is_a_rename()
    {
        var (field, property) = (new LockKey("field", "Shop.Cart.Total"), new LockKey("property", "Shop.Cart.Total"));

        var result = Update(FileOf(Plain(field)), [property], [(field, property)]);

        AssertRecords(result, Plain(field) with { Key = property, Was = field });
        Assert.EndsWith("property Shop.Cart.Total was=field:Shop.Cart.Total\n", result.File.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_declaration_that_is_gone_leaves_its_id_retired()
    {
        var result = Update(FileOf(Plain(A), Plain(B)), [B]);

        AssertRecords(result, Plain(A).Retired(), Plain(B));
        Assert.Equal(LockChangeKind.Retired, Assert.Single(result.Changes.Changes).Kind);
        Assert.True(Update(result.File, [B]).IsInStep);
    }

    [Fact]
    public void A_key_that_comes_back_gets_a_fresh_id_each_time()
    {
        var gone = Update(FileOf(Plain(A)), []).File;
        var back = Update(gone, [A]).File;
        var goneAgain = Update(back, []).File;

        var result = Update(goneAgain, [A]);

        AssertRecords(
            result,
            Plain(A).Retired(),
            new LockRecord(Hash(A).Salted(1), A) { Salt = 1, IsRetired = true },
            new LockRecord(Hash(A).Salted(2), A) { Salt = 2 });
    }

    [Fact]
    public void The_old_key_of_a_renamed_declaration_gets_a_fresh_id_when_it_is_used_again() => AssertRecords(
        Update(FileOf(Plain(A) with { Key = B, Was = A }), [A, B]),
        Plain(A) with { Key = B, Was = A },
        new LockRecord(Hash(A).Salted(1), A) { Salt = 1 });

    [Fact]
    public void Names_are_passed_on_in_a_row() => AssertRecords(
        Update(FileOf(Plain(A), Plain(B)), [B, C], [(A, B), (B, C)]),
        Plain(A) with { Key = B, Was = A },
        Plain(B) with { Key = C, Was = B });

    [Fact]
    public void A_declaration_that_was_renamed_twice_is_followed() =>
        AssertRecords(Update(FileOf(Plain(A)), [C], [(B, C), (A, B)]), Plain(A) with { Key = C, Was = A });

    [Fact]
    public void Names_are_exchanged() => AssertRecords(
        Update(FileOf(Plain(A), Plain(B)), [A, B], [(A, B), (B, A)]),
        Plain(A) with { Key = B, Was = A },
        Plain(B) with { Key = A, Was = B });

    [Fact]
    public void A_rename_to_a_key_that_keeps_its_record_does_not_hold() =>
        AssertRecords(Update(FileOf(Plain(A), Plain(B)), [B], [(A, B)]), Plain(A).Retired(), Plain(B));

    [Fact]
    public void A_rename_to_a_key_whose_own_rename_does_not_hold_does_not_hold_either() => AssertRecords(
        Update(FileOf(Plain(A), Plain(B)), [B], [(A, B), (B, C)]), Plain(A).Retired(), Plain(B));

    [Fact]
    public void A_rename_from_a_key_that_is_still_declared_does_not_hold() =>
        AssertRecords(Update(FileOf(Plain(A)), [A, B], [(A, B)]), Plain(A), Plain(B));

    [Fact]
    public void Of_several_renames_to_or_from_one_key_none_holds()
    {
        AssertRecords(Update(FileOf(Plain(A), Plain(B)), [C], [(A, C), (B, C)]), Plain(A).Retired(), Plain(B).Retired(), Plain(C));
        AssertRecords(Update(FileOf(Plain(A)), [B, C], [(A, B), (A, C)]), Plain(A).Retired(), Plain(B), Plain(C));
    }

    [Fact]
    public void A_rename_to_a_retired_key_leaves_the_tombstone() => AssertRecords(
        Update(FileOf(Plain(A), Plain(B).Retired()), [B], [(A, B)]),
        Plain(A) with { Key = B, Was = A },
        Plain(B).Retired());

    [Fact]
    public void A_rename_of_what_has_no_record_gives_a_new_id() => AssertRecords(Update(LockFile.Empty, [B], [(A, B)]), Plain(B));

    [Fact]
    public void Of_keys_with_equal_plain_ids_the_smaller_newcomer_has_it()
    {
        var options = new LockUpdateOptions { Hash = static key => new MemberHash(7, Hash(key).Id) };

        AssertRecords(
            Update(LockFile.Empty, [C, A, B], options: options),
            new LockRecord(7, A),
            new LockRecord(new MemberHash(7, Hash(B).Id).Salted(1), B) { Salt = 1 },
            new LockRecord(new MemberHash(7, Hash(C).Id).Salted(1), C) { Salt = 1 });

        var file = Update(LockFile.Empty, [B], options: options).File;
        AssertRecords(Update(file, [B, A], options: options), new LockRecord(7, B), new LockRecord(new MemberHash(7, Hash(A).Id).Salted(1), A) { Salt = 1 });
    }

    [Fact]
    public void Targets_are_named_where_a_declaration_is_not_in_all_of_them()
    {
        var options = new LockUpdateOptions { AllTargets = LockTargets.Of(["net8.0", "net10.0"]) };
        LockEntry[] code = [new(A, LockTargets.Of(["net8.0"])), new(B, LockTargets.Of(["net8.0"])), new(B, LockTargets.Of(["net10.0"])), new(C)];

        var result = LockUpdate.Compute(LockFile.Empty, Project, code, [], options);

        AssertRecords(result, Plain(A) with { Targets = LockTargets.Of(["net8.0"]) }, Plain(B), Plain(C));
        var later = LockUpdate.Compute(result.File, Project, [new(A), new(B), new(C)], [], options);
        Assert.Equal((LockChangeKind.Retargeted, A), (Assert.Single(later.Changes.Changes).Kind, later.Changes.Changes[0].Key));
        AssertRecords(later, Plain(A), Plain(B), Plain(C));
    }

    [Fact]
    public void A_sparse_file_says_only_what_the_hashes_do_not()
    {
        var first = Update(LockFile.Empty, [A, B], options: Sparse);
        Assert.Equal("", first.File.ToText());
        Assert.True(first.IsInStep);
        Assert.Equal(2, first.Unchanged);

        var renamed = Update(first.File, [C, B], [(A, C)], Sparse);
        AssertRecords(renamed, Plain(A) with { Key = C, Was = A });
        Assert.Equal(LockChangeKind.Renamed, Assert.Single(renamed.Changes.Changes).Kind);

        var again = Update(renamed.File, [A, B, C], options: Sparse);
        AssertRecords(again, Plain(A) with { Key = C, Was = A }, new LockRecord(Hash(A).Salted(1), A) { Salt = 1 });

        AssertRecords(Update(again.File, [B], options: Sparse), (Plain(A) with { Key = C, Was = A }).Retired(), new LockRecord(Hash(A).Salted(1), A) { Salt = 1, IsRetired = true });
        AssertRecords(Update(renamed.File, [A, B], [(C, A)], Sparse));
    }

    [Fact]
    public void A_rename_is_followed_through_a_sparse_file() =>
        AssertRecords(Update(LockFile.Empty, [C], [(A, B), (B, C)], Sparse), Plain(A) with { Key = C, Was = A });

    [Fact]
    public void A_sparse_file_keeps_a_plain_record_that_a_salted_one_had_to_avoid()
    {
        var options = new LockUpdateOptions { IsSparse = true, Hash = static key => new MemberHash(7, Hash(key).Id) };
        LockRecord plain = new(7, B), salted = new(new MemberHash(7, Hash(C).Id).Salted(1), C) { Salt = 1 };

        var file = Update(LockFile.Empty, [B, C], options: options).File;

        Assert.Equal(FileOf(plain, salted).ToText(), file.ToText());
        AssertRecords(Update(file, [A, B, C], options: options), plain, salted, new LockRecord(new MemberHash(7, Hash(A).Id).Salted(1), A) { Salt = 1 });
    }

    [Fact]
    public void What_is_retired_in_a_sparse_file_was_not_renamed() =>
        AssertRecords(Update(FileOf(Plain(A).Retired()), [B], [(A, B)], Sparse), Plain(A).Retired());

    [Fact]
    public void A_full_file_becomes_sparse_and_full_again()
    {
        var full = FileOf(Plain(A), Plain(B).Retired());

        var sparse = Update(full, [A], options: Sparse);

        AssertRecords(sparse, Plain(B).Retired());
        Assert.Equal((LockChangeKind.Removed, A), (Assert.Single(sparse.Changes.Changes).Kind, sparse.Changes.Changes[0].Key));
        AssertRecords(Update(sparse.File, [A]), Plain(A), Plain(B).Retired());
    }

    [Fact]
    public void A_faulty_file_is_not_touched()
    {
        var faulty = LockFile.Parse($"{Plain(A)}\nnonsense\n");

        var result = Update(faulty, [B]);

        Assert.True(result.IsRefused);
        Assert.False(result.IsInStep);
        Assert.Same(faulty, result.File);
        Assert.Equal(LockFaultKind.MalformedId, Assert.Single(result.Faults).Kind);
        Assert.True(result.Changes.IsEmpty);
    }

    [Fact]
    public void Conflicts_that_can_be_settled_are_settled_first()
    {
        var conflicted = LockFile.Parse($"<<<<<<< a\n{Plain(A)}\n=======\n{Plain(B)}\n>>>>>>> b\n");

        var result = Update(conflicted, [A, B]);

        AssertRecords(result, Plain(A), Plain(B));
        Assert.False(result.IsInStep);
    }

    [Fact]
    public void Conflicts_that_cannot_be_settled_are_left_alone()
    {
        var conflicted = LockFile.Parse($"<<<<<<< a\n{Plain(A) with { Key = B, Was = A }}\n=======\n{Plain(A) with { Key = C, Was = A }}\n>>>>>>> b\n");

        Assert.True(Update(conflicted, [A, B]).IsRefused);
    }

    [Fact]
    public void A_key_that_was_cut_is_not_taken_for_another_declaration()
    {
        var text = $"{Plain(A)}\n";

        Assert.True(Update(LockFile.Parse(text[..^1]), [A]).IsInStep);
        var cut = Update(LockFile.Parse(text[..^3]), [A]);
        Assert.Equal((true, LockFaultKind.TruncatedLine), (cut.IsRefused, Assert.Single(cut.Faults).Kind));
    }

    [Fact]
    public void A_declaration_without_any_name_is_left_out() => AssertRecords(Update(LockFile.Empty, [A, new("type", "")]), Plain(A));
}
