using System.Text.Json.Nodes;
using ContactGroup.Separation.Hosts;
using ContactGroup.Separation.Worlds;

namespace ContactGroup.Separation.Acts;

/// <summary>A force keeps an area and a time that it wants to hear of.</summary>
/// <param name="By">Of the force.</param>
/// <param name="Fields">The area and the time, as JSON; see <see cref="World.InTime"/>.</param>
internal sealed record KeepConcern(string By, string Fields) : Act(By)
{
    public override string Tell(Plan plan) => $"keeps the concern {Fields}";

    public override async Task DoAsync(World world, string key)
    {
        var answer = await CommandAsync(world, By, "/api/movements/concerns", JsonNode.Parse(world.InTime(Fields))!.AsObject(), key);
        if (answer.Status == 201)
        {
            world.Concerns[World.SlotOf(key)] = JsonNode.Parse(answer.Text)!["id"]!.GetValue<string>();
        }
    }
}

/// <summary>A force forgets one of its concerns, or somebody tries to who has no business to.</summary>
/// <param name="Concern">Slot of the concern.</param>
internal sealed record ForgetConcern(string By, string Concern) : Act(By)
{
    public override string Tell(Plan plan) => $"forgets the concern of {Concern}";

    public override async Task DoAsync(World world, string key)
    {
        var answer = await world.Http.SendAsync(new RawRequest("DELETE", "/api/movements/concerns/" + world.ConcernOf(Concern), world.TokenOf(By)));
        world.Note(By, answer);
        world.WasRefused |= answer.Status >= 400;
    }
}

/// <summary>Somebody asks which notifications come into the concerns of their force.</summary>
internal sealed record AskOverlaps(string By) : Act(By)
{
    public override string Tell(Plan plan) => "asks what comes into their concerns";

    public override async Task DoAsync(World world, string key) =>
        world.Note(By, await world.Http.SendAsync(new RawRequest("GET", "/api/movements/overlaps", world.TokenOf(By))));
}
