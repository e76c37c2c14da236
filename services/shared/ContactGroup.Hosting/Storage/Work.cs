namespace ContactGroup.Hosting.Storage;

/// <summary>A unit of work that waits for its turn, and whoever waits for it.</summary>
internal abstract class Work
{
    /// <summary>Whether it has a transaction of its own, and never runs twice.</summary>
    public bool IsAlone { get; init; }

    public abstract bool Cancelled { get; }

    public abstract Task RunAsync(WriteScope scope);

    public abstract void Complete(bool isCommitted);

    public abstract void Fail(Exception cause);
}

/// <inheritdoc />
/// <param name="write">What is to be done; it may run twice.</param>
/// <param name="cancellationToken">Gives it up while it waits.</param>
internal sealed class Work<T>(Func<WriteScope, Task<T>> write, CancellationToken cancellationToken) : Work
{
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;

    public Task<T> Result => completion.Task;

    public override bool Cancelled => cancellationToken.IsCancellationRequested;

    public override async Task RunAsync(WriteScope scope) => result = await write(scope);

    // What did not run, or ran in a transaction that was undone, was given up meanwhile.
    public override void Complete(bool isCommitted)
    {
        if (isCommitted)
        {
            completion.TrySetResult(result!);
        }
        else
        {
            completion.TrySetCanceled(cancellationToken);
        }
    }

    public override void Fail(Exception cause) => completion.TrySetException(cause);
}
