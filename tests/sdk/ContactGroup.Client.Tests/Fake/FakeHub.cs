using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace ContactGroup.Client.Tests.Fake;

/// <summary>The live hub of a <see cref="FakeServer"/>.</summary>
internal sealed class FakeHub(IHubContext<FakeHub> context) : Hub
{
    /// <summary>Which server a hub belongs to: several run in one test process.</summary>
    public static ConcurrentDictionary<IHubContext<FakeHub>, FakeStreams> Streams { get; } = new();

    public object Subscribe(FakeStreams.SubscribeRequest[] streams) => Streams[context].Subscribe(Context, streams);

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        Streams[context].Left(Context.ConnectionId);
        return Task.CompletedTask;
    }
}
