namespace AstRegistry.Registry;

/// <summary>Tells whoever runs a registry what happens in it.</summary>
internal sealed class Notices(string registry, Action<RegistryNotice>? listener)
{
    public void Add(RegistryNotice notice)
    {
        try
        {
            listener?.Invoke(notice with { Registry = registry });
        }
        catch (Exception)
        {
            // A log that fails must not fail what it tells of.
        }
    }
}
