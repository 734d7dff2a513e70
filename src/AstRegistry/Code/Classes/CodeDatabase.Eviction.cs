namespace AstRegistry;

public sealed partial class CodeDatabase
{
    /// <summary>Lets go of everything that can be computed again: keys, look-up tables, and what the registries have decoded. All ids stay.</summary>
    /// <remarks>
    /// Before a table goes, it is saved as positions by key hash with a digest, made again aside from the packed data, and compared with what
    /// is in use; only when every project's is the same, all of them go. What is asked for next is restored in the same way. Records that were
    /// handed out stay valid, and snapshots answer as before.
    /// </remarks>
    /// <exception cref="InternedTableMismatchException">What was computed again differs. Nothing was let go, and the database goes on as it was.</exception>
    /// <exception cref="PackedDataException">An inventory cannot be read any more. Nothing was let go, and the database goes on as it was.</exception>
    public void Evict()
    {
        lock (_writing)
        {
            var prepared = _snapshot.AllProjects.Select(static project => (Project: project, Table: project.PrepareEviction())).ToArray();
            foreach (var (project, table) in prepared)
            {
                if (table is not null) project.Evict(table);
                project.Registry?.Evict();
            }

            _snapshot.ForgetLists();
        }
    }
}
