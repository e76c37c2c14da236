namespace ContactGroup.Client.Live;

/// <summary>What comes over a live connection.</summary>
internal abstract record Signal
{
    public sealed record Frames(Entry[] Entries) : Signal;

    public sealed record Beacon(StreamHead[] Heads) : Signal;
}

/// <summary>The server's word on how far a stream goes.</summary>
internal sealed record StreamHead(string Stream, long Head, string Cursor);

/// <summary>Where a subscription to a stream starts: after the later of the cursor and the sequence number.</summary>
internal sealed record SubscribeFrom(string Stream, string Cursor, long Seen);

/// <summary>Which streams the server follows for us.</summary>
internal sealed record Subscribed(string[] Accepted, string[] Refused);
