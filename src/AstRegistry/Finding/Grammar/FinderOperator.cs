namespace AstRegistry;

/// <summary>How a <see cref="FinderTerm"/> compares a field with its value. All compare ordinally: letter case matters.</summary>
public enum FinderOperator
{
    /// <summary><c>=</c> without wildcards: the text of the field is the value.</summary>
    Equal,

    /// <summary><c>=</c> with wildcards: <c>*</c> stands for any characters but <c>.</c>, <c>:</c> and <c>/</c>, <c>**</c> for any at all, <c>?</c> for one that is none of the three.</summary>
    Glob,

    /// <summary><c>==</c>: the field is the value and of its kind, so that <c>80</c> is not <c>"80"</c>.</summary>
    Same,

    /// <summary><c>*=</c>: the text of the field contains the value.</summary>
    Contains,

    /// <summary><c>^=</c>: the text of the field starts with the value.</summary>
    StartsWith,

    /// <summary><c>$=</c>: the text of the field ends with the value.</summary>
    EndsWith,

    /// <summary><c>~=</c>: the value is a regular expression that matches somewhere in the text of the field.</summary>
    Regex,
}
