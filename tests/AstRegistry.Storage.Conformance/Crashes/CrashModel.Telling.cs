namespace AstRegistry.Storage.Conformance.Crashes;

internal sealed partial class CrashModel
{
    private readonly List<long> _witnessed = [];
    private int _told = -1;

    /// <summary>How many versions concern the durable handler.</summary>
    public int Witnessed => _witnessed.Count;

    /// <summary>How often the durable handler was told of a version that it knew.</summary>
    public int ToldAgain { get; private set; }

    /// <summary>
    /// What one process told the durable handler: each version behind the one before it, without gaps, and beginning no later than where the
    /// processes before had ended.
    /// </summary>
    public void Hear(IEnumerable<long> told)
    {
        var last = (int?)null;
        foreach (var revision in told)
        {
            var place = _witnessed.BinarySearch(revision);
            if (place < 0)
            {
                Violations.Add($"The durable handler was told of revision {revision}, which is not there or does not concern it.");
                return;
            }

            if (last is { } before ? place != before + 1 : place > _told + 1)
            {
                Violations.Add($"The durable handler was told of revision {revision} out of turn: {_witnessed[Math.Min(last ?? _told, _witnessed.Count - 2) + 1]} was next.");
            }

            if (place <= _told) ToldAgain++;
            last = place;
            _told = Math.Max(_told, place);
        }
    }

    /// <summary>Now the durable handler has to know everything.</summary>
    public void EndTelling()
    {
        if (_told != _witnessed.Count - 1) Violations.Add($"The durable handler was not told of revision {_witnessed[_told + 1]}.");
    }
}
