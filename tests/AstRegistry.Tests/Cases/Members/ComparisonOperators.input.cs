struct N
{
    public static bool operator ==(N a, N b) => true;
    public static bool operator !=(N a, N b) => false;
    public static bool operator <(N a, N b) => false;
    public static bool operator >(N a, N b) => false;
    public static bool operator <=(N a, N b) => true;
    public static bool operator >=(N a, N b) => true;
}
