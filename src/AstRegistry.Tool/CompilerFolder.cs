using System.Reflection;
using System.Runtime.Loader;

namespace AstRegistry.Tool;

/// <summary>
/// Lends the tool the compiler of an SDK. The copy of the tool that stands in the main package has none of its own: the SDK that builds
/// has one, which is compiled ahead of time and starts at once.
/// </summary>
internal static class CompilerFolder
{
    /// <summary>
    /// Looks for assemblies that are not beside the tool in a folder. To be called before the first method that names a type of the
    /// compiler is entered.
    /// </summary>
    /// <exception cref="ToolException">The folder holds no compiler.</exception>
    public static void Use(string folder)
    {
        if (!File.Exists(Path.Combine(folder, "Microsoft.CodeAnalysis.CSharp.dll")))
            throw new ToolException($"There is no compiler in '{folder}'. Set the property AstRegistryCompilerFolder to the folder of the SDK's csc.dll.");
        AssemblyLoadContext.Default.Resolving += (context, name) => Load(context, folder, name);
    }

    private static Assembly? Load(AssemblyLoadContext context, string folder, AssemblyName name)
    {
        var path = Path.Combine(folder, name.Name + ".dll");
        return File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
    }
}
