namespace AstRegistry.Values;

/// <summary>Says what the bits of a scalar value mean.</summary>
internal sealed class ScalarTag(RegistryValueKind kind)
{
    public static readonly ScalarTag Boolean = new(RegistryValueKind.Boolean);
    public static readonly ScalarTag Integer = new(RegistryValueKind.Integer);
    public static readonly ScalarTag Double = new(RegistryValueKind.Double);

    public RegistryValueKind Kind => kind;
}
