using System.Data.Common;
using System.Threading.Channels;
using ContactGroup.Hosting.Bus;
using Dapper;

namespace ContactGroup.Hosting.Storage;

/// <summary>
/// The one writer of a store: takes what waits, runs one unit of work after another, and commits them together. When one of them fails after it has changed something,
/// all of them are undone and run again, each in a savepoint of its own. A turn is short, because other processes may write to the same store and wait for it.
/// </summary>
internal sealed class StoreWriter : IAsyncDisposable
{
    private const int MostUrgent = 256;

    private static readonly AsyncLocal<StoreWriter?> Inside = new();
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMilliseconds(100);

    private readonly string name;
    private readonly IDatabase database;
    private readonly FactSeal seal;
    private readonly TimeProvider clock;
    private readonly int perCommit;
    private readonly Channel<Work> waiting;
    private readonly Channel<Work> urgent = Channel.CreateBounded<Work>(new BoundedChannelOptions(MostUrgent) { SingleReader = true });
    private readonly Channel<bool> wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });
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

    public Task<T> EnqueueAsync<T>(Func<WriteScope, Task<T>> write, Manner manner, CancellationToken cancellationToken)
    {
        if (Inside.Value == this)
        {
            throw new InvalidOperationException($"A unit of work of {name} must not start another: it would wait for itself.");
        }

        _ = loop.Value;
        var work = new Work<T>(write, cancellationToken) { IsAlone = manner == Manner.Alone };
        if (!(manner == Manner.First ? urgent : waiting).Writer.TryWrite(work))
        {
            throw new StoreUnavailableException(name);
        }

        wake.Writer.TryWrite(true);
        return work.Result;
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        urgent.Writer.TryComplete();
        wake.Writer.TryWrite(true); // What came before is done to its end.
        wake.Writer.TryComplete();
        if (loop.IsValueCreated)
        {
            await loop.Value;
        }
    }

    private async Task RunAsync()
    {
        Inside.Value = this;
        DbConnection? connection = null;
        while (await wake.Reader.WaitToReadAsync())
        {
            wake.Reader.TryRead(out _);
            while (urgent.Reader.Count + waiting.Reader.Count > 0)
            {
                connection = await TurnAsync(connection);
            }
        }

        await LeaveAsync(connection);
    }

    private async Task<DbConnection?> TurnAsync(DbConnection? connection)
    {
        var taken = new List<Work>();
        try
        {
            connection ??= await database.OpenWriteAsync(CancellationToken.None);
            await CommitAsync(connection, taken);
            return connection;
        }
        catch (Exception cause)
        {
            // The connection may be in any state: leave it and let every caller send the command again. Whoever waits while it does not begin hears of it as well.
            taken = taken.Count > 0 ? taken : [.. AtMost(perCommit)];
            taken.ForEach(work => work.Fail(new StoreUnavailableException(name, cause)));
            await LeaveAsync(connection);
            return null;
        }
    }

    // On a full disk the store undoes the transaction by itself, and undoing it once more when the connection closes fails; over a line that is cut it fails in ways
    // of its own. INVARIANT: the writer outlives whatever happens here: without it every later write would wait for ever.
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
        catch (Exception)
        {
            // Nothing is open in it any more, and nobody else has it.
        }
    }

    private async Task CommitAsync(DbConnection connection, List<Work> taken)
    {
        var turn = await TakeAsync(connection, taken);
        if (turn.Published)
        {
            Progress.NoteCommit();
        }

        taken.ForEach(work => Complete(work, turn));
        if (turn.Published)
        {
            FactsWaiting?.Invoke();
        }
    }

    private async Task<Turn> TakeAsync(DbConnection connection, List<Work> taken)
    {
        if (Next(isAlone: true) is not { } alone)
        {
            return await TogetherAsync(connection, taken) ?? await ApartAsync(connection, taken);
        }

        taken.Add(alone);
        return await ApartAsync(connection, taken);
    }

    // Without savepoints: one costs SQLite the earlier state of every page that is changed in it, and a server a round trip. Nearly every refusal comes before anything
    // was changed, so that the others need not be undone. Null when they were.
    private async Task<Turn?> TogetherAsync(DbConnection connection, List<Work> taken)
    {
        var turn = new Turn();
        await using var transaction = await database.BeginWriteAsync(connection);
        var begun = clock.GetTimestamp();

        // Only as many as wait by now: what comes meanwhile may take long, and what is done would not be acknowledged until then.
        var most = Math.Min(perCommit, urgent.Reader.Count + waiting.Reader.Count);
        while (taken.Count < most && clock.GetElapsedTime(begun) < LongestTurn && Next(isAlone: false) is { } work)
        {
            taken.Add(work);
            if (work.Cancelled)
            {
                continue;
            }

            var (scope, before) = (new WriteScope(connection, seal, clock, turn.Later), database.ChangesOf(connection));
            try
            {
                await work.RunAsync(scope);
                turn.Finish(work, scope);
            }
            catch (Exception refused) when (refused is not DbException && database.ChangesOf(connection) == before)
            {
                turn.Refused.Add(work, refused);
            }
            catch (Exception)
            {
                await transaction.RollbackAsync();
                return null;
            }
        }

        await database.EndAsync(connection, turn.Published);
        try
        {
            await turn.Later.WriteAsync(connection);
        }
        catch (Exception)
        {
            await transaction.RollbackAsync();
            return null;
        }

        await transaction.CommitAsync();
        return turn;
    }

    private async Task<Turn> ApartAsync(DbConnection connection, List<Work> taken)
    {
        var turn = new Turn();
        await using var transaction = await database.BeginWriteAsync(connection);
        foreach (var work in taken.Where(work => !work.Cancelled))
        {
            await RunAsync(connection, work, turn);
        }

        await database.EndAsync(connection, turn.Published);
        await transaction.CommitAsync();
        return turn;
    }

    /// <summary>What lives beside the store follows before the caller hears of the commit; a fault there is that caller's alone.</summary>
    private static void Complete(Work work, Turn turn)
    {
        if (turn.Refused.TryGetValue(work, out var refused))
        {
            work.Fail(refused);
            return;
        }

        try
        {
            var scope = turn.Done.GetValueOrDefault(work);
            foreach (var action in scope?.AfterCommitActions ?? [])
            {
                action();
            }

            work.Complete(isCommitted: scope is not null);
        }
        catch (Exception fault)
        {
            work.Fail(fault);
        }
    }

    private IEnumerable<Work> AtMost(int count)
    {
        for (var number = 0; number < count && (Next(isAlone: false) ?? Next(isAlone: true)) is { } work; number++)
        {
            yield return work;
        }
    }

    // The next one, if it is to be alone or not as it is asked for: nobody else reads, so that it is the one that was looked at.
    private Work? Next(bool isAlone)
    {
        var from = urgent.Reader.TryPeek(out var next) ? urgent.Reader : waiting.Reader;
        return from.TryPeek(out next) && next.IsAlone == isAlone && from.TryRead(out next) ? next : null;
    }

    private async Task RunAsync(DbConnection connection, Work work, Turn turn)
    {
        var scope = new WriteScope(connection, seal, clock, earlier: new LaterRows());
        await connection.ExecuteAsync("SAVEPOINT unit");
        try
        {
            await work.RunAsync(scope);
            if (scope.Later.Count > 0)
            {
                await database.EndAsync(connection, hasPublished: false); // Outside of the transaction nothing could undo what is written now.
                await scope.Later.WriteAsync(connection);
            }

            await connection.ExecuteAsync("RELEASE SAVEPOINT unit");
            turn.Done.Add(work, scope);
        }
        catch (Exception refused)
        {
            await connection.ExecuteAsync("ROLLBACK TO SAVEPOINT unit; RELEASE SAVEPOINT unit");
            turn.Refused.Add(work, refused);
        }
    }
}
