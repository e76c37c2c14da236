using System.Text.Json.Nodes;
using ContactGroup.Separation.Hosts;
using ContactGroup.Separation.Worlds;

namespace ContactGroup.Separation.Acts;

/// <summary>Somebody reads, searches and previews.</summary>
internal sealed record Look(string By, string Word) : Act(By)
{
    public override string Tell(Plan plan) => $"reads and searches for {Word}";

    public override async Task DoAsync(World world, string key)
    {
        var token = world.TokenOf(By);
        await world.Http.SendAsync([
            new RawRequest("GET", "/api/channels/groups", token),
            new RawRequest("GET", "/api/release/items?q=" + Word, token),
            new RawRequest("GET", "/api/release/streams", token),
        ]);
        if (world.ChannelOf("plenary") is { } plenary)
        {
            var draft = new JsonObject { ["channel"] = plenary, ["kind"] = "message", ["content"] = new JsonObject { ["text"] = Word } };
            await world.Http.SendAsync(new RawRequest("POST", "/api/release/preview", token, draft.ToJsonString()));
        }
    }
}

/// <summary>Somebody connects, follows everything from the start, and leaves when they have it: how much of it reaches who leaves earlier is a matter of real time.</summary>
internal sealed record Follow(string By) : Act(By)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public override string Tell(Plan plan) => "connects, follows every stream and disconnects";

    public override async Task DoAsync(World world, string key)
    {
        var readings = await world.Host.OpenReadingsAsync();
        await using (var live = await LiveSocket.OpenAsync(world.Host.Port, world.TokenOf(By)))
        {
            var streams = await world.StreamsOfAsync(By);
            await live.SubscribeAsync(streams.Select(stream => (stream.Id, stream.Start, 0L)));
            foreach (var stream in streams)
            {
                await live.SeenAsync(stream.Id, stream.Head, Patience);
            }
        }

        await world.Host.UntilOpenReadingsAsync(readings);
    }
}

/// <summary>The observer connects anew, from where they are.</summary>
internal sealed record Reconnect(string By) : Act(By)
{
    public override string Tell(Plan plan) => "connects anew";

    public override Task DoAsync(World world, string key) => Task.CompletedTask;
}

/// <summary>Somebody opens an item by itself, asks why it is as it is, who had it, and for the files in it.</summary>
internal sealed record Inspect(string By, string Item) : Act(By)
{
    public override string? On => Item;

    public override string Tell(Plan plan) => $"opens {Item}, its explanation, its history, who had it and its files";

    public override Task DoAsync(World world, string key) => world.OnItemAsync(Item, By, async (item, _) =>
    {
        var token = world.TokenOf(By);
        var answers = await world.Http.SendAsync([
            new RawRequest("GET", "/api/release/items/" + item, token),
            new RawRequest("HEAD", "/api/release/items/" + item, token),
            new RawRequest("GET", $"/api/release/items/{item}/explanation", token),
            new RawRequest("GET", $"/api/release/items/{item}/history", token),
            new RawRequest("GET", $"/api/release/items/{item}/exposure", token),
            new RawRequest("POST", "/api/release/test-as", token, new JsonObject { ["audience"] = "ingo", ["item"] = item }.ToJsonString()),
        ]);
        foreach (var answer in answers)
        {
            world.Note(By, answer);
        }

        foreach (var file in World.FilesIn(answers[0]))
        {
            world.Note(By, await world.Http.SendAsync(new RawRequest("GET", "/api/release/blobs/" + file, token, null, "Range: bytes=0-3\r\n")));
        }
    });
}

/// <summary>A coordinator looks at what waits and at what is quarantined.</summary>
internal sealed record Consult(string By) : Act(By)
{
    public override string Tell(Plan plan) => "looks at what waits and at what is quarantined";

    public override async Task DoAsync(World world, string key)
    {
        foreach (var path in new[] { "/api/release/reviews", "/api/release/quarantine" })
        {
            world.Note(By, await world.Http.SendAsync(new RawRequest("GET", path, world.TokenOf(By))));
        }
    }
}
