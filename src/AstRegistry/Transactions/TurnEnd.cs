namespace AstRegistry.Transactions;

/// <summary>How a call of a handler ends for the registry.</summary>
internal enum TurnEnd
{
    /// <summary>It returned or said yes.</summary>
    Accepted,

    /// <summary>It said no.</summary>
    Rejected,

    /// <summary>It threw.</summary>
    Threw,

    /// <summary>It did not answer in time.</summary>
    TimedOut,

    /// <summary>The one who commits did not want to wait any longer.</summary>
    Cancelled,
}
