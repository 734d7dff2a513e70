using System.Collections.Concurrent;

namespace AstRegistry.Sqlite;

/// <summary>The texts of the folder Sql, by the name of the operation.</summary>
internal static class SqlText
{
    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);

    public static string Of(string operation) => Texts.GetOrAdd(operation, Read);

    private static string Read(string operation)
    {
        using var stream = typeof(SqlText).Assembly.GetManifestResourceStream(operation) ?? throw new ArgumentException($"There is no text '{operation}'.", nameof(operation));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Trim();
    }
}
