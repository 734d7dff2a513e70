using System.ComponentModel;
using System.Globalization;

namespace AstRegistry.Tests.Identity;

public sealed class ClassKeyTests
{
    /// <summary>Texts that may stand in files: none of them may ever be written or read in another way.</summary>
    [Theory]
    [InlineData("Shop!source!Shop.Cart+Line`1", "Shop", ClassOrigin.Source, "Shop.Cart+Line`1", null)]
    [InlineData("Shop!reference!Newtonsoft.Json.Linq.JToken!Newtonsoft.Json", "Shop", ClassOrigin.Reference, "Newtonsoft.Json.Linq.JToken", "Newtonsoft.Json")]
    [InlineData("Shop!framework!System.Collections.Generic.List`1+Enumerator", "Shop", ClassOrigin.Framework, "System.Collections.Generic.List`1+Enumerator", null)]
    [InlineData("My%20Shop!source!Shop.Helper@My%20100%25%21.cs", "My Shop", ClassOrigin.Source, "Shop.Helper@My 100%!.cs", null)]
    [InlineData("Laden!source!Größe.Маса.\U00020000", "Laden", ClassOrigin.Source, "Größe.Маса.\U00020000", null)]
    [InlineData("a%00%1F%7F!source!%C2%80%C2%9F!%09", "a\0\u001F\u007F", ClassOrigin.Source, "\u0080\u009F", "\t")]
    public void Writes_and_reads_the_text_form(string text, string project, ClassOrigin origin, string name, string? module)
    {
        var key = new ClassKey(project, origin, name, module);

        Assert.Equal(text, key.ToString());
        var read = ClassKey.Parse(text);
        Assert.Equal((project, origin, name, module), (read.Project, read.Origin, read.MetadataName, read.Module));
        Assert.Equal(key, read);
    }

    [Theory]
    [InlineData("", 1, "a project name")]
    [InlineData("Shop", 5, "'!' and the origin")]
    [InlineData("!source!Cart", 1, "a project name")]
    [InlineData("Shop!", 6, "the origin 'framework', 'reference' or 'source'")]
    [InlineData("Shop!Source!Cart", 6, "the origin 'framework', 'reference' or 'source'")]
    [InlineData("Shop!source", 12, "'!' and a metadata name")]
    [InlineData("Shop!source!", 13, "a metadata name")]
    [InlineData("Shop!source!Cart!", 18, "the name of the defining assembly")]
    [InlineData("Shop!source!Cart!Shop!", 22, "the end")]
    [InlineData("My Shop!source!Cart", 3, "'%20' in place of this character")]
    [InlineData("Shop!source!Cart\n", 17, "'%0A' in place of this character")]
    [InlineData("Shop!source!Ca%72t", 15, "in upper-case digits,")]
    [InlineData("Shop!source!Ca%2", 15, "in upper-case digits,")]
    [InlineData("Shop!source!Ca%2ft", 15, "in upper-case digits,")]
    [InlineData("Shop!source!Ca%C2%20", 15, "in upper-case digits,")]
    [InlineData("Shop!source!Ca%80", 15, "in upper-case digits,")]
    [InlineData("Shop!source!Ca%GG", 15, "in upper-case digits,")]
    public void Refuses_what_is_not_canonical_and_says_where(string text, int column, string expected)
    {
        var error = Assert.Throws<FormatException>(() => ClassKey.Parse(text));

        Assert.Contains($"'{text}' is not a class key: at column {column} ", error.Message, StringComparison.Ordinal);
        Assert.Contains($"{expected} was expected", error.Message, StringComparison.Ordinal);
        Assert.False(ClassKey.TryParse(text, out var key));
        Assert.Null(key);
    }

    [Fact]
    public void Refuses_half_a_surrogate_pair() => Refuses_what_is_not_canonical_and_says_where("Shop!source!\U0001F600\uD800x", 15, "a whole surrogate pair");

    [Fact]
    public void Refuses_parts_that_no_text_could_hold()
    {
        Assert.Throws<ArgumentException>("project", () => ClassKey.Source("", "Shop.Cart"));
        Assert.Throws<ArgumentException>("metadataName", () => ClassKey.Source("Shop", ""));
        Assert.Throws<ArgumentException>("module", () => ClassKey.Reference("Shop", "Shop.Cart", ""));
        Assert.Throws<ArgumentException>("metadataName", () => ClassKey.Source("Shop", "Ca\uDC00rt"));
        Assert.Throws<ArgumentNullException>("project", () => ClassKey.Source(null!, "Shop.Cart"));
        Assert.Throws<ArgumentOutOfRangeException>("origin", () => new ClassKey("Shop", (ClassOrigin)3, "Shop.Cart"));
        Assert.Throws<ArgumentNullException>(() => ClassKey.Parse(null!));
        Assert.False(ClassKey.TryParse(null, out _));
    }

    [Fact]
    public void One_name_of_two_origins_or_modules_makes_two_keys()
    {
        ClassKey[] keys =
        [
            ClassKey.Framework("Shop", "Acme.Cart"), ClassKey.Reference("Shop", "Acme.Cart"), ClassKey.Reference("Shop", "Acme.Cart", "Acme"),
            ClassKey.Reference("Shop", "Acme.Cart", "Acme.Old"), ClassKey.Source("Shop", "Acme.Cart"), ClassKey.Source("Shops", "Acme.Cart"),
        ];

        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.Equal(keys, keys.Reverse().Order());
        Assert.True(keys[0] < keys[1] && keys[1] > keys[0] && keys[1] != keys[0]);
#pragma warning disable CS1718 // Compared with itself on purpose.
        Assert.True(keys[0] <= keys[0] && keys[0] >= keys[0] && keys[0] == keys[0]);
#pragma warning restore CS1718
        Assert.True(null < keys[0] && keys[0] > null && null <= keys[0] && !(keys[0] <= null) && (ClassKey?)null == null && keys[0] != null);
        Assert.Equal(1, keys[0].CompareTo(null));
        Assert.Throws<ArgumentException>(() => keys[0].CompareTo("Shop!framework!Acme.Cart"));
    }

    [Fact]
    public void Converters_of_the_framework_go_through_the_text()
    {
        var key = ClassKey.Source("Shop", "Shop.Cart");
        var converter = TypeDescriptor.GetConverter(typeof(ClassKey));

        Assert.Equal(key, converter.ConvertFromInvariantString("Shop!source!Shop.Cart"));
        Assert.Equal("Shop!source!Shop.Cart", converter.ConvertToInvariantString(key));
        Assert.False(converter.CanConvertFrom(typeof(int)));
        Assert.ThrowsAny<FormatException>(() => converter.ConvertFromInvariantString("Shop"));
    }

    [Fact]
    public void Generic_parsing_knows_the_type() => Assert.Equal(Parse<ClassKey>("Shop!source!Shop.Cart"), ParseSpan<ClassKey>("Shop!source!Shop.Cart"));

    private static T Parse<T>(string text)
        where T : IParsable<T> => T.TryParse(text, CultureInfo.InvariantCulture, out var value) && !T.TryParse("Shop", null, out _) ? value : T.Parse(text, null);

    private static T ParseSpan<T>(ReadOnlySpan<char> text)
        where T : ISpanParsable<T> => T.TryParse(text, null, out _) ? T.Parse(text, CultureInfo.InvariantCulture) : throw new FormatException();
}
