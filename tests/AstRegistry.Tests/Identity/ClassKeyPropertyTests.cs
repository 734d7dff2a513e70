using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Tests.Identity;

public sealed class ClassKeyPropertyTests
{
    /// <summary>Letters around the separator, everything that is escaped, and characters beyond ASCII.</summary>
    private static readonly Gen<string> Parts =
        from characters in Gen.Elements("a", "b", "A", ".", "+", "`", "\"", "#", "$", "&", "!", "%", " ", "\t", "\0", "~", "\u007F", "\u0085", "\u009F", "\u00A0", "é", "中", "\U0001F600", "\uFFFD").ArrayOf()
        select characters.Length == 0 ? "x" : string.Concat(characters);

    private static readonly Arbitrary<ClassKey> Keys = (
        from project in Gen.OneOf(Parts, Gen.Elements("Shop", "Shop.Web"))
        from origin in Gen.Elements(ClassOrigin.Framework, ClassOrigin.Reference, ClassOrigin.Source)
        from name in Parts
        from module in Gen.OneOf(Gen.Constant<string?>(null), Parts.Select(static part => (string?)part))
        select new ClassKey(project, origin, name, module)).ToArbitrary();

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    [Fact]
    public void The_text_leads_back_to_the_key() => Check.One(Many, Prop.ForAll(Keys, static key =>
    {
        // Not the key itself, which may remember its text.
        var copy = new ClassKey(key.Project, key.Origin, key.MetadataName, key.Module);
        var read = ClassKey.Parse(copy.ToString());
        Assert.Equal((key.Project, key.Origin, key.MetadataName, key.Module), (read.Project, read.Origin, read.MetadataName, read.Module));
        Assert.Equal(key, read);
        Assert.Equal(key.GetHashCode(), read.GetHashCode());
        Assert.DoesNotContain(copy.ToString(), static c => c <= ' ' || char.IsControl(c));
    }));

    [Fact]
    public void The_ordinal_order_of_the_texts_is_the_order_of_the_keys_and_of_their_parts() => Check.One(Many, Prop.ForAll(Keys, Keys, static (left, right) =>
    {
        var byText = Math.Sign(string.CompareOrdinal(left.ToString(), right.ToString()));
        Assert.Equal(byText, Math.Sign(left.CompareTo(right)));
        Assert.Equal(byText, Math.Sign(CompareParts(left, right)));
        Assert.Equal(byText == 0, left == right);
        Assert.Equal(-byText, Math.Sign(right.CompareTo(left)));
    }));

    [Fact]
    public void Any_text_is_read_or_refused_and_what_is_read_is_canonical() => Check.One(Many, Prop.ForAll(
        Gen.Elements("Shop", "!", "!source!", "!reference!", "%20", "%", "%C2", "%85", "%41", " ", "A", "\uD800").ArrayOf().Select(string.Concat).ToArbitrary(),
        static text =>
        {
            if (ClassKey.TryParse(text, out var key)) Assert.Equal(text, new ClassKey(key.Project, key.Origin, key.MetadataName, key.Module).ToString());
            else Assert.Throws<FormatException>(() => ClassKey.Parse(text));
        }));

    /// <summary>The order by project, origin, name and module, each part as it is written.</summary>
    private static int CompareParts(ClassKey left, ClassKey right)
    {
        string[] x = left.ToString().Split('!'), y = right.ToString().Split('!');
        for (var i = 0; i < Math.Min(x.Length, y.Length); i++)
        {
            if (string.CompareOrdinal(x[i], y[i]) is var order and not 0) return order;
        }

        return x.Length - y.Length;
    }
}
