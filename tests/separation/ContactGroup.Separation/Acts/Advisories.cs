using System.Text.Json.Nodes;
using ContactGroup.Separation.Worlds;

namespace ContactGroup.Separation.Acts;

/// <summary>A force, a political actor or coordination tells the humanitarian side of a road, a closure or a hazard.</summary>
/// <param name="By">Who issues it.</param>
/// <param name="Fields">The fields, as JSON; see <see cref="World.InTime"/>.</param>
internal sealed record Advise(string By, string Fields) : Act(By)
{
    /// <summary>Where advisories are issued.</summary>
    public const string Room = "notify";

    public override string Tell(Plan plan) => $"issues the advisory {Fields}";

    public override async Task DoAsync(World world, string key) => world.NoteAnswer(
        key,
        By,
        await CommandAsync(world, By, $"/api/movements/channels/{world.ChannelOf(Room)}/advisories", JsonNode.Parse(world.InTime(Fields))!.AsObject(), key));
}

/// <summary>An advisory is amended.</summary>
/// <param name="Fields">What is different, as JSON.</param>
internal sealed record AmendAdvisory(string By, string Movement, string Fields, bool Foreign = false) : OfMovement(By, Movement, Foreign)
{
    public override string Tell(Plan plan) => $"amends {Movement} with {Fields}";

    public override Task DoAsync(World world, string key) => SayAsync(world, key, "amend-advisory", JsonNode.Parse(world.InTime(Fields))!.AsObject());
}

/// <summary>It is said that an advisory is over.</summary>
internal sealed record EndAdvisory(string By, string Movement, string Reason, bool Foreign = false) : OfMovement(By, Movement, Foreign)
{
    public override string Tell(Plan plan) => $"says that {Movement} is over: {Reason}";

    public override Task DoAsync(World world, string key) => SayAsync(world, key, "end", new JsonObject { ["reason"] = Reason });
}
