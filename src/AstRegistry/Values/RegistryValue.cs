using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using AstRegistry.Values;

namespace AstRegistry;

/// <summary>
/// Immutable data of an entry: null, a Boolean, a whole number, a floating-point number, a string, bytes, a list or a map. Only data, never code
/// and never a type to load.
/// </summary>
/// <remarks>
/// Equal values have equal content, bit for bit: <c>1</c> and <c>1.0</c> are different, all NaN are one. Maps are ordered by name, so that equal maps are
/// written alike. What is deeper or larger than <see cref="RegistryLimits"/> allows cannot be made.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct RegistryValue : IEquatable<RegistryValue>
{
    // What it is: a tag for Boolean, Integer and Double, whose bits stand beside it; else the content itself.
    private readonly object? _content;
    private readonly long _bits;

    private RegistryValue(object? content, long bits = 0)
    {
        _content = content;
        _bits = bits;
    }

    /// <summary>Nothing: <c>default</c>.</summary>
    public static RegistryValue Null => default;

    /// <summary>A list without values.</summary>
    public static RegistryValue EmptyList { get; } = new(ListContent.Empty);

    /// <summary>A map without values.</summary>
    public static RegistryValue EmptyMap { get; } = new(MapContent.Empty);

    /// <summary>What the value is.</summary>
    public RegistryValueKind Kind => _content switch
    {
        null => RegistryValueKind.Null,
        string => RegistryValueKind.String,
        MapContent => RegistryValueKind.Map,
        ListContent => RegistryValueKind.List,
        byte[] => RegistryValueKind.Bytes,
        ScalarTag tag => tag.Kind,
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether this is <see cref="Null"/>.</summary>
    public bool IsNull => _content is null;

    /// <summary>How many values a list or a map holds, how many bytes are in bytes; 0 for everything else.</summary>
    public int Count => _content switch { MapContent map => map.Names.Length, ListContent list => list.Items.Length, byte[] bytes => bytes.Length, _ => 0 };

    /// <summary>How many levels of lists and maps there are: 0 for a scalar, 1 for a list of scalars.</summary>
    public int Depth => _content switch { MapContent map => map.Size.Depth, ListContent list => list.Size.Depth, _ => 0 };

    /// <summary>The value of a map by name, null where there is none; O(log n).</summary>
    /// <exception cref="InvalidOperationException">The value is no map.</exception>
    public RegistryValue this[string name]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(name);
            return Map.TryGet(name, out var value) ? value : default;
        }
    }

    /// <summary>The value of a list by its place; O(1).</summary>
    /// <exception cref="InvalidOperationException">The value is no list.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The list has no such place.</exception>
    public RegistryValue this[int index]
    {
        get
        {
            var items = List.Items;
            return (uint)index < (uint)items.Length
                ? items[index]
                : throw new ArgumentOutOfRangeException(nameof(index), index, FormattableString.Invariant($"The list has {items.Length} values."));
        }
    }

    /// <summary>How much a value adds to the list or map that holds it, itself not counted.</summary>
    internal int Size => _content switch { MapContent map => map.Size.Total, ListContent list => list.Size.Total, string text => text.Length, byte[] bytes => bytes.Length, _ => 0 };

    internal MapContent Map => _content as MapContent ?? throw Mismatch(RegistryValueKind.Map);

    internal ListContent List => _content as ListContent ?? throw Mismatch(RegistryValueKind.List);

    /// <summary>A Boolean.</summary>
    public static RegistryValue Of(bool value) => new(ScalarTag.Boolean, value ? 1 : 0);

    /// <summary>A whole number.</summary>
    public static RegistryValue Of(long value) => new(ScalarTag.Integer, value);

    /// <summary>A floating-point number.</summary>
    public static RegistryValue Of(double value) => new(ScalarTag.Double, BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value));

    /// <summary>A string, or <see cref="Null"/>.</summary>
    /// <exception cref="ArgumentException">The string has a surrogate without its other half, or more than <see cref="RegistryLimits.MaxStringBytes"/>.</exception>
    public static RegistryValue Of(string? value)
    {
        if (value is not null) TextRules.Check(value);
        return new(value);
    }

    /// <summary>Bytes, which are copied.</summary>
    /// <exception cref="ArgumentException">There are more than <see cref="RegistryLimits.MaxBytes"/>.</exception>
    public static RegistryValue Of(ReadOnlySpan<byte> value) => value.Length <= RegistryLimits.MaxBytes
        ? new(value.ToArray())
        : throw new ArgumentException(FormattableString.Invariant($"The value has {value.Length} bytes; at most {RegistryLimits.MaxBytes} are allowed."), nameof(value));

    /// <summary>A list.</summary>
    /// <exception cref="ArgumentException">
    /// It would be deeper than <see cref="RegistryLimits.MaxDepth"/> or larger than <see cref="RegistryLimits.MaxValueSize"/>.
    /// </exception>
    public static RegistryValue ListOf(params IEnumerable<RegistryValue> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new(ListContent.Create([.. items]));
    }

    /// <summary>A map.</summary>
    /// <exception cref="ArgumentException">
    /// A name comes twice or cannot be stored, or the map would be deeper than <see cref="RegistryLimits.MaxDepth"/> or larger than
    /// <see cref="RegistryLimits.MaxValueSize"/>.
    /// </exception>
    public static RegistryValue MapOf(params IEnumerable<(string Name, RegistryValue Value)> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new(MapContent.Create([.. items]));
    }

    /// <summary>A value of content that is known to be sound: a string, a list or a map.</summary>
    internal static RegistryValue FromContent(object content) => new(content);

    /// <summary>Makes a value of a string.</summary>
    public static implicit operator RegistryValue(string? value) => Of(value);

    /// <summary>Makes a value of a Boolean.</summary>
    public static implicit operator RegistryValue(bool value) => Of(value);

    /// <summary>Makes a value of a whole number.</summary>
    public static implicit operator RegistryValue(long value) => Of(value);

    /// <summary>Makes a value of a floating-point number.</summary>
    public static implicit operator RegistryValue(double value) => Of(value);

    /// <summary>Whether both have equal content.</summary>
    public static bool operator ==(RegistryValue left, RegistryValue right) => left.Equals(right);

    /// <summary>Whether the contents differ.</summary>
    public static bool operator !=(RegistryValue left, RegistryValue right) => !left.Equals(right);

    /// <summary>The Boolean.</summary>
    /// <exception cref="InvalidOperationException">The value is something else.</exception>
    public bool AsBoolean() => ReferenceEquals(_content, ScalarTag.Boolean) ? _bits != 0 : throw Mismatch(RegistryValueKind.Boolean);

    /// <summary>The whole number.</summary>
    /// <exception cref="InvalidOperationException">The value is something else.</exception>
    public long AsInteger() => ReferenceEquals(_content, ScalarTag.Integer) ? _bits : throw Mismatch(RegistryValueKind.Integer);

    /// <summary>The floating-point number, or the whole number as one.</summary>
    /// <exception cref="InvalidOperationException">The value is something else.</exception>
    public double AsDouble() => ReferenceEquals(_content, ScalarTag.Double) ? BitConverter.Int64BitsToDouble(_bits)
        : ReferenceEquals(_content, ScalarTag.Integer) ? _bits
        : throw Mismatch(RegistryValueKind.Double);

    /// <summary>The string.</summary>
    /// <exception cref="InvalidOperationException">The value is something else.</exception>
    public string AsString() => _content as string ?? throw Mismatch(RegistryValueKind.String);

    /// <summary>The bytes.</summary>
    /// <exception cref="InvalidOperationException">The value is something else.</exception>
    public ReadOnlyMemory<byte> AsBytes() => _content as byte[] ?? throw Mismatch(RegistryValueKind.Bytes);

    /// <summary>The values of a list.</summary>
    /// <exception cref="InvalidOperationException">The value is something else.</exception>
    public IReadOnlyList<RegistryValue> AsList() => List;

    /// <summary>The names and values of a map, in ordinal order of the names.</summary>
    /// <exception cref="InvalidOperationException">The value is something else.</exception>
    public IReadOnlyDictionary<string, RegistryValue> AsMap() => Map;

    /// <summary>The string, if it is one.</summary>
    public bool TryGetString([NotNullWhen(true)] out string? value) => (value = _content as string) is not null;

    /// <summary>The value of a map by name, if this is a map that has it.</summary>
    public bool TryGetValue(string name, out RegistryValue value)
    {
        ArgumentNullException.ThrowIfNull(name);
        value = default;
        return _content is MapContent map && map.TryGet(name, out value);
    }

    /// <inheritdoc/>
    public bool Equals(RegistryValue other)
    {
        if (ReferenceEquals(_content, other._content)) return _bits == other._bits;
        return (_content, other._content) switch
        {
            (string left, string right) => string.Equals(left, right, StringComparison.Ordinal),
            (MapContent left, MapContent right) => left.Equals(right),
            (ListContent left, ListContent right) => left.Equals(right),
            (byte[] left, byte[] right) => left.AsSpan().SequenceEqual(right),
            _ => false,
        };
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RegistryValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        if (_content is not byte[] bytes) return HashCode.Combine(_content is ScalarTag tag ? (int)tag.Kind : _content?.GetHashCode() ?? 0, _bits);
        var hash = default(HashCode);
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }

    /// <summary>
    /// The value as JSON writes it, on one line; bytes as Base64 in a string. What JSON has no number for stands as <c>NaN</c>, <c>Infinity</c>
    /// and <c>-Infinity</c>.
    /// </summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        ValueText.Append(text, this);
        return text.ToString();
    }

    private InvalidOperationException Mismatch(RegistryValueKind wanted, [CallerMemberName] string? member = null) =>
        new($"{member}: the value is of kind {Kind}, not {wanted}.");
}
