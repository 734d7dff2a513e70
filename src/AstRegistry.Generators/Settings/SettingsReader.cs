namespace AstRegistry.Generators.Settings;

/// <summary>Turns properties and facts into settings. A value that is not understood gives way to the default, and is noticed.</summary>
internal static class SettingsReader
{
    private const string DefaultLockFile = "AstRegistry.lock";
    private const AstRegistryDetail DefaultDetail = AstRegistryDetail.Statements;

    /// <summary>The settings, or null when the registry is off or cannot be referred to.</summary>
    public static RegistrySettings? Read(BuildProperties properties, string assemblyName, bool canUseLibrary, bool hasNullable)
    {
        if (!properties.IsEnabled || !canUseLibrary) return null;
        var notices = new List<string>();
        return new(
            assemblyName,
            Namespace(properties, assemblyName),
            IsPublic(properties.Visibility, notices),
            IsExported(properties.Export, notices),
            Detail(properties.Detail, notices),
            Folder(properties.ProjectDirectory),
            properties.IncludePaths ? Folder(properties.Root.Length > 0 ? properties.Root : properties.ProjectDirectory) : "",
            properties.LockFile.Length > 0 ? properties.LockFile : DefaultLockFile,
            hasNullable,
            new([.. notices]));
    }

    private static string Namespace(BuildProperties properties, string assemblyName) => NamespaceName.Escape(
        properties.Namespace.Length > 0 ? properties.Namespace
        : properties.RootNamespace.Length > 0 ? properties.RootNamespace
        : assemblyName);

    private static bool IsPublic(string value, List<string> notices)
    {
        if (Same(value, "public")) return true;
        if (value.Length > 0 && !Same(value, "internal"))
            notices.Add("The property AstRegistryVisibility is neither internal nor public; internal was used.");
        return false;
    }

    private static bool IsExported(string value, List<string> notices)
    {
        if (Same(value, "false")) return false;
        if (value.Length > 0 && !Same(value, "true")) notices.Add("The property AstRegistryExport is neither true nor false; true was used.");
        return true;
    }

    private static AstRegistryDetail Detail(string value, List<string> notices)
    {
        if (value.Length == 0) return DefaultDetail;
        for (var detail = AstRegistryDetail.Types; detail <= AstRegistryDetail.Nodes; detail++)
        {
            if (Same(value, detail.ToString())) return detail;
        }

        notices.Add("The property AstRegistryDetail is none of Types, Members, Statements and Nodes; Statements was used.");
        return DefaultDetail;
    }

    private static string Folder(string path)
    {
        path = path.Replace('\\', '/');
        return path.Length == 0 || path.EndsWith("/", StringComparison.Ordinal) ? path : path + "/";
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
