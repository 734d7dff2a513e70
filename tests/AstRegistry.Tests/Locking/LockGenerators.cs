using AstRegistry.Locking;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace AstRegistry.Tests.Locking;

/// <summary>Random keys, records and files.</summary>
internal static class LockGenerators
{
    private static readonly string[] Kinds = ["type", "method", "property", "field", "enum-member", "top-level-statements", "method-definition"];

    /// <summary>Parts of keys, the odd ones included: what is escaped, what UTF-8 cannot hold, what looks like another field.</summary>
    private static readonly string[] KeyParts =
        ["Shop", ".", "Cart", "+", "`1", "(int,List<``0>)", "[int]", " ", "%", "%41", "\t", "\n", "\r", "\0", "\u0085", "\u2028", "ü", "漢", "😀", "\uD800", "\uDC00", "was=", "type:", "retired", "<<<<<<< ", "\uFEFF"];

    /// <summary>The same cases in every run.</summary>
    public static Config Seeded(int tests) => Config.QuickThrowOnFailure.WithMaxTest(tests)
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20, 5), FSharpOption<int>.None)));

    public static Gen<LockKey> OddKeys { get; } =
        from kind in Gen.Elements(Kinds)
        from parts in Gen.Elements(KeyParts).NonEmptyListOf()
        select new LockKey(kind, string.Concat(parts));

    /// <summary>Few keys, so that they come back.</summary>
    public static Gen<LockKey> FewKeys { get; } =
        from kind in Gen.Frequency((5, Gen.Constant("method")), (1, Gen.Constant("property")))
        from name in Gen.Choose(0, 11)
        select new LockKey(kind, "Shop.Cart." + (char)('A' + name));

    public static Gen<LockTargets> Targets { get; } = Gen.Frequency(
        (3, Gen.Constant(LockTargets.All)),
        (1, Gen.Elements("net10.0", "net8.0", "netstandard2.0").NonEmptyListOf().Select(static names => LockTargets.Of(names))));

    public static Gen<LockRecord> Records { get; } =
        from id in Gen.Choose(1, int.MaxValue)
        from key in OddKeys
        from was in OddKeys
        from isRenamed in Gen.Elements(true, false)
        from salt in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 12)))
        from targets in Targets
        from isRetired in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new LockRecord((ulong)id * 0x9E3779B97F4A7C15, key) { Was = isRenamed && was != key ? was : null, Salt = salt, Targets = targets, IsRetired = isRetired };

    /// <summary>Files without contradictions.</summary>
    public static Gen<LockFile> Files { get; } = Records.ListOf().Select(static records => LockFile.Of(records
        .DistinctBy(static record => record.Id)
        .GroupBy(static record => record.Key)
        .SelectMany(static group => group.Select(static (record, index) => index == 0 ? record : record with { IsRetired = true }))));
}
