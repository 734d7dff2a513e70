struct N
{
    public static implicit operator int(N a) => 0;
    public static implicit operator N(int a) => default;
    public static explicit operator string(N a) => "";
    public static explicit operator List<string?>(N a) => [];
}
