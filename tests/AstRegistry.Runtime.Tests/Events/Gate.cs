namespace AstRegistry.Runtime.Tests.Events;

/// <summary>Holds back who passes through until it is opened, and tells when somebody has arrived.</summary>
internal sealed class Gate
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Reached => _reached.Task;

    public void Open() => _opened.TrySetResult();

    public async ValueTask PassAsync(Action behind)
    {
        _reached.TrySetResult();
        await _opened.Task;
        behind();
    }
}
