using System.Diagnostics.CodeAnalysis;

namespace ContactGroup.Load.FanOut;

/// <summary>Live connections that count what they get.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);
    private readonly List<LeanSocket> sockets = [];
    private readonly List<Task> reading = [];
    private readonly CancellationTokenSource over = new();
    private Task pinging = Task.CompletedTask;

    /// <summary>Opens connections, some at a time, and waits until each follows.</summary>
    public static async Task<Crowd> GatherAsync(int size, Follow follow, Action<ReadOnlyMemory<byte>> note)
    {
        var crowd = new Crowd();
        await Parallel.ForEachAsync(Enumerable.Range(0, size), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) =>
        {
            var socket = await follow(number);
            lock (crowd.sockets)
            {
                crowd.sockets.Add(socket);
                crowd.reading.Add(socket.ReadAsync(note));
            }
        });
        crowd.pinging = crowd.PingAsync();
        return crowd;
    }

    // Each in its turn: clients out in the world do not beat in step, and all of them at once would be a load of its own.
    private async Task PingAsync()
    {
        using var pace = new PeriodicTimer(Tick);
        var (next, due) = (0, 0.0);
        try
        {
            while (await pace.WaitForNextTickAsync(over.Token))
            {
                for (due += sockets.Count * (Tick / PingEvery); due >= 1; due--)
                {
                    await PingAsync(sockets[next++ % sockets.Count]);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "A connection that the server closed shows in what it did not get.")]
    private static async Task PingAsync(LeanSocket socket)
    {
        try
        {
            await socket.PingAsync();
        }
        catch (Exception)
        {
            // The next one.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await pinging;
        sockets.ForEach(socket => socket.Dispose());
        await Task.WhenAll(reading).WaitAsync(TimeSpan.FromSeconds(10)).ContinueWith(_ => { }, TaskScheduler.Default);
        over.Dispose();
    }
}
