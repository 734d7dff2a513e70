using System.Reflection;
using System.Reflection.Metadata;
using AstRegistry.Generators.Emission;
using AstRegistry.Generators.Settings;
using Microsoft.CodeAnalysis;

namespace AstRegistry.Generators.References;

/// <summary>
/// Finds the entry class that another project's generator wrote. Asked of the reference and not of symbols, so that it is answered once a
/// reference and not at each edit.
/// </summary>
internal static class RegistryReferenceReader
{
    /// <summary>The registry behind a reference, or null where there is none.</summary>
    public static RegistryReference? Read(MetadataReference reference, CancellationToken cancellation)
    {
        var entry = reference switch
        {
            CompilationReference project => FindEntry(project.Compilation),
            PortableExecutableReference file => FindEntry(file),
            _ => null,
        };
        return entry is null ? null : new(entry, !ProjectFacts.IsGlobal(reference));
    }

    private static string? FindEntry(Compilation project)
    {
        var name = EntrySource.ClassNameOf(project.AssemblyName ?? "");
        return project.Assembly.GetTypeByMetadataName(EntrySource.Namespace + "." + name) is null ? null : name;
    }

    private static string? FindEntry(PortableExecutableReference file)
    {
        try
        {
            return file.GetMetadata() is AssemblyMetadata assembly ? FindEntry(assembly.GetModules()[0].GetMetadataReader()) : null;
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // What cannot be read the compiler reports itself.
            return null;
        }
    }

    private static string? FindEntry(MetadataReader reader)
    {
        // Few assemblies refer to the library; the types of the others need not be looked at.
        if (!reader.AssemblyReferences.Any(handle => reader.StringComparer.Equals(reader.GetAssemblyReference(handle).Name, ProjectFacts.LibraryName))) return null;
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            if ((type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public
                && reader.StringComparer.Equals(type.Namespace, EntrySource.Namespace)
                && reader.StringComparer.StartsWith(type.Name, EntrySource.ClassPrefix)) return reader.GetString(type.Name);
        }

        return null;
    }
}
