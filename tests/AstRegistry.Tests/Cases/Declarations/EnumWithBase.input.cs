[Flags]
public enum Bits : byte
{
    None = 0,
    First = 1 << 0,
    All = First | 2,
}
