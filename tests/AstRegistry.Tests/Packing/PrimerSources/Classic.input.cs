using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;

namespace Company.Product.Collections
{
    /// <summary>A list that tells its listeners what changes.</summary>
    public class ObservableList<T> : IList<T>, IReadOnlyList<T>
    {
        private const int DefaultCapacity = 4;
        private static readonly T[] EmptyArray = new T[0];

        private readonly IEqualityComparer<T> _comparer;
        private T[] _items;
        private int _size;
        private int _version;

        public ObservableList()
            : this(DefaultCapacity)
        {
        }

        public ObservableList(int capacity)
            : this(capacity, EqualityComparer<T>.Default)
        {
        }

        public ObservableList(int capacity, IEqualityComparer<T> comparer)
        {
            if (capacity < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(capacity));
            }

            if (comparer == null)
            {
                throw new ArgumentNullException(nameof(comparer));
            }

            _comparer = comparer;
            _items = capacity == 0 ? EmptyArray : new T[capacity];
        }

        public event EventHandler<ListChangedEventArgs<T>> Changed;

        public int Count
        {
            get { return _size; }
        }

        public bool IsReadOnly
        {
            get { return false; }
        }

        public int Capacity
        {
            get
            {
                return _items.Length;
            }
            set
            {
                if (value < _size)
                {
                    throw new ArgumentOutOfRangeException(nameof(value), value, "The capacity is less than the count.");
                }

                if (value != _items.Length)
                {
                    T[] newItems = new T[value];
                    Array.Copy(_items, 0, newItems, 0, _size);
                    _items = newItems;
                }
            }
        }

        public T this[int index]
        {
            get
            {
                CheckIndex(index);
                return _items[index];
            }
            set
            {
                CheckIndex(index);
                T oldValue = _items[index];
                _items[index] = value;
                _version++;
                OnChanged(new ListChangedEventArgs<T>(ListChange.Replaced, index, oldValue));
            }
        }

        object ICollection.SyncRoot => this;

        public void Add(T item)
        {
            if (_size == _items.Length)
            {
                EnsureCapacity(_size + 1);
            }

            _items[_size++] = item;
            _version++;
            OnChanged(new ListChangedEventArgs<T>(ListChange.Added, _size - 1, item));
        }

        public void AddRange(IEnumerable<T> collection)
        {
            foreach (T item in collection)
            {
                Add(item);
            }
        }

        public void Clear()
        {
            Array.Clear(_items, 0, _size);
            _size = 0;
            _version++;
        }

        public bool Contains(T item)
        {
            return IndexOf(item) >= 0;
        }

        public void CopyTo(T[] array, int arrayIndex)
        {
            Array.Copy(_items, 0, array, arrayIndex, _size);
        }

        public int IndexOf(T item)
        {
            for (int i = 0; i < _size; i++)
            {
                if (_comparer.Equals(_items[i], item))
                {
                    return i;
                }
            }

            return -1;
        }

        public void Insert(int index, T item)
        {
            if (index < 0 || index > _size)
            {
                throw new ArgumentOutOfRangeException("index");
            }

            if (_size == _items.Length)
            {
                EnsureCapacity(_size + 1);
            }

            if (index < _size)
            {
                Array.Copy(_items, index, _items, index + 1, _size - index);
            }

            _items[index] = item;
            _size++;
            _version++;
        }

        public bool Remove(T item)
        {
            int index = IndexOf(item);
            if (index < 0)
            {
                return false;
            }

            RemoveAt(index);
            return true;
        }

        public void RemoveAt(int index)
        {
            CheckIndex(index);
            _size--;
            Array.Copy(_items, index + 1, _items, index, _size - index);
            _items[_size] = default(T);
            _version++;
        }

        public T[] ToArray()
        {
            T[] array = new T[_size];
            CopyTo(array, 0);
            return array;
        }

        public IEnumerator<T> GetEnumerator()
        {
            int version = _version;
            for (int i = 0; i < _size; i++)
            {
                if (version != _version)
                {
                    throw new InvalidOperationException("The list was changed.");
                }

                yield return _items[i];
            }
        }

        IEnumerator IEnumerable.GetEnumerator()
        {
            return GetEnumerator();
        }

        protected virtual void OnChanged(ListChangedEventArgs<T> e)
        {
            EventHandler<ListChangedEventArgs<T>> handler = Changed;
            if (handler != null)
            {
                handler(this, e);
            }
        }

        private void EnsureCapacity(int min)
        {
            int newCapacity = _items.Length == 0 ? DefaultCapacity : _items.Length * 2;
            if (newCapacity < min)
            {
                newCapacity = min;
            }

            Capacity = newCapacity;
        }

        private void CheckIndex(int index)
        {
            if (index < 0 || index >= _size)
            {
                throw new ArgumentOutOfRangeException(nameof(index));
            }
        }
    }

    public enum ListChange
    {
        None = 0,
        Added = 1,
        Removed = 2,
        Replaced = 3,
    }

    public class ListChangedEventArgs<T> : EventArgs
    {
        public ListChangedEventArgs(ListChange change, int index, T item)
        {
            Change = change;
            Index = index;
            Item = item;
        }

        public ListChange Change { get; private set; }

        public int Index { get; private set; }

        public T Item { get; private set; }
    }
}

namespace Company.Product.Expressions
{
    internal enum SymbolKind
    {
        None,
        Number,
        Text,
        Name,
        Operator,
        OpenBracket,
        CloseBracket,
        Comma,
        End,
    }

    [Serializable]
    public class ExpressionException : Exception
    {
        public ExpressionException()
        {
        }

        public ExpressionException(string message)
            : base(message)
        {
        }

        public ExpressionException(string message, Exception innerException)
            : base(message, innerException)
        {
        }

        internal ExpressionException(string message, string source, int line, int column)
            : base(message)
        {
            SourceName = source;
            Line = line;
            Column = column;
        }

        public string SourceName { get; }

        public int Line { get; }

        public int Column { get; }

        internal static ExpressionException At(Scanner scanner, string message)
        {
            message = string.Format(CultureInfo.InvariantCulture, "{0} (line {1})", message, scanner.Line);
            return new ExpressionException(message, scanner.Name, scanner.Line, scanner.Column);
        }
    }

    internal sealed class Scanner : IDisposable
    {
        private readonly TextReader _input;
        private readonly StringBuilder _text = new StringBuilder();
        private char[] _ahead;
        private int _position;
        private bool _disposed;
        private object _value;
        private SymbolKind _kind;

        public Scanner(TextReader input)
        {
            _input = input ?? throw new ArgumentNullException(nameof(input));
            _ahead = new char[256];
            Line = 1;
        }

        ~Scanner()
        {
            Dispose(false);
        }

        public string Name { get; set; }
        public int Line { get; private set; }
        public int Column { get; private set; }
        public CultureInfo Culture { get; set; } = CultureInfo.InvariantCulture;
        public SymbolKind Kind => _kind;
        public object Value => _value;

        public bool MoveNext()
        {
            while (true)
            {
                int c = _input.Read();
                switch (c)
                {
                    case -1:
                        _kind = SymbolKind.End;
                        return false;
                    case '(':
                        Accept(SymbolKind.OpenBracket);
                        return true;
                    case ')':
                        Accept(SymbolKind.CloseBracket);
                        return true;
                    case '\'':
                    case '"':
                        ScanText((char)c);
                        return true;
                    case '\r':
                    case '\n':
                        Line++;
                        Column = 0;
                        break;
                    case ' ':
                    case '\t':
                        Column++;
                        break;
                    default:
                        if (char.IsDigit((char)c) || c == '.')
                        {
                            ScanNumber((char)c);
                            return true;
                        }
                        else if (char.IsLetter((char)c))
                        {
                            ScanName((char)c);
                            return true;
                        }

                        throw ExpressionException.At(this, "This character cannot stand here: " + (char)c);
                }
            }
        }

        public int? AsInteger()
        {
            if (_value == null)
            {
                return null;
            }

            switch (_kind)
            {
                case SymbolKind.Number:
                    return Convert.ToInt32(_value, CultureInfo.InvariantCulture);
                case SymbolKind.Text:
                    string text = (string)_value;
                    int number;
                    if (int.TryParse(text, NumberStyles.Integer, Culture, out number))
                    {
                        return number;
                    }

                    break;
            }

            throw ExpressionException.At(this, "Not a number: " + _value);
        }

        public bool? AsBoolean()
        {
            return _kind == SymbolKind.Name && _value is bool ? (bool?)_value : null;
        }

        public void SkipBrackets()
        {
            int depth = 0;
            do
            {
                if (_kind == SymbolKind.OpenBracket)
                {
                    depth++;
                }
                else if (_kind == SymbolKind.CloseBracket)
                {
                    depth--;
                }
            }
            while (depth > 0 && MoveNext());
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        private void Dispose(bool disposing)
        {
            if (_disposed)
            {
                return;
            }

            if (disposing)
            {
                _input.Dispose();
            }

            _disposed = true;
        }

        private void Accept(SymbolKind kind)
        {
            Accept(kind, null);
        }

        private void Accept(SymbolKind kind, object value)
        {
            _kind = kind;
            _value = value;
            Column++;
        }

        private void ScanText(char quote)
        {
            _text.Length = 0;
            bool escaped = false;
            for (int c = _input.Read(); c != -1; c = _input.Read())
            {
                if (escaped)
                {
                    _text.Append(Unescape((char)c));
                    escaped = false;
                }
                else if (c == '\\')
                {
                    escaped = true;
                }
                else if (c == quote)
                {
                    Accept(SymbolKind.Text, _text.ToString());
                    return;
                }
                else
                {
                    _text.Append((char)c);
                }
            }

            throw new EndOfStreamException();
        }

        private static char Unescape(char c)
        {
            switch (c)
            {
                case 'n':
                    return '\n';
                case 't':
                    return '\t';
                default:
                    return c;
            }
        }

        private void ScanNumber(char first)
        {
            _text.Length = 0;
            _text.Append(first);
            int next;
            while ((next = _input.Peek()) >= 0 && (char.IsDigit((char)next) || next == '.'))
            {
                _text.Append((char)_input.Read());
            }

            string digits = _text.ToString();
            long whole;
            double real;
            if (long.TryParse(digits, NumberStyles.Integer, CultureInfo.InvariantCulture, out whole))
            {
                Accept(SymbolKind.Number, whole);
            }
            else if (double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out real))
            {
                Accept(SymbolKind.Number, real);
            }
            else
            {
                throw ExpressionException.At(this, "Malformed number: " + digits);
            }
        }

        private void ScanName(char first)
        {
            string name = first + _input.ReadLine();
            if (name == "true" || name == "false")
            {
                Accept(SymbolKind.Name, name == "true");
            }
            else
            {
                Accept(SymbolKind.Name, name);
            }
        }
    }

    public abstract class Formatter
    {
        public virtual bool SupportsReading
        {
            get { return true; }
        }

        public virtual bool SupportsWriting
        {
            get { return true; }
        }

        public abstract bool Handles(Type type);

        public abstract void Write(TextWriter writer, object value, IFormatProvider provider);

        public abstract object Read(TextReader reader, Type type, object defaultValue);
    }

    public class TableFormatter : Formatter
    {
        private const string DefaultSeparator = ";";

        private StringSplitOptions _options = StringSplitOptions.None;
        private string _separator;

        public StringSplitOptions Options
        {
            get { return _options; }
            set { _options = value; }
        }

        public string Separator
        {
            get { return _separator ?? string.Empty; }
            set { _separator = string.IsNullOrEmpty(value) ? null : value; }
        }

        public override bool Handles(Type type)
        {
            return type == typeof(string[]) || type == typeof(object[]) || typeof(IEnumerable).IsAssignableFrom(type);
        }

        public override void Write(TextWriter writer, object value, IFormatProvider provider)
        {
            string line;
            if (value is IEnumerable)
            {
                List<string> cells = new List<string>();
                foreach (object cell in (IEnumerable)value)
                {
                    if (cell == null && (_options & StringSplitOptions.RemoveEmptyEntries) == StringSplitOptions.RemoveEmptyEntries)
                    {
                        continue;
                    }

                    cells.Add(Convert.ToString(cell, provider));
                }

                line = string.Join(_separator ?? DefaultSeparator, cells.ToArray());
            }
            else
            {
                throw new InvalidOperationException("A row was expected, not a " + value.GetType() + ".");
            }

            writer.WriteLine(line);
        }

        public override object Read(TextReader reader, Type type, object defaultValue)
        {
            bool isNullable = Nullable.GetUnderlyingType(type) != null;
            string line = reader.ReadLine();
            if (line == null && isNullable)
            {
                return defaultValue;
            }

            try
            {
                return line.Split(new[] { Separator }, Options).Select(cell => Convert.ChangeType(cell, type, CultureInfo.InvariantCulture)).ToList();
            }
            catch (FormatException ex)
            {
                throw new ExpressionException("Could not read the row '" + line + "'.", ex);
            }
            finally
            {
                reader.Dispose();
            }
        }
    }
}

namespace Company.Product.Accounting
{
    /// <summary>An amount in the smallest unit of its currency.</summary>
    public struct Money : IEquatable<Money>, IComparable<Money>, IComparable, IFormattable
    {
        public const int Decimals = 2;
        public const long UnitsPerWhole = 100;
        internal const string DefaultFormat = "N2";

        public static readonly Money Zero = new Money(0);
        public static readonly Money MaxValue = new Money(long.MaxValue);

        private readonly long units;

        internal Money(long units)
        {
            this.units = units;
        }

        public static Money Smallest => new Money(1L);

        public long Units => units;

        public double Value => units / (double)UnitsPerWhole;

        public int Sign => Math.Sign(units);

        public bool IsNegative => units < 0;

        public static Money operator +(Money left, Money right)
        {
            return new Money(checked(left.units + right.units));
        }

        public static Money Add(Money left, Money right) => left + right;

        public static Money operator -(Money left, Money right) => new Money(left.units - right.units);

        public static Money operator *(Money left, long right) => new Money(left.units * right);

        public static Money operator -(Money value) => new Money(-value.units);

        public static bool operator ==(Money left, Money right) => left.Equals(right);

        public static bool operator !=(Money left, Money right) => !(left == right);

        public static bool operator <(Money left, Money right) => left.units < right.units;

        public static bool operator >(Money left, Money right) => left.units > right.units;

        public static implicit operator decimal(Money value) => value.ToDecimal();

        public static explicit operator Money(decimal value)
        {
            return FromDecimal(value);
        }

        public static Money FromUnits(long units) => new Money(units);

        public static Money FromDecimal(decimal value) => new Money((long)Math.Round(value * UnitsPerWhole));

        public static Money Max(Money x, Money y)
        {
            return x > y ? x : y;
        }

        public decimal ToDecimal() => units / (decimal)UnitsPerWhole;

        public bool Equals(Money other) => units == other.units;

        public override bool Equals(object obj) => obj is Money && Equals((Money)obj);

        public override int GetHashCode()
        {
            unchecked
            {
                int hash = 17;
                hash = hash * 31 + units.GetHashCode();
                return hash;
            }
        }

        public int CompareTo(Money other) => units.CompareTo(other.units);

        int IComparable.CompareTo(object obj)
        {
            if (obj == null)
            {
                return 1;
            }

            if (!(obj is Money))
            {
                throw new ArgumentException("Only amounts can be compared.", nameof(obj));
            }

            return CompareTo((Money)obj);
        }

        public override string ToString() => ToString(null, CultureInfo.CurrentCulture);

        public string ToString(string format, IFormatProvider formatProvider)
        {
            return Value.ToString(format ?? DefaultFormat, formatProvider);
        }
    }

    /// <summary>Spreads an amount over the months of a plan.</summary>
    internal sealed class LinearPlan : PlanBase
    {
        private static readonly int[] MonthsPerQuarter = { 3, 3, 3, 3 };

        internal LinearPlan()
            : base(1, 120, -1)
        {
        }

        internal static bool IsWholeQuarter(int months) => (months & 1) == 1 && months % 3 == 0 || months == 0;

        internal override int StartOf([NotNull] Schedule schedule, int quarter)
        {
            int months = quarter * 3;
            if (quarter < 0)
            {
                months = ((quarter - 1) << 1) + months - schedule.Offset;
            }
            else
            {
                months = (months >> 1) + schedule.Offset;
                if (IsWholeQuarter(months))
                {
                    months--;
                }
            }

            return months * 30 + (quarter + schedule.FirstDay);
        }

        internal override int MonthsIn(int year, int quarter) =>
            quarter == 4 && IsShort(year) ? 2 : MonthsPerQuarter[quarter - 1];

        protected override void Validate(int year, int quarter, int month)
        {
            Guard.InRange(nameof(year), year, FirstYear, LastYear);
            Guard.InRange(nameof(quarter), quarter, 1, 4);
            Guard.InRange(nameof(month), month, 1, MonthsIn(year, quarter));
        }
    }
}
