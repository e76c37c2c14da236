using System.Text.Json.Nodes;
using ContactGroup.Release.Data;
using ContactGroup.Separation.Hosts;
using ContactGroup.Separation.Worlds;

namespace ContactGroup.Separation.Acts;

/// <summary>A coordinator asks the owner whether an item may go further.</summary>
internal sealed record Widen(string By, string Item, string Target) : Act(By)
{
    public override string? On => Item;

    public override string Tell(Plan plan) => $"asks whether {Item} may go to {Target}";

    public override Task DoAsync(World world, string key) => world.OnItemAsync(Item, By, (item, _) => CommandAsync(
        world, By, $"/api/release/items/{item}/widening", new JsonObject { ["target"] = Target, ["reason"] = "They ask for it." }, key));
}

/// <summary>Somebody of the organisation that wrote an item answers; <c>consent</c> or <c>decline</c>.</summary>
internal sealed record Answer(string By, string Item, string Target, string Verb) : Act(By)
{
    public override string? On => Item;

    public override string Tell(Plan plan) => $"answers whether {Item} may go to {Target}: {Verb}";

    public override Task DoAsync(World world, string key) => world.OnItemAsync(Item, By, async (item, author) =>
    {
        var asked = (await world.InReleaseAsync(connection => WideningRows.OfItemAsync(connection, item)))
            .FirstOrDefault(row => row.Target == Target)?.Widening;
        await CommandAsync(world, author, $"/api/release/items/{item}/widenings/{asked ?? SeededIds.Of("absent widening")}/{Verb}", [], key);
    });
}
