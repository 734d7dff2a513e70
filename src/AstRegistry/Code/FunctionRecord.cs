using AstRegistry.Code;

namespace AstRegistry;

/// <summary>A member that is executed: a method, constructor, operator, accessor, local function, lambda and the like.</summary>
public sealed class FunctionRecord : MemberRecord
{
    internal FunctionRecord(LoadedFile file, int row)
        : base(file, row)
    {
    }

    /// <summary>How complex it is.</summary>
    public ComplexityRecord Complexity => new(Row.Complexity);
}
