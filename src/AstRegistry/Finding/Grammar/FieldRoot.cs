namespace AstRegistry.Finding;

/// <summary>Which part of an entry a field reads; in the order of normalized terms.</summary>
internal enum FieldRoot
{
    Namespace,
    Name,
    Id,
    Kind,
    Meta,
}
