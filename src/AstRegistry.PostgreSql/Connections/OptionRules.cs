using System.Text;
using Npgsql;

namespace AstRegistry.PostgreSql;

/// <summary>What holds of options and of names before anything is sent to a server.</summary>
internal static class OptionRules
{
    /// <summary>The most bytes of the name of a schema, and of a channel: the server cuts off the rest of a longer one.</summary>
    private const int MaxIdentifierBytes = 63;

    /// <summary>The most bytes of a key of an index, with room for what the server adds.</summary>
    private const int MaxKeyBytes = 2600;

    private static readonly UTF8Encoding Strict = new(false, true);

    /// <exception cref="ArgumentException">An option cannot be used.</exception>
    public static void Check(PostgreSqlHistoryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.ConnectionString is null == options.DataSource is null)
        {
            throw new ArgumentException($"Set either {nameof(options.ConnectionString)} or {nameof(options.DataSource)}, and not both.", nameof(options));
        }

        if (SchemaFault(options.Schema) is { } fault) throw new ArgumentException(fault, nameof(options));
        if (options.PollingInterval <= TimeSpan.Zero || options.PollingInterval > TimeSpan.FromDays(1))
        {
            throw new ArgumentException($"The polling interval is {options.PollingInterval}; it has to be above zero and at most a day.", nameof(options));
        }

        if (options.TimeProvider is null || options.Retry is null) throw new ArgumentException("The time provider and the retry policy cannot be null.", nameof(options));
    }

    /// <summary>A source of connections for the options; those of our own are prepared for being used again and again.</summary>
    /// <exception cref="ArgumentException">The connection string cannot be read.</exception>
    public static NpgsqlDataSource SourceOf(PostgreSqlHistoryOptions options)
    {
        if (options.DataSource is { } given) return given;
        NpgsqlConnectionStringBuilder settings;
        try
        {
            settings = new(options.ConnectionString);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw new ArgumentException($"The connection string cannot be read: {exception.Message}", nameof(options), exception);
        }

        // Statements are few and always the same, so the server need not plan them anew each time; "Max Auto Prepare=0" switches it off.
        if (!settings.ContainsKey("Max Auto Prepare")) settings.MaxAutoPrepare = 32;
        if (string.IsNullOrEmpty(settings.ApplicationName)) settings.ApplicationName = "AstRegistry";
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }

    /// <summary>Refuses two names that together are no key: an index takes no more than a third of a page.</summary>
    /// <exception cref="ArgumentException">They are too long.</exception>
    public static void CheckKey(string registry, string participant)
    {
        if (Strict.GetByteCount(registry) + Strict.GetByteCount(participant) is var bytes && bytes <= MaxKeyBytes) return;
        throw new ArgumentException(FormattableString.Invariant($"The names of registry and participant have {bytes} bytes in UTF-8; PostgreSQL takes at most {MaxKeyBytes} as a key."), nameof(participant));
    }

    /// <summary>Refuses a text that cannot be stored.</summary>
    /// <exception cref="ArgumentException">It has characters that PostgreSQL does not take.</exception>
    public static void CheckText(string text, string parameter)
    {
        if (TextFault(text) is { } fault) throw new ArgumentException($"The text {fault}, which PostgreSQL does not store.", parameter);
    }

    private static string? SchemaFault(string schema)
    {
        if (string.IsNullOrEmpty(schema)) return "The schema is empty.";
        if (TextFault(schema) is { } fault) return $"The name of the schema {fault}.";
        if (Strict.GetByteCount(schema) is var bytes && bytes > MaxIdentifierBytes)
        {
            return FormattableString.Invariant($"The schema '{schema}' has {bytes} bytes in UTF-8; PostgreSQL takes at most {MaxIdentifierBytes}.");
        }

        return schema.StartsWith("pg_", StringComparison.Ordinal) || schema == "information_schema"
            ? $"The schema '{schema}' belongs to PostgreSQL itself; choose another name."
            : null;
    }

    private static string? TextFault(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal)) return "has a character U+0000";
        try
        {
            Strict.GetByteCount(text);
            return null;
        }
        catch (EncoderFallbackException exception)
        {
            return FormattableString.Invariant($"has a surrogate without its other half at index {exception.Index}");
        }
    }
}
