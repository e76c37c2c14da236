using System.Data.Common;
using System.Threading.Channels;
using ContactGroup.Hosting.Bus;
using Dapper;

namespace ContactGroup.Hosting.Storage;

/// <summary>The one writer of a store: takes what waits, runs each unit of work in a savepoint, and commits them together.</summary>
internal sealed class StoreWriter : IAsyncDisposable
{
    private static readonly AsyncLocal<StoreWriter?> Inside = new();

    private readonly string name;
    private readonly IDatabase database;
    private readonly FactSeal seal;
    private readonly TimeProvider clock;
    private readonly int perCommit;
    private readonly Channel<Work> waiting;
    private readonly Lazy<Task> loop;

    public StoreWriter(string name, IDatabase database, FactSeal seal, TimeProvider clock, StorageOptions options)
    {
        this.name = name;
        this.database = database;
        this.seal = seal;
        this.clock = clock;
        perCommit = options.WritesPerCommit;
        waiting = Channel.CreateBounded<Work>(new BoundedChannelOptions(options.WaitingWrites) { SingleReader = true });
        loop = new Lazy<Task>(() => Task.Run(RunAsync));
    }

    public event Action? FactsWaiting;

    public OutboxProgress Progress { get; } = new();

    public Task<T> EnqueueAsync<T>(Func<WriteScope, Task<T>> write, CancellationToken cancellationToken)
    {
        if (Inside.Value == this)
        {
            throw new InvalidOperationException($"A unit of work of {name} must not start another: it would wait for itself.");
        }

        _ = loop.Value;
        var work = new Work<T>(write, cancellationToken);
        return waiting.Writer.TryWrite(work) ? work.Result : throw new StoreUnavailableException(name);
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        if (loop.IsValueCreated)
        {
            await loop.Value;
        }
    }

    private async Task RunAsync()
    {
        Inside.Value = this;
        DbConnection? connection = null;
        var batch = new List<Work>(perCommit);
        while (await waiting.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < perCommit && waiting.Reader.TryRead(out var work))
            {
                batch.Add(work);
            }

            try
            {
                connection ??= await database.OpenWriteAsync(CancellationToken.None);
                await CommitAsync(connection, batch);
            }
            catch (Exception cause)
            {
                // The connection may be in any state: leave it and let every caller send the command again.
                batch.ForEach(work => work.Fail(new StoreUnavailableException(name, cause)));
                await LeaveAsync(connection);
                connection = null;
            }
        }

        await LeaveAsync(connection);
    }

    // On a full disk the store undoes the transaction by itself, and undoing it once more when the connection closes fails. The writer must outlive
    // that: without it every later write would wait for ever.
    private static async Task LeaveAsync(DbConnection? connection)
    {
        if (connection is null)
        {
            return;
        }

        try
        {
            await connection.DisposeAsync();
        }
        catch (DbException)
        {
            // Nothing is open in it any more, and nobody else has it.
        }
    }

    private async Task CommitAsync(DbConnection connection, List<Work> batch)
    {
        var scopes = new Dictionary<Work, WriteScope>(batch.Count);
        bool published;
        await using (var transaction = await database.BeginWriteAsync(connection))
        {
            foreach (var work in batch)
            {
                if (await RunAsync(connection, work) is { } scope)
                {
                    scopes.Add(work, scope);
                }
            }

            published = scopes.Values.Any(scope => scope.Published);
            if (published)
            {
                await database.TellAsync(connection);
            }

            await transaction.CommitAsync();
        }

        if (published)
        {
            Progress.NoteCommit();
        }

        batch.ForEach(work => Complete(work, scopes.GetValueOrDefault(work)));
        if (published)
        {
            FactsWaiting?.Invoke();
        }
    }

    /// <summary>What lives beside the store follows before the caller hears of the commit; a fault there is that caller's alone.</summary>
    private static void Complete(Work work, WriteScope? scope)
    {
        try
        {
            foreach (var action in scope?.AfterCommitActions ?? [])
            {
                action();
            }

            work.Complete();
        }
        catch (Exception fault)
        {
            work.Fail(fault);
        }
    }

    private async Task<WriteScope?> RunAsync(DbConnection connection, Work work)
    {
        if (work.Cancelled)
        {
            return null;
        }

        var scope = new WriteScope(connection, seal, clock);
        await connection.ExecuteAsync("SAVEPOINT unit");
        try
        {
            await work.RunAsync(scope);
            await connection.ExecuteAsync("RELEASE SAVEPOINT unit");
            return scope;
        }
        catch (Exception refused)
        {
            await connection.ExecuteAsync("ROLLBACK TO SAVEPOINT unit; RELEASE SAVEPOINT unit");
            work.Fail(refused);
            return null;
        }
    }

    private abstract class Work
    {
        public abstract bool Cancelled { get; }

        public abstract Task RunAsync(WriteScope scope);

        public abstract void Complete();

        public abstract void Fail(Exception cause);
    }

    private sealed class Work<T>(Func<WriteScope, Task<T>> write, CancellationToken cancellationToken) : Work
    {
        private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? result;
        private bool ran;

        public Task<T> Result => completion.Task;

        public override bool Cancelled => cancellationToken.IsCancellationRequested;

        public override async Task RunAsync(WriteScope scope)
        {
            result = await write(scope);
            ran = true;
        }

        public override void Complete()
        {
            if (ran)
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
}
