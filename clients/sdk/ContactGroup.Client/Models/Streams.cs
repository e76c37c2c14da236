namespace ContactGroup.Client;

/// <summary>A stream of what one audience, organisation or review desk may see of a channel.</summary>
/// <param name="Scope"><c>audience</c>, <c>organisation</c> or <c>review</c>.</param>
/// <param name="Head">The highest sequence number; 0 when empty. Sequences are dense from 1.</param>
/// <param name="Cursor">A position at the head.</param>
/// <param name="Start">A position before the first entry.</param>
public sealed record StreamInfo(
    [property: System.Text.Json.Serialization.JsonPropertyName("stream")] string Id, string Channel, string Scope, long Head, string Cursor, string Start);

/// <summary>One change of what the caller may see.</summary>
/// <param name="Seq">Dense within the stream, from 1.</param>
/// <param name="PrevSeq">The number before; another number there than the last one received means that something was lost.</param>
/// <param name="Op"><c>put</c>, <c>replace</c> or <c>recall</c>.</param>
/// <param name="Item">Id of the item; after a recall, all that is left of it.</param>
/// <param name="View">What may be seen; absent after a recall.</param>
public sealed record Entry(string Stream, long Seq, long PrevSeq, string Op, string Item, DateTimeOffset At, Item? View);

/// <summary>A page of a stream.</summary>
/// <param name="Cursor">Position after the last entry of the page.</param>
/// <param name="More">There is another page.</param>
public sealed record EntryPage(IReadOnlyList<Entry> Entries, string Cursor, bool More);
