using Microsoft.AspNetCore.SignalR;

namespace ContactGroup.Realtime.Connections;

/// <summary>The part of a SignalR connection that frames go through.</summary>
internal interface ILiveSocket
{
    /// <summary>Id of the connection, for logs.</summary>
    string Id { get; }

    /// <summary>Whether its client takes long messages.</summary>
    bool TakesLong { get; }

    /// <summary>Writes; completes when the transport took the bytes. Never throws: a broken connection swallows them.</summary>
    ValueTask WriteAsync(SerializedHubMessage message);

    /// <summary>Closes the connection after what it took.</summary>
    void Close();

    /// <summary>Closes the connection, lets a write that waits go, and throws away what was not sent yet.</summary>
    void Abort();
}
