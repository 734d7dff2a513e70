using AstRegistry.Generators.References;
using AstRegistry.Generators.Settings;

namespace AstRegistry.Generators.Emission;

/// <summary>Says in sentences what a registry does not hold. Without counts, which would change with every edit.</summary>
internal static class LeftOutNotices
{
    /// <summary>Everything there is to say about a registry.</summary>
    public static EquatableArray<string> Of(RegistrySettings settings, RegistryFrame frame, ReferencedRegistries references, bool isLockFaulty, EquatableArray<string> files)
    {
        var notices = new List<string>(settings.Notices);
        if (frame.Namespace != settings.Namespace)
            notices.Add("The namespace asked for holds a type of the same name; the registry stands in another one.");
        if (frame.Detail != settings.Detail) notices.Add(BudgetNotice(frame.Detail));
        if (references.HasAliased)
            notices.Add("A referenced project that has a registry is known under an extern alias only; it is not among WithReferences.");
        if (isLockFaulty)
            notices.Add("The lock file has lines that cannot be read or that contradict one another; 'astregistry lock --check' names them. The ids of all other lines hold.");
        notices.AddRange(files.Select(static file => $"The file {file} could not be read; its types and members are missing."));
        return new([.. notices]);
    }

    private static string BudgetNotice(AstRegistryDetail? detail) => detail switch
    {
        AstRegistryDetail.Members => "The data of all syntax nodes would not fit the assembly's string heap; types and members were recorded.",
        AstRegistryDetail.Types => "The data of all members would not fit the assembly's string heap; types were recorded.",
        _ => "The data of all types would not fit the assembly's string heap; nothing was recorded.",
    };
}
