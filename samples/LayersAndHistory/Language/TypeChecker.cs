using AstRegistry;

namespace Checker.Language;

/// <summary>
/// Checks a file against all that is visible from a batch, and puts what it declares into the batch. What the file declares first its later lines
/// may use; others see none of it before the batch is committed.
/// </summary>
internal sealed class TypeChecker(LayeredRegistry<Scheme, Function> batch, string file)
{
    public void Check(string source)
    {
        foreach (var function in Parser.ParseFile(source))
        {
            var actual = TypeOf(function.Body, function);
            if (actual != function.Result) throw new TypeException($"{file}: '{function.Name}' is declared as {function.Result}, but its body is {actual}.");
            batch.Put(file, function.Name, function.Scheme, function);
        }
    }

    private string TypeOf(Expression expression, Function inside) => expression switch
    {
        NumberLiteral => "Int",
        TextLiteral => "Text",
        Name name => inside.Parameters.FirstOrDefault(parameter => parameter.Name == name.Text)?.Type
            ?? throw new TypeException($"{file}: '{inside.Name}' has no parameter '{name.Text}'."),
        Call call => ResultOf(call, inside),
        _ => throw new TypeException($"{file}: '{expression}' cannot be checked."),
    };

    private string ResultOf(Call call, Function inside)
    {
        var scheme = Find(call.Function) ?? throw new TypeException($"{file}: '{inside.Name}' calls '{call.Function}', which is not declared.");
        var actual = call.Arguments.Select(argument => TypeOf(argument, inside)).ToArray();
        return actual.SequenceEqual(scheme.Parameters)
            ? scheme.Result
            : throw new TypeException($"{file}: '{call}' passes ({string.Join(", ", actual)}) to {call.Function}: {scheme}.");
    }

    /// <summary>A function of this file, or one of the library.</summary>
    private Scheme? Find(string function) =>
        batch.TryGetScheme(file, function, out var scheme) || batch.TryGetScheme("core", function, out scheme) ? scheme : null;
}
