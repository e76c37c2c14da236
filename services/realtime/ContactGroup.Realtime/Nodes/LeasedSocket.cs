using ContactGroup.Realtime.Connections;
using Microsoft.AspNetCore.SignalR;

namespace ContactGroup.Realtime.Nodes;

/// <summary>
/// A connection that ends when the lease does. INVARIANT: asked at every write, so that a process that stood still hands over nothing of what it held from
/// before.
/// </summary>
internal sealed class LeasedSocket(ILiveSocket socket, ILease lease) : ILiveSocket
{
    public string Id => socket.Id;

    public bool TakesLong => socket.TakesLong;

    public ValueTask WriteAsync(SerializedHubMessage message)
    {
        if (lease.Holds)
        {
            return socket.WriteAsync(message);
        }

        socket.Abort();
        return ValueTask.CompletedTask;
    }

    public void Close() => socket.Close();

    public void Abort() => socket.Abort();
}
