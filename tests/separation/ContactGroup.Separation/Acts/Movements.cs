using System.Text.Json.Nodes;
using ContactGroup.Separation.Worlds;
using Dapper;

namespace ContactGroup.Separation.Acts;

/// <summary>A humanitarian organisation notifies a movement or a site.</summary>
/// <param name="By">Who notifies.</param>
/// <param name="Room">Where: the notification room, or the desk of a force.</param>
/// <param name="Fields">The fields without the recipients, as JSON; see <see cref="World.InTime"/>.</param>
/// <param name="Recipients">Audiences that are named, separated by a space; empty for none.</param>
/// <param name="Kind"><c>movement</c> or <c>site</c>.</param>
internal sealed record Notify(string By, string Room, string Fields, string Recipients, string Kind = Notify.Movement) : Act(By)
{
    public const string Movement = "movement";
    public const string Site = "site";

    public override string Operation => IsSite ? "NotifySite" : base.Operation;

    public bool IsSite => Kind == Site;

    public override string Tell(Plan plan) => $"notifies the {Kind} {Fields} in {plan.Where(Room).Name} to {(Recipients.Length > 0 ? Recipients : "nobody")}";

    /// <summary>Whether an audience is named.</summary>
    public bool Names(string audience) => Recipients.Split(' ').Contains(audience, StringComparer.Ordinal);

    public override async Task DoAsync(World world, string key)
    {
        if (world.ChannelOf(Room) is not { } channel)
        {
            return;
        }

        var body = JsonNode.Parse(world.InTime(Fields))!.AsObject();
        body["recipients"] = Named(Recipients);
        world.NoteAnswer(key, By, await CommandAsync(world, By, $"/api/movements/channels/{channel}/{Kind}s", body, key));
    }

    /// <summary>Recipients as a request has them.</summary>
    public static JsonArray Named(string recipients) =>
        [.. recipients.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(audience => new JsonObject { ["audience"] = audience, ["consent"] = true })];
}

/// <summary>Something that is said about a notification, by its author, or by somebody who has no business to.</summary>
/// <param name="By">Who says it.</param>
/// <param name="Movement">Slot of the movement or site.</param>
/// <param name="Foreign">Whether whoever says it does so as themselves; otherwise the author of that world does.</param>
internal abstract record OfMovement(string By, string Movement, bool Foreign) : Act(By)
{
    public override string? On => Movement;

    protected Task SayAsync(World world, string key, string verb, JsonObject body) => world.OnItemAsync(
        Movement, By, (item, author) => CommandAsync(world, Foreign ? By : author, $"/api/movements/items/{item}/{verb}", body, key));
}

/// <summary>A movement or a site is amended.</summary>
/// <param name="Fields">What is different, as JSON, with <c>clear</c> for fields that are emptied.</param>
/// <param name="Recipients">Who is left of those that were named, separated by a space; null to leave them.</param>
internal sealed record AmendMovement(string By, string Movement, string Fields, string? Recipients = null, bool Foreign = false, bool IsSite = false)
    : OfMovement(By, Movement, Foreign)
{
    public override string Operation => IsSite ? "AmendSite" : base.Operation;

    public override string Tell(Plan plan) => $"amends {Movement} with {Fields}" + (Recipients is null ? string.Empty : $", for {(Recipients.Length > 0 ? Recipients : "nobody")}");

    public override Task DoAsync(World world, string key)
    {
        var body = JsonNode.Parse(world.InTime(Fields))!.AsObject();
        if (Recipients is not null)
        {
            body["recipients"] = Notify.Named(Recipients);
        }

        return SayAsync(world, key, IsSite ? "amend-site" : "amend", body);
    }
}

/// <summary>It is said how a movement goes on.</summary>
internal sealed record SayState(string By, string Movement, string State, string Reason, bool Foreign = false) : OfMovement(By, Movement, Foreign)
{
    public override string Tell(Plan plan) => $"says that {Movement} is {State}: {Reason}";

    public override Task DoAsync(World world, string key) => SayAsync(world, key, "state", new JsonObject { ["state"] = State, ["reason"] = Reason });
}

/// <summary>It is said that those who move are heard of.</summary>
/// <param name="Stop">At which stop; null between two.</param>
internal sealed record HearOf(string By, string Movement, int? Stop, string Note, bool Foreign = false) : OfMovement(By, Movement, Foreign)
{
    public override string Tell(Plan plan) => $"says that {Movement} is heard of{(Stop is { } stop ? $" at stop {stop}" : string.Empty)}: {Note}";

    public override Task DoAsync(World world, string key) => SayAsync(world, key, "check-ins", new JsonObject { ["stop"] = Stop, ["note"] = Note });
}

/// <summary>A site is confirmed to hold.</summary>
internal sealed record Revalidate(string By, string Movement, bool Foreign = false) : OfMovement(By, Movement, Foreign)
{
    public override string Tell(Plan plan) => $"confirms that {Movement} holds";

    public override Task DoAsync(World world, string key) => SayAsync(world, key, "revalidate", []);
}

/// <summary>A site is taken off the list.</summary>
/// <param name="Reason">A code.</param>
internal sealed record RemoveSite(string By, string Movement, string Reason, bool Foreign = false) : OfMovement(By, Movement, Foreign)
{
    public override string Tell(Plan plan) => $"takes {Movement} off the list: {Reason}";

    public override Task DoAsync(World world, string key) => SayAsync(world, key, "remove", new JsonObject { ["reason"] = Reason });
}

/// <summary>A movement or a site is taken back.</summary>
internal sealed record WithdrawMovement(string By, string Movement, string Reason, bool Foreign = false) : OfMovement(By, Movement, Foreign)
{
    public override string Tell(Plan plan) => $"takes {Movement} back: {Reason}";

    public override Task DoAsync(World world, string key) => SayAsync(world, key, "withdraw", new JsonObject { ["reason"] = Reason });
}

/// <summary>Somebody acknowledges a movement or a site.</summary>
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
