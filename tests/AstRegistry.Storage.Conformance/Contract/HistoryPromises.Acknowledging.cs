using static AstRegistry.Storage.Conformance.Contract.TestVersions;

namespace AstRegistry.Storage.Conformance.Contract;

public static partial class HistoryPromises
{
    public static async Task An_acknowledgement_reads_back(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var head = await FillAsync(history, 5, cancellationToken);
        await history.AcknowledgeAsync(Shop, "mailer", 2, cancellationToken);
        Assert.Equal(2, (await history.GetAcknowledgementsAsync(Shop, cancellationToken))["mailer"]);

        await history.AcknowledgeAsync(Shop, "mailer", 4, cancellationToken);
        Assert.Equal(4, (await history.GetAcknowledgementsAsync(Shop, cancellationToken))["mailer"]);
        Assert.Equal(head, await history.GetHeadAsync(Shop, cancellationToken));
    }

    public static async Task An_acknowledgement_never_goes_back(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        await FillAsync(history, 5, cancellationToken);
        foreach (var revision in new[] { 4, 2, 0 }) await history.AcknowledgeAsync(Shop, "mailer", revision, cancellationToken);

        Assert.Equal(4, (await history.GetAcknowledgementsAsync(Shop, cancellationToken))["mailer"]);
    }

    public static async Task Participants_acknowledge_apart(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        await FillAsync(history, 5, cancellationToken);
        string[] participants = ["mailer", "Mailer", "mailer ", "o'hara; --", "名前 🦉"];
        for (var i = 0; i < participants.Length; i++) await history.AcknowledgeAsync(Shop, participants[i], i + 1, cancellationToken);

        var acknowledged = await history.GetAcknowledgementsAsync(Shop, cancellationToken);
        Assert.Equal(participants.Select(static (participant, i) => (participant, i + 1L)).Order(), acknowledged.Select(static item => (item.Key, item.Value)).Order());
    }

    public static async Task Of_concurrent_acknowledgements_the_greatest_stays(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        await FillAsync(history, 64, cancellationToken);
        var revisions = Enumerable.Range(1, 64).Select(static revision => revision * 37 % 64);
        await Task.WhenAll(revisions.Select(revision => Task.Run(async () => await history.AcknowledgeAsync(Shop, "mailer", revision, cancellationToken), cancellationToken)));

        Assert.Equal(63, (await history.GetAcknowledgementsAsync(Shop, cancellationToken))["mailer"]);
    }
}
