using AstRegistry;
using Checker;

var path = args is [var given] ? given : Path.Combine(Directory.CreateTempSubdirectory("layers-and-history").FullName, "functions.db");

using var root = LayeredRegistry<Checker.Language.Scheme, Checker.Language.Function>.NewRoot();
Checking.Run(root);

await using (var functions = await FunctionRegistry.OpenAsync(path))
{
    await Versions.RunAsync(functions, root);
    await Rejecting.RunAsync(functions);
    Finding.Run(functions);
}

await Reopening.RunAsync(path);
