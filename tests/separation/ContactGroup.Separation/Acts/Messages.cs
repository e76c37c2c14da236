using System.Text.Json.Nodes;
using ContactGroup.Separation.Hosts;
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
/// <param name="Attach">A file to send with it; null for none.</param>
/// <param name="ShownIn">Slot in which the author looked at who would get it.</param>
internal sealed record Post(
    string By, string Room, string Text, string ReleaseTo = "", string Sensitivity = "", string? ReplyTo = null, string Caveats = "", bool WantsReceipt = false,
    int LastsSeconds = 0, HeldFile? Attach = null, string? ShownIn = null) : Act(By)
{
    public override string Tell(Plan plan) =>
        $"posts \"{Text}\" in {plan.Where(Room).Name}"
        + (ReleaseTo.Length > 0 ? $" for {ReleaseTo}" : string.Empty)
        + (Sensitivity.Length > 0 ? $", {Sensitivity}" : string.Empty)
        + (Caveats.Length > 0 ? $", {Caveats}" : string.Empty)
        + (ReplyTo is null ? string.Empty : $", in reply to {ReplyTo}")
        + (LastsSeconds > 0 ? $", for {LastsSeconds} s" : string.Empty)
        + (Attach is null ? string.Empty : $", with {Attach.Name}")
        + (ShownIn is null ? string.Empty : $", as looked at in {ShownIn}");

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

        if (Attach is not null)
        {
            // Under a name of its own: a message has the same ids whether a file comes with it or not.
            SeededIds.Begin(key + " file", world.Host);
            body["attachments"] = await Upload.SendAsync(world, By, channel, Attach, key) is { } upload ? List([upload]) : null;
            SeededIds.Begin(key, world.Host);
        }

        world.NoteAnswer(key, By, await SendAsync(world, channel, body, key));
    }

    // Who is told that more would get it than they were shown confirms it.
    private async Task<RawAnswer> SendAsync(World world, string channel, JsonObject body, string key)
    {
        var path = $"/api/channels/channels/{channel}/messages";
        if (ShownIn is null || !world.Shown.TryGetValue(ShownIn, out var shown) || shown.By != By)
        {
            return await CommandAsync(world, By, path, body, key);
        }

        var answer = await CommandAsync(world, By, path, body, key, headers: $"Audience-Fingerprint: {shown.Fingerprint}\r\n");
        if (answer.Status != 409)
        {
            return answer;
        }

        SeededIds.Begin(key, world.Host);
        var now = JsonNode.Parse(answer.Text)!["fingerprint"]!.GetValue<string>();
        return await CommandAsync(world, By, path, body, key, headers: $"Audience-Fingerprint: {now}\r\n");
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
