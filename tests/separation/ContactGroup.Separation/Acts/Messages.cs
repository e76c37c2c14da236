using System.Text.Json.Nodes;
using ContactGroup.Separation.Worlds;

namespace ContactGroup.Separation.Acts;

/// <summary>Somebody posts a message.</summary>
/// <param name="By">Author.</param>
/// <param name="Room">Where.</param>
/// <param name="Text">What.</param>
/// <param name="ReleaseTo">Release set as words separated by a space; empty for the default.</param>
/// <param name="Sensitivity">Label; empty for the default.</param>
/// <param name="ReplyTo">Slot of the message it answers.</param>
/// <param name="Caveats">Caveats as words separated by a space.</param>
/// <param name="WantsReceipt">Whether it asks for acknowledgement.</param>
/// <param name="LastsSeconds">After how long it expires; 0 for never.</param>
internal sealed record Post(
    string By, string Room, string Text, string ReleaseTo = "", string Sensitivity = "", string? ReplyTo = null, string Caveats = "", bool WantsReceipt = false,
    int LastsSeconds = 0) : Act(By)
{
    public override string Tell(Plan plan) =>
        $"posts \"{Text}\" in {plan.Where(Room).Name}"
        + (ReleaseTo.Length > 0 ? $" for {ReleaseTo}" : string.Empty)
        + (Sensitivity.Length > 0 ? $", {Sensitivity}" : string.Empty)
        + (Caveats.Length > 0 ? $", {Caveats}" : string.Empty)
        + (ReplyTo is null ? string.Empty : $", in reply to {ReplyTo}")
        + (LastsSeconds > 0 ? $", for {LastsSeconds} s" : string.Empty);

    public override async Task DoAsync(World world, string key)
    {
        if (world.ChannelOf(Room) is not { } channel)
        {
            return;
        }

        var body = new JsonObject { ["text"] = Text };
        if (ReleaseTo.Length > 0)
        {
            body["releaseTo"] = List(ReleaseTo.Split(' '));
        }

        if (Sensitivity.Length > 0)
        {
            body["sensitivity"] = Sensitivity;
        }

        if (Caveats.Length > 0)
        {
            body["caveats"] = List(Caveats.Split(' '));
        }

        if (ReplyTo is not null && await world.HoldsAsync(By, ReplyTo))
        {
            body["replyTo"] = world.ItemOf(ReplyTo);
        }

        if (WantsReceipt)
        {
            body["acknowledgementRequested"] = true;
        }

        if (LastsSeconds > 0)
        {
            body["expiresAt"] = world.Now.AddSeconds(LastsSeconds).AddMilliseconds(500).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        }

        world.Note(key, By, await CommandAsync(world, By, $"/api/channels/channels/{channel}/messages", body, key));
    }
}

/// <summary>An author edits a message.</summary>
internal sealed record Edit(string By, string Message, string Text, string ReleaseTo = "") : Act(By)
{
    public override string? On => Message;

    public override string Tell(Plan plan) => $"edits {Message} to \"{Text}\"" + (ReleaseTo.Length > 0 ? $" for {ReleaseTo}" : string.Empty);

    public override async Task DoAsync(World world, string key)
    {
        var body = new JsonObject { ["text"] = Text };
        if (ReleaseTo.Length > 0)
        {
            body["releaseTo"] = List(ReleaseTo.Split(' '));
        }

        await world.OnItemAsync(Message, By, (item, author) => CommandAsync(world, author, $"/api/channels/items/{item}/edit", body, key));
    }
}

/// <summary>An author withdraws a message.</summary>
internal sealed record Withdraw(string By, string Message) : Act(By)
{
    public override string? On => Message;

    public override string Tell(Plan plan) => $"withdraws {Message}";

    public override Task DoAsync(World world, string key) => world.OnItemAsync(Message, By, (item, author) => CommandAsync(world, author, $"/api/channels/items/{item}/withdraw", new JsonObject { ["reason"] = "No longer so." }, key));
}

/// <summary>Somebody acknowledges a message.</summary>
internal sealed record Acknowledge(string By, string Message) : Act(By)
{
    public override string? On => Message;

    public override string Tell(Plan plan) => $"acknowledges {Message}";

    public override Task DoAsync(World world, string key) =>
        world.OnItemAsync(Message, By, (item, _) => CommandAsync(world, By, $"/api/channels/items/{item}/acknowledge", [], key));
}
