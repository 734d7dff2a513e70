using Npgsql;

namespace AstRegistry.PostgreSql;

/// <summary>Makes another revision current; the name of the change tells whether it took effect.</summary>
internal sealed class Moving : HeadChange
{
    private readonly string _registry;
    private readonly HistoryHead _expected;
    private readonly long _current;
    private readonly Guid _change = Guid.NewGuid();

    public Moving(Database database, string registry, HistoryHead expected, long current)
        : base(database, expected) => (_registry, _expected, _current) = (registry, expected, current);

    protected override string Task => FormattableString.Invariant($"move '{_registry}' to version {_current}");

    protected override NpgsqlCommand NewCommand(NpgsqlConnection connection)
    {
        var command = new NpgsqlCommand(Database.Sql.Move, connection);
        command.Parameters.With(_registry).With(_expected.Revision).With(_expected.Epoch).With(_expected.Hash.ToArray()).With(_current).With(_change);
        return command;
    }

    protected override HistoryHead HeadOf(NpgsqlDataReader row) => HeadReader.Read(row);

    protected override async ValueTask<AppendOutcome?> LookAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var (head, change) = await HeadReader.ReadAsync(Database, connection, _registry, cancellationToken).ConfigureAwait(false);
        if (change == _change) return new AppendOutcome(true, head);
        if (IsExpected(head)) return null;
        // Others changed the head since, so its row no longer tells whether this change was among those that led there.
        if (IsInDoubt && head.Epoch > _expected.Epoch + 1) throw Unknown();
        return new AppendOutcome(false, head);
    }
}
