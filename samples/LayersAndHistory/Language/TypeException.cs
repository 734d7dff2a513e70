namespace Checker.Language;

/// <summary>A file does not type-check.</summary>
internal sealed class TypeException(string message) : Exception(message);
