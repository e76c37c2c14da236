using System.Text.Json.Nodes;
using ContactGroup.Separation.Worlds;

namespace ContactGroup.Separation.Acts;

/// <summary>A coordinator, or somebody of the organisation that wrote it, takes an item back from a side or a force.</summary>
internal sealed record Recall(string By, string Item, string Target, string Reason = "It went too far.") : Act(By)
{
    public override string? On => Item;

    public override string Tell(Plan plan) => $"takes {Item} back from {Target}";

    public override Task DoAsync(World world, string key) => world.OnItemAsync(Item, By, (item, _) => CommandAsync(
        world, By, $"/api/release/items/{item}/recall", new JsonObject { ["target"] = Target, ["reason"] = Reason }, key));
}

/// <summary>An author gives an item another label; what it says is said again.</summary>
/// <param name="By">The author.</param>
/// <param name="Item">Slot of the item.</param>
/// <param name="Text">Text of a message; empty for a report, which keeps what it says.</param>
/// <param name="ReleaseTo">Release set as words separated by a space; empty to leave it.</param>
/// <param name="Sensitivity">Label; empty to leave it.</param>
internal sealed record Relabel(string By, string Item, string Text, string ReleaseTo, string Sensitivity) : Act(By)
{
    public override string? On => Item;

    public override string Tell(Plan plan) => $"labels {Item} anew: for {ReleaseTo}, {Sensitivity}";

    public override Task DoAsync(World world, string key)
    {
        var body = new JsonObject();
        if (ReleaseTo.Length > 0)
        {
            body["releaseTo"] = List(ReleaseTo.Split(' '));
        }

        if (Sensitivity.Length > 0)
        {
            body["sensitivity"] = Sensitivity;
        }

        if (Text.Length > 0)
        {
            body["text"] = Text;
        }

        return world.OnItemAsync(Item, By, (item, author) => CommandAsync(
            world, author, Text.Length > 0 ? $"/api/channels/items/{item}/edit" : $"/api/incidents/items/{item}/update", body, key));
    }
}
