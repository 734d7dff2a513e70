using static AstRegistry.Storage.Conformance.Contract.TestVersions;

namespace AstRegistry.Storage.Conformance.Contract;

public static partial class HistoryPromises
{
    private static readonly string[] OddNames =
    [
        "shop", "Shop", "shop ", " shop", "sh op", "shop'", "shop\"", "sh'; DROP TABLE head; --", "sh%p", "sh_p", "shop\\", "$1", "@registry", "NULL", "0", "00",
        "caf\u00E9", "cafe\u0301", "名前", "🦉", "\u200Bshop", "ß", "ss", "ı", "I", "i", new('x', 512), string.Concat(Enumerable.Repeat("🦉", 256)),
    ];

    public static async Task Registries_are_independent(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var head = await FillAsync(history, 3, cancellationToken);
        var other = await FillAsync(history, 5, cancellationToken, "another");
        await history.AcknowledgeAsync(Shop, "mailer", 1, cancellationToken);
        if (history.CanRewind)
        {
            await history.WriteCheckpointAsync(Shop, Checkpoint(2, 10), cancellationToken);
            await history.CompactAsync(Shop, 2, [], cancellationToken);
            head = head with { CompactedRevision = 2, Epoch = head.Epoch + 1 };
            Assert.Equal(5, (await ReadAllAsync(history, 0, long.MaxValue, cancellationToken, "another")).Count);
        }

        Assert.Equal(head, await history.GetHeadAsync(Shop, cancellationToken));
        Assert.Equal(other, await history.GetHeadAsync("another", cancellationToken));
        Assert.Empty(await history.ListCheckpointsAsync("another", cancellationToken));
        Assert.Empty(await history.GetAcknowledgementsAsync("another", cancellationToken));
    }

    public static async Task A_commit_id_may_come_once_in_each_registry(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var version = Next(default);
        foreach (var registry in new[] { Shop, "another" })
        {
            Assert.True((await history.AppendAsync(registry, default, [version], cancellationToken)).IsAppended);
            Assert.Equal(1, (await history.GetHeadAsync(registry, cancellationToken)).Revision);
        }
    }

    public static async Task Odd_names_are_names(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        for (var i = 0; i < OddNames.Length; i++)
        {
            Assert.Equal(default, await history.GetHeadAsync(OddNames[i], cancellationToken));
            await FillAsync(history, i + 1, cancellationToken, OddNames[i]);
            await history.AcknowledgeAsync(OddNames[i], "mailer", i, cancellationToken);
        }

        for (var i = 0; i < OddNames.Length; i++)
        {
            Assert.Equal(i + 1, (await history.GetHeadAsync(OddNames[i], cancellationToken)).Revision);
            Assert.Equal(i, (await history.GetAcknowledgementsAsync(OddNames[i], cancellationToken))["mailer"]);
            if (history.CanRewind) Assert.Equal(i + 1, (await ReadAllAsync(history, 0, long.MaxValue, cancellationToken, OddNames[i])).Count);
        }
    }

    public static async Task Unsound_names_are_refused(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        foreach (var name in new[] { null!, "", new string('x', 513), "a\0b", "a\nb", "\uD800" })
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(async () => await history.GetHeadAsync(name, cancellationToken));
            await Assert.ThrowsAnyAsync<ArgumentException>(async () => await history.AppendAsync(name, default, [Next(default)], cancellationToken));
            await Assert.ThrowsAnyAsync<ArgumentException>(async () => await history.AcknowledgeAsync(name, "mailer", 1, cancellationToken));
            await Assert.ThrowsAnyAsync<ArgumentException>(async () => await history.AcknowledgeAsync(Shop, name, 1, cancellationToken));
        }

        Assert.Empty(await history.GetAcknowledgementsAsync(Shop, cancellationToken));
    }
}
