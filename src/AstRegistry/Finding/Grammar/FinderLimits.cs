namespace AstRegistry;

/// <summary>How large a query of the finder may be. What exceeds them is refused with a <see cref="FinderSyntaxException"/>.</summary>
public static class FinderLimits
{
    /// <summary>The most characters of the text of a query.</summary>
    public const int MaxTextLength = 8192;

    /// <summary>The most terms of a query.</summary>
    public const int MaxTerms = 32;

    /// <summary>The most steps of a path into the meta data.</summary>
    public const int MaxPathSteps = 16;

    /// <summary>The most characters of a regular expression.</summary>
    public const int MaxRegexLength = 512;

    /// <summary>The most parts of a pattern with wildcards: characters and wildcards.</summary>
    public const int MaxGlobLength = 1024;
}
