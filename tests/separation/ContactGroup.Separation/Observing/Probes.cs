using System.Text.Json.Nodes;
using ContactGroup.Contracts.Channels;
using ContactGroup.Release.Data;
using ContactGroup.Separation.Hosts;
using ContactGroup.Separation.Worlds;

namespace ContactGroup.Separation.Observing;

/// <summary>
/// Questions about what the observer should not know: ids that exist in one world and never existed in the other, rooms of others, streams and cursors of
/// others, a room in which nobody writes, wrong methods and half requests.
/// </summary>
internal static class Probes
{
    private const int MostItems = 5;

    public static async Task RunAsync(
        Eye eye, string key, IReadOnlyList<JsonNode> groups, IReadOnlyList<StreamLine> streams, IReadOnlyList<JsonNode> items)
    {
        var world = eye.World;
        var held = items.Select(item => item["item"]!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        var plenary = world.ChannelOf("plenary") ?? SeededIds.Of("absent room");
        var unknown = world.Plan.Slots.Select(slot => (slot.Key, Id: world.ItemOf(slot.Key))).Where(one => !held.Contains(one.Id)).ToList();
        var questions = unknown.Select(one => Question.Get("item of " + one.Key, "/api/release/items/" + one.Id)).ToList();
        var number = 0;
        foreach (var one in unknown.Where(one => IsItem(world.Plan, one.Key)).Take(MostItems).Append(("nothing", SeededIds.Of("absent"))))
        {
            questions.AddRange(Item(one.Item1, one.Item2, plenary, () => Sweep.Numbered(key, ++number)));
        }

        foreach (var room in world.Plan.Rooms)
        {
            if (room.Kind is ChannelKind.Notification || !groups.SelectMany(group => group["channels"]!.AsArray()).Any(channel => channel!["name"]!.GetValue<string>() == room.Name))
            {
                questions.AddRange(Room(room.Key, world.ChannelOf(room.Key) ?? SeededIds.Of("absent room"), () => Sweep.Numbered(key, ++number)));
            }
        }

        questions.AddRange(MovementProbes.Of(world, unknown, () => Sweep.Numbered(key, ++number)));
        questions.AddRange(NoticeProbes.Of(world, unknown, () => Sweep.Numbered(key, ++number)));
        questions.AddRange(await DecidedAsync(world, unknown, () => Sweep.Numbered(key, ++number)));
        questions.AddRange(Keys(world.Plan));
        questions.AddRange(world.Plan.Observer.IsCoordinator ? SameNames(world, () => Sweep.Numbered(key, ++number)) : []);
        questions.AddRange(await ForeignAsync(world, streams));
        questions.AddRange(Odd(held.FirstOrDefault() ?? SeededIds.Of("absent"), streams));
        await eye.AskAsync(questions);
        await RevalidateAsync(eye, held);
    }

    private static bool IsItem(Plan plan, string slot)
    {
        var found = plan.Slots.First(one => one.Key == slot);
        return (found.First ?? found.Second) is { Writes: true };
    }

    private static IEnumerable<Question> Item(string slot, string id, string plenary, Func<string> key)
    {
        yield return Question.Get("explanation of " + slot, $"/api/release/items/{id}/explanation");
        yield return Question.Get("history of " + slot, $"/api/release/items/{id}/history");
        yield return new Question("head of " + slot, "HEAD", "/api/release/items/" + id);
        yield return Question.Post("acknowledge " + slot, $"/api/channels/items/{id}/acknowledge", [], key());
        yield return Question.Post("edit " + slot, $"/api/channels/items/{id}/edit", new JsonObject { ["text"] = "Mine." }, key());
        yield return Question.Post("withdraw " + slot, $"/api/channels/items/{id}/withdraw", new JsonObject { ["reason"] = "Mine." }, key());
        yield return Question.Post("verify " + slot, $"/api/incidents/items/{id}/verify", new JsonObject { ["verification"] = "VERIFIED" }, key());
        yield return Question.Post("close " + slot, $"/api/incidents/items/{id}/close", [], key());
        yield return Question.Post(
            "reply to " + slot, $"/api/channels/channels/{plenary}/messages", new JsonObject { ["text"] = "A reply.", ["replyTo"] = id }, key());
        yield return Question.Get("exposure of " + slot, $"/api/release/items/{id}/exposure");
        yield return Question.Get("record of " + slot, $"/api/release/items/{id}/record");
        yield return Question.Get("record kept for " + slot, $"/api/release/items/{id}/record?incident={id}");
        yield return Question.Get("affected by " + slot, $"/api/release/items/{id}/affected");
        yield return Question.Get("export of " + slot, $"/api/release/items/{id}/export/geojson");
        yield return Question.Get("alert of " + slot, $"/api/release/items/{id}/export/cap");
        yield return Question.Get("calendar of " + slot, $"/api/release/items/{id}/export/ics");
        yield return Question.Post(
            "recall " + slot, $"/api/release/items/{id}/recall", new JsonObject { ["target"] = "side:political", ["reason"] = "Mine." }, key());
        yield return Question.Post(
            "widen " + slot, $"/api/release/items/{id}/widening", new JsonObject { ["target"] = "side:political", ["reason"] = "Mine." }, key());
        yield return Question.Post("test " + slot, "/api/release/test-as", new JsonObject { ["audience"] = "ingo", ["item"] = id }, key());
    }

    private static IEnumerable<Question> Room(string room, string id, Func<string> key)
    {
        yield return Question.Get("items of " + room, "/api/release/items?channel=" + id);
        yield return Question.Get("export of " + room, "/api/release/exports/geojson?channel=" + id);
        yield return Question.Post("ask to export " + room, "/api/release/exports/requests", new JsonObject { ["format"] = "geojson", ["channel"] = id }, key());
        yield return Question.Post("post in " + room, $"/api/channels/channels/{id}/messages", new JsonObject { ["text"] = "Hello?" }, key());
        yield return Question.Post("bad post in " + room, $"/api/channels/channels/{id}/messages", new JsonObject { ["text"] = "" }, key());
        yield return Question.Post(
            "report in " + room, $"/api/incidents/channels/{id}/reports", new JsonObject { ["category"] = "OTHER", ["occurredAt"] = "2040-02-20" }, key());
        yield return new Question(
            "preview in " + room,
            "POST",
            "/api/release/preview",
            new JsonObject { ["channel"] = id, ["kind"] = "message", ["content"] = new JsonObject { ["text"] = "Hello?" } }.ToJsonString());
    }

    // What waits of hidden items, and what their owners were asked; in a world without them, ids of nothing.
    private static async Task<IReadOnlyList<Question>> DecidedAsync(World world, IReadOnlyList<(string Key, string Id)> unknown, Func<string> key)
    {
        var questions = new List<Question>();
        foreach (var (slot, item) in unknown.Where(one => IsItem(world.Plan, one.Key)).Take(MostItems))
        {
            var review = (await world.InReleaseAsync(connection => ReviewRows.LatestAsync(connection, item))).Values.FirstOrDefault()?.Review ?? SeededIds.Of("absent review");
            var asked = await world.InReleaseAsync(connection => WideningRows.OfItemAsync(connection, item)) is [var row, ..] ? row.Widening : SeededIds.Of("absent widening");
            questions.Add(Question.Post("release what waits of " + slot, $"/api/release/reviews/{review}/release", new JsonObject { ["shown"] = SeededIds.Of("what nobody was shown") }, key()));
            questions.Add(Question.Post(
                "return what waits of " + slot, $"/api/release/reviews/{review}/return", new JsonObject { ["reason"] = "Mine." }, key()));
            questions.Add(Question.Post("consent for " + slot, $"/api/release/items/{item}/widenings/{asked}/consent", [], key()));
            questions.Add(Question.Post("decline for " + slot, $"/api/release/items/{item}/widenings/{asked}/decline", [], key()));
        }

        return questions;
    }

    // Keys of others' commands are one's own to use.
    private static IEnumerable<Question> Keys(Plan plan) => plan.Slots.Where(slot => !slot.IsSame).Take(6).Select(slot => Question.Post(
        "the key of " + slot.Key, $"/api/channels/items/{SeededIds.Of("absent")}/acknowledge", [], World.KeyOf(plan, slot.Key) + "-key"));

    // A coordinator may open a room of any name, also of one that there is and that they do not see.
    private static IEnumerable<Question> SameNames(World world, Func<string> key) => world.Plan.Rooms.Where(room => room.Where != In.Both).Select(room => Question.Post(
        "open " + room.Name,
        $"/api/channels/groups/{world.Group}/channels",
        new JsonObject { ["name"] = room.Name, ["kind"] = "caucus", ["admits"] = new JsonArray("humanitarian") },
        key()));

    private static async Task<IReadOnlyList<Question>> ForeignAsync(World world, IReadOnlyList<StreamLine> own)
    {
        var questions = new List<Question>();
        var others = world.Plan.People.Where(person => person.Audience != world.Plan.Observer.Audience && person.Where == In.Both).Take(2);
        foreach (var other in others)
        {
            var streams = await world.StreamsOfAsync(other.Key);
            if (streams.Count > 0)
            {
                questions.Add(Question.Get("a stream of another", $"/api/release/streams/{streams[0].Id}/entries?after={streams[0].Start}"));
                questions.AddRange(own.Take(1).Select(stream =>
                    Question.Get("own stream by another's cursor", $"/api/release/streams/{stream.Id}/entries?after={streams[0].Cursor}")));
            }
        }

        return questions;
    }

    private static IEnumerable<Question> Odd(string item, IReadOnlyList<StreamLine> streams)
    {
        yield return new Question("options", "OPTIONS", "/api/release/items/" + item);
        yield return new Question("head", "HEAD", "/api/release/items/" + item);
        yield return new Question("head of the list", "HEAD", "/api/release/items");
        yield return new Question("delete", "DELETE", "/api/release/items/" + item);
        yield return Question.Get("no such address", "/api/release/nothing");
        yield return Question.Get("a bad limit", "/api/release/items?limit=0");
        yield return Question.Get("a bad kind", "/api/release/items?kind=rumour");
        yield return Question.Get("a bad page", "/api/release/items?after=garbage");
        yield return Question.Get("organisations", "/api/identity/organisations");
        yield return Question.Get("people", "/api/identity/people");
        foreach (var stream in streams.Take(1))
        {
            yield return Question.Get("a bad cursor", $"/api/release/streams/{stream.Id}/entries?after=garbage");
        }
    }

    private static async Task RevalidateAsync(Eye eye, IEnumerable<string> held)
    {
        foreach (var id in held.Take(2))
        {
            var answer = (await eye.AskAsync([Question.Get("item again", "/api/release/items/" + id)]))[0];
            var tag = answer.Head.Split("\r\n").FirstOrDefault(line => line.StartsWith("ETag: ", StringComparison.Ordinal))?["ETag: ".Length..];
            await eye.AskAsync([Question.Get("item if changed", "/api/release/items/" + id, $"If-None-Match: {tag}\r\n")]);
        }
    }
}
