using AstRegistry.Generators.Files;

namespace AstRegistry.Tests.Generators.Files;

public class FilePlaceTests
{
    [Theory]
    [InlineData("/repo/app/A.cs", "/repo/app/", "A.cs", true)]
    [InlineData("/repo/app/Sub/A.cs", "/repo/app/", "Sub/A.cs", true)]
    [InlineData(@"C:\repo\app\Sub\A.cs", "c:/repo/app/", "Sub/A.cs", true)]
    [InlineData("/repo/App/A.cs", "/repo/app/", "A.cs", false)]
    [InlineData("/repo/application/A.cs", "/repo/app/", "A.cs", false)]
    [InlineData(@"C:\other\A.cs", "/repo/app/", "A.cs", false)]
    [InlineData("/repo/app/A.cs", "", "A.cs", false)]
    [InlineData("Sub/A.cs", "/repo/app/", "Sub/A.cs", true)]
    [InlineData("../shared/A.cs", "/repo/app/", "A.cs", false)]
    [InlineData("A.cs", "", "A.cs", true)]
    [InlineData("", "/repo/app/", "", false)]
    public void A_path_is_told_by_its_folder(string path, string folder, string expected, bool isInside) =>
        Assert.Equal(new FilePlace(expected, isInside), FilePlace.Of(path, folder));
}
