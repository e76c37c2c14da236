using System.Collections.Concurrent;
using ContactGroup.Client;

namespace ContactGroup.System.Tests;

/// <summary>A live connection that keeps what it gets.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private readonly ConcurrentQueue<Entry> heard = new();
    private readonly CancellationTokenSource stop = new();
    private readonly TaskCompletionSource live = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task listening;

    private Listener(Participant who) => listening = ListenAsync(who);

    public IReadOnlyCollection<Entry> Heard => heard;

    /// <summary>Listens from now on; returns when everything that follows will be heard.</summary>
    public static async Task<Listener> StartAsync(Participant who)
    {
        var listener = new Listener(who);
        await listener.live.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return listener;
    }

    public Task<Entry> HearsAsync(string item, Func<Entry, bool>? when = null) => Participant.EventuallyAsync(
        $"entry of {item}", () => Task.FromResult(heard.FirstOrDefault(entry => entry.Item == item && (when is null || when(entry)))));

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await listening;
        stop.Dispose();
    }

    private async Task ListenAsync(Participant who)
    {
        try
        {
            var options = new LiveOptions { OnStatus = status => _ = status.State == LiveState.Live && live.TrySetResult() };
            await foreach (var entry in who.Client.SubscribeAsync(options, stop.Token))
            {
                heard.Enqueue(entry);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
