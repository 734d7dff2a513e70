struct N
{
    public static N operator +(N a, N b) => a;
    public static N operator -(N a, N b) => a;
    public static N operator *(N a, N b) => a;
    public static N operator /(N a, N b) => a;
    public static N operator %(N a, N b) => a;
    public static N operator &(N a, N b) => a;
    public static N operator |(N a, N b) => a;
    public static N operator ^(N a, N b) => a;
    public static N operator <<(N a, int b) => a;
    public static N operator >>(N a, int b) => a;
    public static N operator >>>(N a, int b) => a;
}
