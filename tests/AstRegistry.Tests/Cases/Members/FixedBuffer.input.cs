unsafe struct Buffer
{
    public fixed byte Bytes[16];
    private fixed char _a[4], _b[8];
}
