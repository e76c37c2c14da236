using ContactGroup.Contracts.Release;
using ContactGroup.Realtime.Connections;

namespace ContactGroup.Realtime.Streams;

/// <summary>Holds streams back while release narrows what their readers hold. A connection that is behind in one of them is ended, with its queue.</summary>
internal sealed class StreamGate(Topics topics, ILogger<StreamGate> logger) : IStreamGate
{
    public void Close(IReadOnlyCollection<string> streams)
    {
        foreach (var connection in topics.Close(streams).Distinct().Where(connection => connection.IsBehind))
        {
            RealtimeLog.EndedByClosing(logger, connection.Id, connection.Who.PersonId);
            _ = connection.EndAsync(EndReason.Unavailable);
        }
    }

    public void Open(IReadOnlyCollection<string> streams) => topics.Open(streams);

    public void OpenAllBut(IReadOnlyCollection<string> streams) => topics.Open([.. topics.Closed.Except(streams, StringComparer.Ordinal)]);
}
