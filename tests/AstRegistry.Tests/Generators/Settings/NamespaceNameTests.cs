using AstRegistry.Generators.Settings;

namespace AstRegistry.Tests.Generators.Settings;

public class NamespaceNameTests
{
    [Theory]
    [InlineData("Shop", "Shop")]
    [InlineData("Shop.Core", "Shop.Core")]
    [InlineData("my-app 2", "my_app_2")]
    [InlineData("1st.2nd", "_1st._2nd")]
    [InlineData("A.class.record.global", "A.@class.@record.@global")]
    [InlineData("@Shop.@int", "Shop.@int")]
    [InlineData("..A..B.", "A.B")]
    [InlineData("-", "_")]
    [InlineData("店.Größe", "店.Größe")]
    [InlineData("A;B\"C\n{", "A_B_C__")]
    [InlineData("", "")]
    [InlineData(".", "")]
    public void Whatever_a_project_is_called_becomes_a_namespace(string name, string expected) =>
        Assert.Equal(expected, NamespaceName.Escape(name));
}
