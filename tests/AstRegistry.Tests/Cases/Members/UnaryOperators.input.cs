struct N
{
    public static N operator +(N a) => a;
    public static N operator -(N a) => a;
    public static N operator !(N a) => a;
    public static N operator ~(N a) => a;
    public static N operator ++(N a) => a;
    public static N operator --(N a) => a;
    public static bool operator true(N a) => true;
    public static bool operator false(N a) => false;
}
