using AstRegistry;

// Reads the registry of this very program and prints what it finds, a line each.
CodeRegistry code = Shop.AppRegistry.Instance;

Console.WriteLine($"project {code.ProjectName} {code.Detail} complete={code.IsComplete}");
foreach (ModuleRecord module in code.Modules) Console.WriteLine($"module {module.Kind} {module.Key}");
foreach (FunctionRecord function in code.Functions) Console.WriteLine($"function {function.Kind} {function.Key}");

FunctionRecord add = code.FindFunction("Shop.Cart.Add(Item,int)");
Console.WriteLine($"add {add.Id} {add.Complexity.Cyclomatic} {Path.GetFileName(add.Location.Path)}");
Console.WriteLine($"same function {ReferenceEquals(add, code.GetFunction(NodeId.Parse(add.Id.ToString())))}");
Console.WriteLine($"same module {ReferenceEquals(code.FindModule(typeof(Shop.Cart)), add.Module)}");

foreach (NodeRecord node in add.Node.Descendants()) Console.WriteLine($"node {node.Kind} {node.Id.ToString()[17..]}");

NodeRecord call = add.Node.Descendants().First(node => node.Kind == SyntaxNodeKind.InvocationExpression);
NodeRecord again = code.GetNode(NodeId.Parse(call.Id.ToString()));
Console.WriteLine($"same node {again == call} in {again.Function!.Key}");
Console.WriteLine($"ancestors {string.Join(" ", again.Ancestors().Select(ancestor => ancestor.Kind))}");

namespace Shop
{
    public record Item(string Name, decimal Price);

    public partial class Cart
    {
        private readonly List<Item> _items = [];

        public void Add(Item item, int count)
        {
            if (count < 1) throw new ArgumentOutOfRangeException(nameof(count));
            for (int i = 0; i < count; i++) _items.Add(item);
        }
    }
}
