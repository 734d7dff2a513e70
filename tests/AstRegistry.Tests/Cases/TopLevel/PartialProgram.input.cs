Start();

public partial class Program
{
    static void Start() { }
}
