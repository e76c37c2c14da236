using System.Text.Json;

namespace ContactGroup.Separation.Observing;

/// <summary>
/// What came live, entry by entry, in the order of streams and within each stream in its own. Between streams there is no order to rely on: which of two
/// commits is relayed first, and whether both go in one message, is a matter of real time, and so no difference between worlds.
/// </summary>
internal static class LiveText
{
    /// <summary>The messages with runs of entries put in order.</summary>
    /// <param name="messages">As they came.</param>
    /// <param name="streams">The streams that are followed, in the order in which they are listed.</param>
    public static IEnumerable<string> InOrderOf(IReadOnlyList<string> messages, IReadOnlyList<string> streams)
    {
        var run = new List<(string Stream, string Text)>();
        foreach (var message in messages)
        {
            if (TryRead(message) is { } entries)
            {
                run.AddRange(entries);
                continue;
            }

            foreach (var text in InOrder(run, streams))
            {
                yield return text;
            }

            run.Clear();
            yield return message;
        }

        foreach (var text in InOrder(run, streams))
        {
            yield return text;
        }
    }

    private static IEnumerable<string> InOrder(List<(string Stream, string Text)> run, IReadOnlyList<string> streams) =>
        run.OrderBy(entry => PlaceOf(entry.Stream, streams)).Select(entry => entry.Text);

    private static int PlaceOf(string stream, IReadOnlyList<string> streams)
    {
        for (var place = 0; place < streams.Count; place++)
        {
            if (string.Equals(streams[place], stream, StringComparison.Ordinal))
            {
                return place;
            }
        }

        return streams.Count;
    }

    // Only what looks exactly as entries do: anything more in a message stays there, to be compared.
    private static List<(string Stream, string Text)>? TryRead(string message)
    {
        const string Begin = """{"type":1,"target":"entries","arguments":[[""";
        if (!message.StartsWith(Begin, StringComparison.Ordinal) || !message.EndsWith("]]}", StringComparison.Ordinal))
        {
            return null;
        }

        using var read = JsonDocument.Parse(message);
        var arguments = read.RootElement.GetProperty("arguments");
        return arguments.GetArrayLength() == 1 && arguments[0].GetArrayLength() > 0 // A message without entries is seen as well.
            ? [.. arguments[0].EnumerateArray().Select(entry => (entry.GetProperty("stream").GetString() ?? string.Empty, entry.GetRawText()))]
            : null;
    }
}
