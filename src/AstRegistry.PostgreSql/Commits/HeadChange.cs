using Npgsql;

namespace AstRegistry.PostgreSql;

/// <summary>
/// One change of a head, done once whatever happens to the connection. The statement applies only to the expected head, and the epoch of a head
/// never comes again: so a statement that is still on its way when it is sent anew cannot take effect twice. Yet it is not sent anew before a look
/// at what is there.
/// </summary>
internal abstract class HeadChange(Database database, HistoryHead expected)
{
    private bool _isUnderWay;
    private Exception? _doubt;

    protected Database Database { get; } = database;

    /// <summary>What was to be done, to be read after "could not".</summary>
    protected abstract string Task { get; }

    /// <summary>Whether a statement was sent whose answer was lost, so that its effect may be there.</summary>
    protected bool IsInDoubt => _doubt is not null;

    /// <summary>Does it.</summary>
    /// <exception cref="HistoryException">The database fails; the message says whether the outcome is known.</exception>
    public async ValueTask<AppendOutcome> RunAsync(CancellationToken cancellationToken)
    {
        var pacer = Database.StartPacer();
        while (true)
        {
            Exception? failure = null;
            try
            {
                if (await StepAsync(CancellationOf(cancellationToken)).ConfigureAwait(false) is { } outcome) return outcome;
            }
            catch (Exception thrown) when (Failures.IsOfStorage(thrown))
            {
                failure = thrown;
            }

            if (!Judge(failure) || !pacer.MayGoOn) throw Report(failure);
            await pacer.PauseAsync(CancellationOf(cancellationToken)).ConfigureAwait(false);
        }
    }

    /// <summary>The statement, and its values. It gives one row if it took effect, and none if the head was another.</summary>
    protected abstract NpgsqlCommand NewCommand(NpgsqlConnection connection);

    /// <summary>The head that the statement made.</summary>
    protected abstract HistoryHead HeadOf(NpgsqlDataReader row);

    /// <summary>Looks what is there. The outcome if it is certain; null if the head is still the expected one.</summary>
    protected abstract ValueTask<AppendOutcome?> LookAsync(NpgsqlConnection connection, CancellationToken cancellationToken);

    /// <summary>An exception that says more about an answer of the server than its own text, or null.</summary>
    protected virtual Exception? Explain(PostgresException answer) => null;

    /// <summary>Whether a head is the one that the statement applies to.</summary>
    protected bool IsExpected(in HistoryHead head) => head.Revision == expected.Revision && head.Epoch == expected.Epoch && head.Hash == expected.Hash;

    /// <summary>That nobody can say what became of the change.</summary>
    protected HistoryException Unknown() => new(
        HistoryFault.Unavailable,
        $"{Database.Place} broke off while it was to {Task}, and it is not known whether that took effect: {_doubt!.Message} Do the same again: it takes effect once.",
        _doubt);

    /// <summary>Once something is in doubt, the outcome is awaited.</summary>
    private CancellationToken CancellationOf(CancellationToken callers) => IsInDoubt ? CancellationToken.None : callers;

    private async ValueTask<AppendOutcome?> StepAsync(CancellationToken cancellationToken)
    {
        _isUnderWay = false;
        if (IsInDoubt && await Database.RunOnceAsync(LookAsync, cancellationToken).ConfigureAwait(false) is { } settled) return settled;
        var head = await Database.RunOnceAsync(SendOnceAsync, cancellationToken).ConfigureAwait(false);
        if (head is { } made) return new AppendOutcome(true, made);
        return await Database.RunOnceAsync(LookAsync, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<HistoryHead?> SendOnceAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var command = NewCommand(connection);
        await using (command.ConfigureAwait(false))
        {
            _isUnderWay = true;
            var reader = await command.ExecuteReaderAsync(CancellationToken.None).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                HistoryHead? head = await reader.ReadAsync(CancellationToken.None).ConfigureAwait(false) ? HeadOf(reader) : null;
                // The row may come before the commit. Only the end of the answer is the server's word that it is done.
                await reader.NextResultAsync(CancellationToken.None).ConfigureAwait(false);
                _isUnderWay = false;
                return head;
            }
        }
    }

    /// <summary>Whether to go on after a failure; remembers whether it leaves anything in doubt.</summary>
    private bool Judge(Exception? failure)
    {
        if (failure is null) return true;
        var isLost = _isUnderWay && !Failures.IsUndone(failure);
        if (isLost) _doubt = failure;
        return isLost || Failures.IsAway(failure) || Failures.IsCollision(failure);
    }

    private Exception Report(Exception? failure)
    {
        if (IsInDoubt) return Unknown();
        if (failure is null) return new HistoryException(HistoryFault.Unavailable, $"{Database.Place} could not {Task}: the head is the expected one, yet the change does not apply. Look for triggers or rules on its tables.");
        return (failure is PostgresException answer ? Explain(answer) : null) ?? Database.Translate(failure, Task);
    }
}
