namespace @class.Größe;

using AstRegistry;

public static class @event
{
    public static int @int(int @params) => @params is > 1 ? 1 : 0;

    public static int Länge\u0041 => 2;

    public static void Main()
    {
        foreach (FunctionRecord function in 店.AppRegistry.Instance.Functions) Console.WriteLine($"function {function.Key}");
    }
}
