using System.Text.Json.Nodes;
using ContactGroup.Separation.Worlds;

namespace ContactGroup.Separation.Acts;

/// <summary>Somebody reports an incident.</summary>
/// <param name="By">Who reports.</param>
/// <param name="Room">Where.</param>
/// <param name="Fields">The fields, as JSON.</param>
/// <param name="ReleaseTo">Release set as words separated by a space; empty for the default.</param>
/// <param name="Sensitivity">Label; empty for the default.</param>
/// <param name="Affects">Slot of the movement or site that it struck; null for none.</param>
internal sealed record Report(string By, string Room, string Fields, string ReleaseTo = "", string Sensitivity = "", string? Affects = null) : Act(By)
{
    public override string Tell(Plan plan) =>
        $"reports {Fields} in {plan.Where(Room).Name}" + (ReleaseTo.Length > 0 ? $" for {ReleaseTo}" : string.Empty) + (Affects is null ? string.Empty : $", on {Affects}");

    public override async Task DoAsync(World world, string key)
    {
        if (world.ChannelOf(Room) is not { } channel)
        {
            return;
        }

        var body = JsonNode.Parse(Fields)!.AsObject();
        if (ReleaseTo.Length > 0)
        {
            body["releaseTo"] = List(ReleaseTo.Split(' '));
        }

        if (Sensitivity.Length > 0)
        {
            body["sensitivity"] = Sensitivity;
        }

        if (Affects is not null && await world.HoldsAsync(By, Affects))
        {
            body["linkedNotification"] = world.ItemOf(Affects);
        }

        world.NoteAnswer(key, By, await CommandAsync(world, By, $"/api/incidents/channels/{channel}/reports", body, key));
    }
}

/// <summary>The owner's organisation does something to its report: <c>update</c>, <c>correct</c>, <c>withdraw</c> or <c>close</c>.</summary>
internal sealed record Amend(string By, string Incident, string Verb, string Fields) : Act(By)
{
    public override string? On => Incident;

    public override string Tell(Plan plan) => $"{Verb}s {Incident} with {Fields}";

    public override Task DoAsync(World world, string key) => world.OnItemAsync(Incident, By, (item, author) => CommandAsync(world, author, $"/api/incidents/items/{item}/{Verb}", JsonNode.Parse(Fields)!.AsObject(), key));
}

/// <summary>Another organisation verifies a report.</summary>
internal sealed record Verify(string By, string Incident, string Verification) : Act(By)
{
    public override string? On => Incident;

    public override string Tell(Plan plan) => $"verifies {Incident} as {Verification}";

    public override Task DoAsync(World world, string key) => world.OnItemAsync(Incident, By, (item, _) => CommandAsync(
        world, By, $"/api/incidents/items/{item}/verify", new JsonObject { ["verification"] = Verification }, key));
}
