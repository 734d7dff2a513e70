using AstRegistry;

namespace Shop.Report;

/// <summary>Prints what a registry holds: everything here is read from it, nothing by reflection.</summary>
public sealed class RegistryReport(CodeRegistry code, TextWriter output)
{
    public void Write()
    {
        Heading($"Registry of {code.ProjectName}: {code.Modules.Count} modules, {code.Functions.Count} functions, detail {code.Detail}");
        WriteModules();
        WriteMostComplex(10);
        WritePoints("Shop.Orders.OrderDesk.PayAsync(Customer,Money,CancellationToken)");
        WriteNode("Shop.Pricing.PriceEngine.Price(IEnumerable<OrderLine>,Customer)");
    }

    private void WriteModules()
    {
        foreach (var space in code.Modules.Where(module => module.Container is null).GroupBy(module => module.Namespace))
        {
            output.WriteLine(space.Key.Length == 0 ? "(global namespace)" : space.Key);
            foreach (var module in space) WriteModule(module, depth: 1);
        }
    }

    private void WriteModule(ModuleRecord module, int depth)
    {
        var indent = new string(' ', depth * 2);
        var parts = module.Locations.Count == 1 ? "" : $", {module.Locations.Count} parts";
        output.WriteLine($"{indent + module.Name,-28} {module.Id}  {module.Kind}, {module.Functions.Count} functions{parts}");
        foreach (var nested in module.NestedModules) WriteModule(nested, depth + 1);
    }

    private void WriteMostComplex(int count)
    {
        Heading($"The {count} most complex functions");
        output.WriteLine($"{"score",5} {"cyclomatic",10} {"cognitive",9} {"maintainability",15}  function");
        foreach (var function in code.FunctionsByComplexity(ComplexityMetric.Score, count))
        {
            var complexity = function.Complexity;
            output.WriteLine(FormattableString.Invariant(
                $"{complexity.Score,5:F1} {complexity.Cyclomatic,10} {complexity.Cognitive,9} {complexity.MaintainabilityIndex,15:F0}  {function.Key}"));
        }
    }

    private void WritePoints(string key)
    {
        var function = code.FindFunction(key);
        Heading($"Instrumentation points of {function.Key}");
        output.WriteLine($"{"level",-14} {"kinds",-18} {"node",-26} name");
        foreach (var point in function.GetInstrumentationPoints(InstrumentationLevel.Comprehensive))
        {
            output.WriteLine($"{point.Level,-14} {point.PointKinds,-18} {point.Kind,-26} {point.Name}");
        }
    }

    private void WriteNode(string key)
    {
        // An id is text that may be stored; here it comes from the registry and goes back into it.
        var found = code.FindFunction(key).Node.Descendants().First(node => node.Kind == SyntaxNodeKind.IfStatement);
        var stored = found.Id.ToString();

        var node = code.GetNode(NodeId.Parse(stored));
        Heading($"Node {stored}");
        output.WriteLine($"{node.Kind,-26} {node.Location}");
        foreach (var ancestor in node.Ancestors()) output.WriteLine($"  in {ancestor.Kind,-21} {ancestor.Location}");
        output.WriteLine($"  of {node.Function?.Key}");
    }

    private void Heading(string text)
    {
        output.WriteLine();
        output.WriteLine(text);
        output.WriteLine(new string('-', text.Length));
    }
}
