namespace AstRegistry.PostgreSql;

/// <summary>Which tables there are, as the schema itself records it.</summary>
internal static class SchemaFormat
{
    /// <summary>What marks a schema as ours.</summary>
    public const string Product = "AstRegistry";

    /// <summary>The format that this version of the library writes; each has a file <c>migrate-n.sql</c> that makes it from the one before.</summary>
    public const int Latest = 1;
}
