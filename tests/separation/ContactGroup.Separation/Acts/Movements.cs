using System.Text.Json.Nodes;
using ContactGroup.Separation.Worlds;
using Dapper;

namespace ContactGroup.Separation.Acts;

/// <summary>A humanitarian organisation notifies a movement.</summary>
/// <param name="By">Who notifies.</param>
/// <param name="Room">Where: the notification room, or the desk of a force.</param>
/// <param name="Fields">The fields without the recipients, as JSON.</param>
/// <param name="Recipients">Audiences that are named, separated by a space; empty for none.</param>
internal sealed record Notify(string By, string Room, string Fields, string Recipients) : Act(By)
{
    public override string Tell(Plan plan) => $"notifies {Fields} in {plan.Where(Room).Name} to {(Recipients.Length > 0 ? Recipients : "nobody")}";

    /// <summary>Whether an audience is named.</summary>
    public bool Names(string audience) => Recipients.Split(' ').Contains(audience, StringComparer.Ordinal);

    public override async Task DoAsync(World world, string key)
    {
        if (world.ChannelOf(Room) is not { } channel)
        {
            return;
        }

        var body = JsonNode.Parse(Fields)!.AsObject();
        body["recipients"] = Named(Recipients);
        world.NoteAnswer(key, By, await CommandAsync(world, By, $"/api/movements/channels/{channel}/movements", body, key));
    }

    /// <summary>Recipients as a request has them.</summary>
    public static JsonArray Named(string recipients) =>
        [.. recipients.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(audience => new JsonObject { ["audience"] = audience, ["consent"] = true })];
}

/// <summary>Something that is said about a movement, by its author, or by somebody who has no business to.</summary>
/// <param name="By">Who says it.</param>
/// <param name="Movement">Slot of the movement.</param>
/// <param name="Foreign">Whether whoever says it does so as themselves; otherwise the author of that world does.</param>
internal abstract record OfMovement(string By, string Movement, bool Foreign) : Act(By)
{
    public override string? On => Movement;

    protected Task SayAsync(World world, string key, string verb, JsonObject body) => world.OnItemAsync(
        Movement, By, (item, author) => CommandAsync(world, Foreign ? By : author, $"/api/movements/items/{item}/{verb}", body, key));
}

/// <summary>A movement is amended.</summary>
/// <param name="Fields">What is different, as JSON, with <c>clear</c> for fields that are emptied.</param>
/// <param name="Recipients">Who is left of those that were named, separated by a space; null to leave them.</param>
internal sealed record AmendMovement(string By, string Movement, string Fields, string? Recipients = null, bool Foreign = false) : OfMovement(By, Movement, Foreign)
{
    public override string Tell(Plan plan) => $"amends {Movement} with {Fields}" + (Recipients is null ? string.Empty : $", for {(Recipients.Length > 0 ? Recipients : "nobody")}");

    public override Task DoAsync(World world, string key)
    {
        var body = JsonNode.Parse(Fields)!.AsObject();
        if (Recipients is not null)
        {
            body["recipients"] = Notify.Named(Recipients);
        }

        return SayAsync(world, key, "amend", body);
    }
}

/// <summary>It is said how a movement goes on.</summary>
internal sealed record SayState(string By, string Movement, string State, string Reason, bool Foreign = false) : OfMovement(By, Movement, Foreign)
{
    public override string Tell(Plan plan) => $"says that {Movement} is {State}: {Reason}";

    public override Task DoAsync(World world, string key) => SayAsync(world, key, "state", new JsonObject { ["state"] = State, ["reason"] = Reason });
}

/// <summary>A movement is taken back.</summary>
internal sealed record WithdrawMovement(string By, string Movement, string Reason, bool Foreign = false) : OfMovement(By, Movement, Foreign)
{
    public override string Tell(Plan plan) => $"takes {Movement} back: {Reason}";

    public override Task DoAsync(World world, string key) => SayAsync(world, key, "withdraw", new JsonObject { ["reason"] = Reason });
}

/// <summary>Somebody acknowledges a movement.</summary>
/// <param name="Cell">The cell that received it.</param>
/// <param name="Query">What is unclear; null for nothing.</param>
/// <param name="Older">Whether the version before the present one is acknowledged.</param>
internal sealed record Confirm(string By, string Movement, string Cell, string? Query = null, bool Older = false) : OfMovement(By, Movement, Foreign: true)
{
    public override string Tell(Plan plan) => $"acknowledges {(Older ? "an older version of " : string.Empty)}{Movement} for {Cell}" + (Query is null ? string.Empty : $" and asks \"{Query}\"");

    public override async Task DoAsync(World world, string key)
    {
        // The version is read past everybody: that somebody reads a movement is itself something that its owner sees.
        var item = world.ItemOf(Movement);
        var stored = await world.InReleaseAsync(connection => connection.QuerySingleOrDefaultAsync<byte[]>("SELECT payload FROM items WHERE item = @item", new { item }));
        var version = stored is null ? 1 : (int?)JsonNode.Parse(stored)!["content"]!["version"] ?? 1;
        await SayAsync(world, key, "acknowledge", new JsonObject { ["version"] = Older ? version - 1 : version, ["cell"] = Cell, ["query"] = Query });
    }
}
