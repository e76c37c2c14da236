using System.Diagnostics.CodeAnalysis;

namespace ContactGroup.Load.FanOut;

/// <summary>Live connections that count what they get.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(10);
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

    [SuppressMessage("Design", "CA1031", Justification = "A connection that the server closed shows in what it did not get.")]
    private async Task PingAsync()
    {
        using var pace = new PeriodicTimer(PingEvery);
        try
        {
            while (await pace.WaitForNextTickAsync(over.Token))
            {
                foreach (var socket in sockets)
                {
                    try
                    {
                        await socket.PingAsync();
                    }
                    catch (Exception)
                    {
                        continue;
                    }
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
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
