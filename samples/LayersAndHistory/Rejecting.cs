using AstRegistry;

namespace Checker;

/// <summary>A handler that has a say in every change of a function.</summary>
internal static class Rejecting
{
    public static async Task RunAsync(VersionedRegistry functions)
    {
        Report.Title("A handler rejects a change");
        using var guard = functions.Handle("core-guard", FunctionRegistry.Kind, static (operation, _) =>
        {
            if (operation.Operation.Id.Namespace == "core") operation.Reject("the core is not changed");
            return ValueTask.CompletedTask;
        });

        var add = functions.Current[EntryId.Parse("core:add")];
        var hello = functions.Current[EntryId.Parse("greetings:hello")];
        var outcome = await functions.CommitAsync(new(RegistryOperation.Update(hello.WithData("let hello …"), hello), RegistryOperation.Delete(add)));
        Report.Line(outcome is CommitOutcome.Rejected rejected ? $"{rejected.Operation}: rejected by '{rejected.Handler}', {rejected.Reason}" : $"{outcome}");
        Report.Line($"still at v{functions.Current.Revision}, with hello as it was: {functions.Current[hello.Id].Equals(hello)}");
    }
}
