using System.Text.Json.Nodes;
using ContactGroup.Separation.Hosts;
using ContactGroup.Separation.Worlds;

namespace ContactGroup.Separation.Acts;

/// <summary>Somebody looks at who would get a message, to send it later: what they were shown then goes with it.</summary>
internal sealed record Prepare(string By, string Room, string ReleaseTo) : Act(By)
{
    public override string Tell(Plan plan) => $"looks at who would get a message for {ReleaseTo} in {plan.Where(Room).Name}";

    public override async Task DoAsync(World world, string key)
    {
        if (world.ChannelOf(Room) is not { } channel)
        {
            return;
        }

        var draft = new JsonObject
        {
            ["channel"] = channel,
            ["kind"] = "message",
            ["content"] = new JsonObject { ["text"] = "A draft." },
            ["releaseTo"] = List(ReleaseTo.Split(' ')),
            ["sensitivity"] = "low",
        };
        var answer = await world.Http.SendAsync(new RawRequest("POST", "/api/release/preview", world.TokenOf(By), draft.ToJsonString()));
        world.Note(By, answer);
        if (answer.Status == 200)
        {
            world.Shown[World.SlotOf(key)] = (By, JsonNode.Parse(answer.Text)!["fingerprint"]!.GetValue<string>());
        }
    }
}
