using System.Text.Json.Nodes;
using ContactGroup.Separation.Hosts;
using ContactGroup.Separation.Worlds;

namespace ContactGroup.Separation.Acts;

/// <summary>A coordinator decides what waits of an item for a target; <c>release</c> or <c>return</c>.</summary>
internal sealed record Decide(string By, string Item, string Target, string Verb) : Act(By)
{
    public override string? On => Item;

    public override string Tell(Plan plan) => $"{Verb}s {Item} for {Target}";

    public override async Task DoAsync(World world, string key)
    {
        if (!world.Knows(Item))
        {
            return;
        }

        var item = world.ItemOf(Item);
        var queue = await world.Http.SendAsync(new RawRequest("GET", "/api/release/reviews", world.TokenOf(By)));
        var waiting = JsonNode.Parse(queue.Text)!["reviews"]?.AsArray()
            .FirstOrDefault(one => one!["item"]!.GetValue<string>() == item && one["audience"]!.GetValue<string>() == Target);
        if (waiting is not null)
        {
            var body = Verb == "return" ? new JsonObject { ["reason"] = "Say less." } : [];
            await CommandAsync(world, By, $"/api/release/reviews/{waiting["review"]!.GetValue<string>()}/{Verb}", body, key);
        }
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
