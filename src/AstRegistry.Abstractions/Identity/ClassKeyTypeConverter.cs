using System.ComponentModel;
using System.Globalization;

namespace AstRegistry;

/// <summary>Converts a <see cref="ClassKey"/> from and to its text form, as configuration and designers ask for it.</summary>
internal sealed class ClassKeyTypeConverter : TypeConverter
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    /// <inheritdoc/>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? ClassKey.Parse(text) : base.ConvertFrom(context, culture, value);
}
