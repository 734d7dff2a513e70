namespace AstRegistry.Codec;

/// <summary>Numbers texts in the order in which they are seen first.</summary>
internal sealed class TextPlaces
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private string? _lastText;
    private int _lastPlace;

    public List<string> Texts { get; } = [];

    public int PlaceOf(string text)
    {
        if (ReferenceEquals(text, _lastText)) return _lastPlace;
        if (!_places.TryGetValue(text, out var place))
        {
            place = Texts.Count;
            _places.Add(text, place);
            Texts.Add(text);
        }

        _lastText = text;
        return _lastPlace = place;
    }
}
