namespace AstRegistry.Registry;

/// <summary>Work of the registry itself that must not run beside a commit. Its end can be awaited.</summary>
internal sealed class WriterTask(Func<Task> work) : WorkItem
{
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Completion => _completion.Task;

    public override bool TryTake() => true;

    public override void Abandon() => _completion.TrySetCanceled();

    public async Task RunAsync()
    {
        try
        {
            await work().ConfigureAwait(false);
            _completion.TrySetResult();
        }
        catch (Exception exception)
        {
            _completion.TrySetException(exception);
        }
    }
}
