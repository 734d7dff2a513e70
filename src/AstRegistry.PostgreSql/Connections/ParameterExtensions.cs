using Npgsql;

namespace AstRegistry.PostgreSql;

/// <summary>Adds values in the order of their numbers in a statement.</summary>
internal static class ParameterExtensions
{
    /// <summary>Adds the next value.</summary>
    public static NpgsqlParameterCollection With<T>(this NpgsqlParameterCollection parameters, T value)
    {
        parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return parameters;
    }

    /// <summary>A statement of a batch; its values are added by <see cref="With{T}(NpgsqlBatchCommand, T)"/>.</summary>
    public static NpgsqlBatchCommand With<T>(this NpgsqlBatchCommand command, T value)
    {
        command.Parameters.With(value);
        return command;
    }
}
