using System.Text.Json.Nodes;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Movements.Tests.Features;

/// <summary>Armed protection of a movement is a last resort, and whoever resorts to it says why.</summary>
public sealed class EscortTests(MovementsApp app) : IClassFixture<MovementsApp>
{
    private const string Why = "No other road is open.";

    [Theory]
    [InlineData("ARMED_ESCORT")]
    [InlineData("AREA_SECURITY")]
    public async Task Armed_protection_says_why(string escort)
    {
        await IsInvalidAsync(("escort", escort));

        var content = (await NotifyAsync(("escort", escort), ("escortJustification", Why))).Content;

        Assert.Equal((escort, Why), ((string?)content["escort"], (string?)content["escortJustification"]));
    }

    [Theory]
    [InlineData("NONE")]
    [InlineData("HUMANITARIAN_LEAD_VEHICLE")]
    [InlineData(null)]
    public async Task Nothing_else_is_justified(string? escort)
    {
        await IsInvalidAsync(("escort", escort), ("escortJustification", Why));

        var content = (await NotifyAsync(("escort", escort))).Content;

        Assert.Equal(escort, (string?)content["escort"]);
        Assert.False(content.ContainsKey("escortJustification"));
    }

    [Fact]
    public async Task An_escort_that_is_no_code_is_refused_and_the_codes_are_named()
    {
        var answer = await app.PostAsync(People.Ngo, Address(), Notifications.Good(("escort", "TANKS")));

        Assert.Equal((400, "escort"), (answer.Status, Assert.Single(answer.Fields)));
        Assert.Contains("HUMANITARIAN_LEAD_VEHICLE", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_amendment_that_takes_the_escort_away_takes_its_justification_along_and_is_no_version_for_a_force()
    {
        var movement = await NotifyAsync(("escort", "ARMED_ESCORT"), ("escortJustification", Why));

        var answer = await app.PostAsync(People.Ngo, $"items/{movement.Item}/amend", new JsonObject { ["escort"] = "NONE" });

        Assert.Equal((202, 1), (answer.Status, (int)answer.Body["version"]!));
        Assert.False((await app.FactAsync(movement.Item, 2)).Content.ContainsKey("escortJustification"));
    }

    [Fact]
    public async Task A_justification_cannot_be_emptied_while_the_escort_is_armed()
    {
        var movement = await NotifyAsync(("escort", "ARMED_ESCORT"), ("escortJustification", Why));

        var answer = await app.PostAsync(People.Ngo, $"items/{movement.Item}/amend", new JsonObject { ["clear"] = new JsonArray("escortJustification") });

        Assert.Equal((400, "escortJustification"), (answer.Status, Assert.Single(answer.Fields)));
        Assert.Equal(202, (await app.PostAsync(People.Ngo, $"items/{movement.Item}/amend", new JsonObject { ["clear"] = new JsonArray("escort") })).Status);
    }

    private async Task<ItemVersioned> NotifyAsync(params (string Field, object? Value)[] with)
    {
        var answer = await app.PostAsync(People.Ngo, Address(), Notifications.Good(with));
        Assert.Equal(202, answer.Status);
        return await app.FactAsync(answer.Item, 1);
    }

    private async Task IsInvalidAsync(params (string Field, object? Value)[] with)
    {
        var answer = await app.PostAsync(People.Ngo, Address(), Notifications.Good(with));
        Assert.Equal((400, "escortJustification"), (answer.Status, Assert.Single(answer.Fields)));
    }

    private string Address() => $"channels/{app.Room()}/movements";
}
