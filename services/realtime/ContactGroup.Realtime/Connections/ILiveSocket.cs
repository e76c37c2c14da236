using Microsoft.AspNetCore.SignalR;

namespace ContactGroup.Realtime.Connections;

/// <summary>The part of a SignalR connection that frames go through.</summary>
internal interface ILiveSocket
{
    /// <summary>Id of the connection, for logs.</summary>
    string Id { get; }

    /// <summary>Writes; completes when the transport took the bytes. Never throws: a broken connection swallows them.</summary>
    ValueTask WriteAsync(SerializedHubMessage message);

    /// <summary>Closes the connection and lets a write that waits go.</summary>
    void Abort();
}

/// <summary>A SignalR connection of this process.</summary>
internal sealed class HubSocket(HubConnectionContext connection) : ILiveSocket
{
    public string Id => connection.ConnectionId;

    public ValueTask WriteAsync(SerializedHubMessage message) => connection.WriteAsync(message, CancellationToken.None);

    public void Abort() => connection.Abort();
}
