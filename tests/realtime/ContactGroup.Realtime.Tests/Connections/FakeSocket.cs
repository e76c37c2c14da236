using System.Text;
using ContactGroup.Realtime.Connections;
using ContactGroup.Realtime.Endpoint;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace ContactGroup.Realtime.Tests.Connections;

/// <summary>A socket whose writes complete when a test says so.</summary>
internal sealed class FakeSocket : ILiveSocket
{
    private readonly JsonHubProtocol protocol = new();
    private TaskCompletionSource? stuck;

    public string Id => "c1";

    public bool TakesLong => false;

    public List<string> Written { get; } = [];

    public bool Closed { get; private set; }

    public bool Aborted { get; private set; }

    public static SerializedHubMessage Message(string text) =>
        new([new SerializedMessage(HubMessages.Protocol, Encoding.UTF8.GetBytes(text))]);

    public void Stick() => stuck = new TaskCompletionSource();

    public void Loosen()
    {
        var before = stuck;
        stuck = null;
        before?.SetResult();
    }

    public ValueTask WriteAsync(SerializedHubMessage message)
    {
        Written.Add(Encoding.UTF8.GetString(message.GetSerializedMessage(protocol).Span));
        return stuck is null ? ValueTask.CompletedTask : new ValueTask(stuck.Task);
    }

    public void Close() => Closed = true;

    public void Abort() => Aborted = true;
}
