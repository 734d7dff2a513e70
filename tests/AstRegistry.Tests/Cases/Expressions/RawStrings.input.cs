class C
{
    string A => """one "quoted" line""";

    string B => """
        several
          lines
        """;

    ReadOnlySpan<byte> D => """bytes"""u8;
}
