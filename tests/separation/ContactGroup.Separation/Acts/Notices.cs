using System.Text.Json.Nodes;
using ContactGroup.Separation.Worlds;

namespace ContactGroup.Separation.Acts;

/// <summary>Somebody raises a notice of an access constraint.</summary>
/// <param name="By">Who raises it.</param>
/// <param name="Room">Where.</param>
/// <param name="Fields">The fields, as JSON.</param>
/// <param name="ReleaseTo">Release set as words separated by a space; empty for the default.</param>
/// <param name="Sensitivity">Label; empty for the default.</param>
/// <param name="Linked">Slot of a report or a notification that it names; null for none.</param>
internal sealed record Raise(string By, string Room, string Fields, string ReleaseTo = "", string Sensitivity = "", string? Linked = null) : Act(By)
{
    public override string Tell(Plan plan) =>
        $"raises {Fields} in {plan.Where(Room).Name}" + (ReleaseTo.Length > 0 ? $" for {ReleaseTo}" : string.Empty) + (Linked is null ? string.Empty : $", about {Linked}");

    public override async Task DoAsync(World world, string key)
    {
        if (world.ChannelOf(Room) is not { } channel)
        {
            return;
        }

        var body = JsonNode.Parse(world.InTime(Fields))!.AsObject();
        if (ReleaseTo.Length > 0)
        {
            body["releaseTo"] = List(ReleaseTo.Split(' '));
        }

        if (Sensitivity.Length > 0)
        {
            body["sensitivity"] = Sensitivity;
        }

        if (Linked is not null && await world.HoldsAsync(By, Linked))
        {
            body[world.Plan.Slots.Any(slot => slot.Key == Linked && (slot.First ?? slot.Second) is Report) ? "linkedIncident" : "linkedNotification"] = world.ItemOf(Linked);
        }

        world.NoteAnswer(key, By, await CommandAsync(world, By, $"/api/access/channels/{channel}/notices", body, key));
    }
}

/// <summary>Something that is said about a notice, by its author, or by somebody else.</summary>
/// <param name="By">Who says it.</param>
/// <param name="Notice">Slot of the notice.</param>
/// <param name="Foreign">Whether whoever says it does so as themselves; otherwise the author of that world does.</param>
internal abstract record OfNotice(string By, string Notice, bool Foreign) : Act(By)
{
    public override string? On => Notice;

    protected Task SayAsync(World world, string key, string verb, JsonObject body) => world.OnItemAsync(
        Notice, By, (item, author) => CommandAsync(world, Foreign ? By : author, $"/api/access/items/{item}/{verb}", body, key));
}

/// <summary>A notice is updated, or coordination says who follows it up.</summary>
/// <param name="Fields">What is different, as JSON.</param>
internal sealed record UpdateNotice(string By, string Notice, string Fields, bool Foreign = false) : OfNotice(By, Notice, Foreign)
{
    public override string Tell(Plan plan) => $"updates {Notice} with {Fields}";

    public override Task DoAsync(World world, string key) => SayAsync(world, key, "update", JsonNode.Parse(Fields)!.AsObject());
}

/// <summary>It is said how a constraint goes on.</summary>
internal sealed record SayConstraint(string By, string Notice, string State, string Note, bool Foreign = false) : OfNotice(By, Notice, Foreign)
{
    public bool IsOver => State is "RESOLVED" or "CLOSED_UNRESOLVED";

    public override string Tell(Plan plan) => $"says that {Notice} is {State}: {Note}";

    public override Task DoAsync(World world, string key) => SayAsync(world, key, "state", new JsonObject { ["state"] = State, ["note"] = Note });
}

/// <summary>A notice is taken back.</summary>
internal sealed record WithdrawNotice(string By, string Notice, string Reason, bool Foreign = false) : OfNotice(By, Notice, Foreign)
{
    public override string Tell(Plan plan) => $"takes {Notice} back: {Reason}";

    public override Task DoAsync(World world, string key) => SayAsync(world, key, "withdraw", new JsonObject { ["reason"] = Reason });
}
