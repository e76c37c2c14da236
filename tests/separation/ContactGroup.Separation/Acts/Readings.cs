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

/// <summary>Somebody connects, follows everything from the start, and leaves.</summary>
internal sealed record Follow(string By) : Act(By)
{
    public override string Tell(Plan plan) => "connects, follows every stream and disconnects";

    public override async Task DoAsync(World world, string key)
    {
        await using var live = await LiveSocket.OpenAsync(world.Host.Port, world.TokenOf(By));
        await live.SubscribeAsync((await world.StreamsOfAsync(By)).Select(stream => (stream.Id, stream.Start, 0L)));
    }
}

/// <summary>The observer connects anew, from where they are.</summary>
internal sealed record Reconnect(string By) : Act(By)
{
    public override string Tell(Plan plan) => "connects anew";

    public override Task DoAsync(World world, string key) => Task.CompletedTask;
}
