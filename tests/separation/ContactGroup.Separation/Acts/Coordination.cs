using System.Text.Json.Nodes;
using ContactGroup.Release.Data;
using ContactGroup.Separation.Worlds;

namespace ContactGroup.Separation.Acts;

/// <summary>A coordinator decides what waits of an item for a target; <c>release</c> or <c>return</c>.</summary>
/// <param name="By">The coordinator.</param>
/// <param name="Item">Slot of the item.</param>
/// <param name="Target">A side, or one force.</param>
/// <param name="Verb">What they decide.</param>
/// <param name="Edits">What they change of each field, as JSON; empty for nothing.</param>
/// <param name="Why">Note or reason.</param>
internal sealed record Decide(string By, string Item, string Target, string Verb, string Edits = "", string Why = "Say less.") : Act(By)
{
    public override string? On => Item;

    public override string Tell(Plan plan) => $"{Verb}s {Item} for {Target}" + (Edits.Length > 0 ? $" with {Edits}" : string.Empty);

    // The queue is not read for it: that a coordinator read it is itself something that an owner sees.
    public override async Task DoAsync(World world, string key)
    {
        if (!world.Knows(Item))
        {
            world.WasRefused = true;
            return;
        }

        var item = world.ItemOf(Item);
        var waiting = (await world.InReleaseAsync(connection => ReviewRows.LatestAsync(connection, item))).GetValueOrDefault(Target);
        if (waiting is not { Progress: ReviewState.Open })
        {
            world.WasRefused = true;
            return;
        }

        var body = Verb == "return" ? new JsonObject { ["reason"] = Why } : new JsonObject { ["note"] = Why };
        if (Verb == "release")
        {
            body["shown"] = waiting.Hash; // As every client does.
            if (Edits.Length > 0)
            {
                body["fields"] = JsonNode.Parse(Edits);
            }
        }

        await CommandAsync(world, By, $"/api/release/reviews/{waiting.Review}/{Verb}", body, key);
    }
}

/// <summary>A coordinator changes the posture.</summary>
internal sealed record ChangePosture(string By, string Posture) : Act(By)
{
    public override string Tell(Plan plan) => $"changes the posture to {Posture}";

    public override Task DoAsync(World world, string key) => CommandAsync(
        world, By, $"/api/channels/groups/{world.Group}/posture", new JsonObject { ["posture"] = Posture, ["reason"] = "As things are." }, key);
}

/// <summary>A coordinator opens a channel.</summary>
internal sealed record OpenRoom(string By, string Room) : Act(By)
{
    public override string Tell(Plan plan) => $"opens {plan.Where(Room).Name}";

    public override async Task DoAsync(World world, string key)
    {
        // Nobody opens a room twice, but a coordinator who observes may not know that there is one.
        if (world.ChannelOf(Room) is not null && By != world.Plan.Observer.Key)
        {
            return;
        }

        var room = world.Plan.Where(Room);
        var body = new JsonObject { ["name"] = room.Name, ["kind"] = room.Kind.ToString().ToLowerInvariant(), ["admits"] = List(room.Admits) };
        world.NoteRoom(Room, await CommandAsync(world, By, $"/api/channels/groups/{world.Group}/channels", body, key));
    }
}

/// <summary>A coordinator lets somebody in.</summary>
internal sealed record Join(string By, string Person) : Act(By)
{
    public override string Tell(Plan plan) => $"lets {plan.Who(Person).Name} in";

    public override async Task DoAsync(World world, string key)
    {
        await CommandAsync(world, By, $"/api/channels/groups/{world.Group}/members", new JsonObject { ["person"] = world.IdOf(Person) }, key);
        await CommandAsync(
            world, Person, $"/api/channels/groups/{world.Group}/terms/acceptance", new JsonObject { ["version"] = 1 }, key + "-terms");
    }
}

/// <summary>A coordinator removes somebody.</summary>
internal sealed record Remove(string By, string Person) : Act(By)
{
    public override string Tell(Plan plan) => $"removes {plan.Who(Person).Name}";

    public override Task DoAsync(World world, string key) =>
        CommandAsync(world, By, $"/api/channels/groups/{world.Group}/members/{world.IdOf(Person)}", [], key, "DELETE");
}

/// <summary>The administrator suspends somebody.</summary>
internal sealed record Suspend(string Person) : Act("administrator")
{
    public override string Tell(Plan plan) => $"suspends {plan.Who(Person).Name}";

    public override Task DoAsync(World world, string key) => CommandAsync(world, By, $"/api/identity/people/{world.IdOf(Person)}/suspend", [], key);
}

/// <summary>The administrator changes what an organisation is in the theatre.</summary>
internal sealed record ChangeOrganisation(string Organisation, string Constituency) : Act("administrator")
{
    public override string Tell(Plan plan) => $"makes {Organisation} {Constituency}";

    public override Task DoAsync(World world, string key)
    {
        var organisation = world.Plan.People.First(person => person.Organisation.Key == Organisation).Organisation;
        return CommandAsync(
            world,
            By,
            $"/api/identity/organisations/{world.OrganisationOf(Organisation)}",
            new JsonObject { ["name"] = world.NameOf(organisation), ["abbreviation"] = "X", ["constituency"] = Constituency },
            key,
            "PUT");
    }
}
