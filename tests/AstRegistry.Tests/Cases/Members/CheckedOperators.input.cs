struct N
{
    public static N operator checked +(N a, N b) => a;
    public static N operator checked -(N a) => a;
    public static N operator checked ++(N a) => a;
    public static explicit operator checked byte(N a) => 0;
}
