using System.Globalization;
using System.Text.Json.Nodes;
using ContactGroup.Separation.Hosts;
using ContactGroup.Separation.Worlds;

namespace ContactGroup.Separation.Observing;

/// <summary>Everything an observer can ask by their own knowledge: what they are, where they are, what they hold, what they could post.</summary>
internal static class Sweep
{
    private const int MostItems = 10;
    private const int MostFiles = 3;

    /// <summary>Asks everything.</summary>
    /// <param name="eye">The observer.</param>
    /// <param name="key">Name of this sweep in the run.</param>
    /// <param name="full">Whether this is the last and longest one.</param>
    public static async Task RunAsync(Eye eye, string key, bool full)
    {
        var first = await eye.AskAsync([
            Question.Get("me", "/api/identity/me"),
            Question.Get("groups", "/api/channels/groups"),
            Question.Get("streams", "/api/release/streams"),
            Question.Get("items", "/api/release/items"),
            Question.Get("reviews", "/api/release/reviews"),
            Question.Get("quarantine", "/api/release/quarantine"),
            Question.Get("concerns", "/api/movements/concerns"),
            Question.Get("overlaps", "/api/movements/overlaps"),
            Question.Get("overview", "/api/access/overview?country=TUR&from=2040-01&to=2041-06"),
        ]);
        var groups = Read(first[1], "groups");
        var streams = World.ReadStreams(first[2]);
        var items = Read(first[3], "items");
        await eye.AskAsync([.. Rooms(groups, full), .. Streams(eye, streams), .. Lists(eye.World.Plan, groups, full)]);
        var answers = await eye.AskAsync([.. items.Take(MostItems).SelectMany(Item)]);
        var files = answers.SelectMany(World.FilesIn).Distinct(StringComparer.Ordinal).ToList();
        await eye.AskAsync([.. files.Take(MostFiles).SelectMany(name => FileProbes.Blob("a file", name))]);
        await PagesAsync(eye);
        if (full)
        {
            await eye.AskAsync([.. DraftProbes.Of(groups, items, key)]);
            await Probes.RunAsync(eye, key, groups, streams, items);
            await FileProbes.RunAsync(eye, key, items, files);
        }

        foreach (var stream in streams)
        {
            eye.OldCursors[stream.Id] = stream.Cursor;
        }
    }

    private static IReadOnlyList<JsonNode> Read(RawAnswer answer, string name) =>
        answer.Status == 200 ? [.. JsonNode.Parse(answer.Text)![name]!.AsArray().Select(one => one!)] : [];

    // On the way one draft for a room, another for the next; every draft for every room at the end.
    private static IEnumerable<Question> Rooms(IReadOnlyList<JsonNode> groups, bool full)
    {
        var turn = 0;
        foreach (var group in groups)
        {
            var id = group["id"]!.GetValue<string>();
            yield return Question.Get("members", $"/api/channels/groups/{id}/members");
            yield return Question.Get("reviews of the group", $"/api/release/reviews?group={id}");
            foreach (var channel in group["channels"]!.AsArray())
            {
                var room = channel!["id"]!.GetValue<string>();
                foreach (var draft in Drafts(room).Where((_, place) => full || place == turn % 4))
                {
                    yield return new Question("preview", "POST", "/api/release/preview", draft.ToJsonString());
                }

                if (channel["kind"]?.GetValue<string>() == "notification")
                {
                    foreach (var draft in MovementProbes.Drafts(room))
                    {
                        yield return new Question($"preview of a {draft["kind"]}", "POST", "/api/release/preview", draft.ToJsonString());
                    }
                }

                yield return new Question("preview of a notice", "POST", "/api/release/preview", NoticeProbes.Draft(room, turn % 2 == 0 ? "all" : "own-side").ToJsonString());
                turn++;
            }
        }
    }

    private static IEnumerable<JsonObject> Drafts(string channel)
    {
        foreach (var release in new[] { null, "all", "own-side" })
        {
            var draft = new JsonObject { ["channel"] = channel, ["kind"] = "message", ["content"] = new JsonObject { ["text"] = "A draft." } };
            if (release is not null)
            {
                draft["releaseTo"] = new JsonArray(release);
            }

            yield return draft;
        }

        yield return new JsonObject
        {
            ["channel"] = channel,
            ["kind"] = "incident",
            ["content"] = new JsonObject { ["category"] = "OTHER", ["occurredAt"] = "2040-02-20", ["summary"] = "A draft." },
            ["releaseTo"] = new JsonArray("all"),
            ["sensitivity"] = "low",
        };
    }

    private static IEnumerable<Question> Streams(Eye eye, IReadOnlyList<StreamLine> streams)
    {
        foreach (var stream in streams)
        {
            yield return Question.Get("entries", $"/api/release/streams/{stream.Id}/entries?after={stream.Start}");
            yield return Question.Get("first entry", $"/api/release/streams/{stream.Id}/entries?after={stream.Start}&limit=1");
            if (eye.OldCursors.TryGetValue(stream.Id, out var old))
            {
                yield return Question.Get("entries since", $"/api/release/streams/{stream.Id}/entries?after={old}&limit=3");
            }
        }
    }

    private static IEnumerable<Question> Lists(Plan plan, IReadOnlyList<JsonNode> groups, bool full)
    {
        foreach (var channel in groups.SelectMany(group => group["channels"]!.AsArray()).Select(channel => channel!["id"]!.GetValue<string>()))
        {
            yield return Question.Get("items of a channel", $"/api/release/items?channel={channel}");
        }

        foreach (var filter in new[] { "kind=message", "kind=incident", "kind=movement", "kind=movement&urgent=true", "urgent=false", "kind=site", "kind=advisory", "kind=access-constraint", "status=current", "status=closed", "status=expired", "status=withdrawn" })
        {
            yield return Question.Get("items of " + filter, "/api/release/items?" + filter);
        }

        if (full)
        {
            yield return Question.Get("items in a box", "/api/release/items?bbox=36.0,36.0,36.55,36.55");
            yield return Question.Get("items in a small box", "/api/release/items?bbox=36.51,36.51,36.53,36.53");
            yield return Question.Get("items from a day", "/api/release/items?from=2040-02-27&to=2040-02-29");
            yield return Question.Get("items from an hour", "/api/release/items?from=2040-02-28T06:00:00Z&to=2040-02-28T12:00:00Z");
            foreach (var file in new[] { "geojson", "html", "kml", "cap", "ics", "cot", "hxl?kind=message", "hxl?kind=incident", "hxl?kind=movement", "hxl?kind=site", "hxl?kind=advisory", "hxl?kind=access-constraint", "requests" })
            {
                yield return Question.Get("export " + file, "/api/release/exports/" + file);
            }

            foreach (var word in plan.Words)
            {
                yield return Question.Get("search " + word, "/api/release/items?q=" + word);
            }
        }
    }

    private static IEnumerable<Question> Item(JsonNode item)
    {
        var id = item["item"]!.GetValue<string>();
        yield return Question.Get("item", "/api/release/items/" + id);
        yield return Question.Get("explanation", $"/api/release/items/{id}/explanation");
        yield return Question.Get("history", $"/api/release/items/{id}/history");
        yield return Question.Get("exposure", $"/api/release/items/{id}/exposure");
        yield return Question.Get("record", $"/api/release/items/{id}/record");
        yield return Question.Get("affected", $"/api/release/items/{id}/affected");
    }

    private static async Task PagesAsync(Eye eye)
    {
        string? next = null;
        for (var page = 0; page < 3 && (page == 0 || next is not null); page++)
        {
            var answer = (await eye.AskAsync([Question.Get("a page of items", "/api/release/items?limit=2" + (next is null ? "" : "&after=" + next))]))[0];
            next = answer.Status == 200 ? JsonNode.Parse(answer.Text)!["next"]?.GetValue<string>() : null;
        }
    }

    /// <summary>How questions with a running name are told apart.</summary>
    internal static string Numbered(string key, int number) => string.Create(CultureInfo.InvariantCulture, $"{key}-{number}");
}
