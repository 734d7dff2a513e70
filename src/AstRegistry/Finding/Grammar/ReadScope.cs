namespace AstRegistry.Finding;

/// <summary>Which namespace alone can hold what terms find.</summary>
internal static class ReadScope
{
    public static string? Of(FinderTerm[] terms)
    {
        foreach (var term in terms)
        {
            if (term.Test.Needs.Equal is { } equal && term.Field.Root == FieldRoot.Namespace) return equal;
            if (term.Field.Root != FieldRoot.Id) continue;

            // The first colon ends the namespace, whatever follows it.
            var start = term.Test.Needs.Equal ?? term.Test.Needs.Prefix ?? "";
            if (start.IndexOf(':', StringComparison.Ordinal) is var colon and > 0) return start[..colon];
        }

        return null;
    }
}
