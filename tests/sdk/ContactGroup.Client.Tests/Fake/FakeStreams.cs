using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace ContactGroup.Client.Tests.Fake;

/// <summary>Streams in memory. A cursor is <c>stream:epoch:seq</c>. What is appended can be pushed, held back, repeated or hidden.</summary>
internal sealed class FakeStreams
{
    private readonly ConcurrentDictionary<string, List<object>> entries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, HubCallerContext> connections = new(StringComparer.Ordinal);
    private readonly HashSet<string> hidden = new(StringComparer.Ordinal);
    private readonly HashSet<string> closed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> epochs = new(StringComparer.Ordinal);
    private TaskCompletionSource subscribed = New();

    public IHubContext<FakeHub> Hub { get; set; } = null!;

    /// <summary>Sequence numbers that a page leaves out, to break the stream itself.</summary>
    public HashSet<long> Lost { get; } = [];

    /// <summary>Completes when somebody has subscribed since the last call to <see cref="Forget"/>.</summary>
    public Task Subscribed => subscribed.Task;

    public void Forget() => subscribed = New();

    public void Hide(string stream) => hidden.Add(stream);

    public void Show(string stream) => hidden.Remove(stream);

    /// <summary>Still listed, and absent when it is read: what a reader sees of a room that closes between the two.</summary>
    public void CloseAfterListing(string stream) => closed.Add(stream);

    public void Reopen(string stream) => closed.Remove(stream);

    /// <summary>The reader leaves and comes back: no cursor from before is of use.</summary>
    public void Rejoin(string stream) => epochs[stream] = epochs.GetValueOrDefault(stream) + 1;

    public FakeStreams Open(string stream, int count = 0)
    {
        entries[stream] = [.. Enumerable.Range(1, count).Select(seq => Entry(stream, seq))];
        return this;
    }

    /// <summary>Adds to a stream without telling anybody; gives the frame.</summary>
    public object Append(string stream)
    {
        lock (entries[stream])
        {
            var entry = Entry(stream, entries[stream].Count + 1);
            entries[stream].Add(entry);
            return entry;
        }
    }

    public Task PushAsync(params object[] frames) => Hub.Clients.All.SendAsync("entries", frames);

    public Task BeaconAsync() => Hub.Clients.All.SendAsync("beacon", entries.Select(s => new { stream = s.Key, head = s.Value.Count, cursor = Cursor(s.Key, s.Value.Count) }));

    public void HangUp()
    {
        foreach (var connection in connections.Values)
        {
            connection.Abort();
        }
    }

    public void Map(WebApplication app)
    {
        app.MapGet("/api/release/streams", () => new
        {
            streams = entries.Where(s => !hidden.Contains(s.Key)).Select(s => new
            {
                stream = s.Key,
                channel = "channel1",
                scope = "audience",
                head = s.Value.Count,
                cursor = Cursor(s.Key, s.Value.Count),
                start = Cursor(s.Key, 0),
            }),
        });
        app.MapGet("/api/release/streams/{stream}/entries", (string stream, string after, int limit) => Page(stream, after, limit));
    }

    public object Subscribe(HubCallerContext connection, SubscribeRequest[] streams)
    {
        connections[connection.ConnectionId] = connection;
        subscribed.TrySetResult();
        return new { accepted = streams.Select(s => s.Stream), refused = Array.Empty<string>() };
    }

    public void Left(string connection) => connections.TryRemove(connection, out _);

    public sealed record SubscribeRequest(string Stream, string Cursor, long? Seen);

    private IResult Page(string stream, string after, int limit)
    {
        if (closed.Contains(stream))
        {
            return Refused(404, "CG-2004");
        }

        if (!after.StartsWith(Cursor(stream, seq: null), StringComparison.Ordinal))
        {
            return Refused(400, "CG-4001");
        }

        lock (entries[stream])
        {
            var from = int.Parse(after.Split(':')[^1], System.Globalization.CultureInfo.InvariantCulture);
            var page = entries[stream].Skip(from).Take(limit).ToArray();
            return Results.Json(new
            {
                entries = page.Where((_, index) => !Lost.Contains(from + index + 1)),
                cursor = Cursor(stream, from + page.Length),
                more = from + page.Length < entries[stream].Count,
            });
        }
    }

    private static object Entry(string stream, int seq) =>
        new { stream, seq, prevSeq = seq - 1, op = "put", item = "item" + seq, at = "2026-03-01T08:00:00Z" };

    private static IResult Refused(int status, string code) =>
        Results.Problem(statusCode: status, extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code });

    private string Cursor(string stream, int? seq) => $"{stream}:{epochs.GetValueOrDefault(stream)}:{seq}";

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
