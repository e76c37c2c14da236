using System.Text.Json.Nodes;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Movements.Tests.Features;

public sealed class ChangeMovementTests(MovementsApp app) : IClassFixture<MovementsApp>
{
    public static TheoryData<string, string> Acts => new()
    {
        { "amend", """{"notes":"x"}""" },
        { "state", """{"state":"UNDERWAY"}""" },
        { "withdraw", """{"reason":"y"}""" },
    };

    [Fact]
    public async Task Whoever_is_left_out_of_an_amendment_is_named_no_longer()
    {
        var item = await NotifiedAsync();

        var answer = await app.PostAsync(
            People.Colleague, $"items/{item}/amend", new JsonObject { ["recipients"] = new JsonArray(Notifications.Named("military:southern-force")) });

        Assert.Equal(202, answer.Status);
        var fact = await app.FactAsync(item, 2);
        Assert.Equal(["audience:military:southern-force"], fact.Recipients);
        Assert.Equal(["own-side", "audience:military:southern-force"], fact.ReleaseTo);
        Assert.Equal("""["military:southern-force"]""", fact.Content["recipients"]!.ToJsonString());
    }

    [Fact]
    public async Task What_an_amendment_does_not_say_stays()
    {
        var item = await NotifiedAsync();

        await app.PostAsync(People.Ngo, $"items/{item}/amend", """{"notes":"One truck more."}""");

        var fact = await app.FactAsync(item, 2);
        Assert.Equal("One truck more.", (string?)fact.Content["notes"]);
        Assert.Equal("AID_DELIVERY", (string?)fact.Content["purpose"]);
        Assert.Equal(2, fact.Recipients.Count);
    }

    [Fact]
    public async Task An_amendment_on_an_older_version_is_refused()
    {
        var item = await NotifiedAsync();
        await app.PostAsync(People.Ngo, $"items/{item}/amend", """{"notes":"One truck more."}""");

        var answer = await app.PostAsync(People.Ngo, $"items/{item}/amend", """{"notes":"Two.","ifVersion":1}""");

        Assert.Equal((409, "CG-3004"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("UNDERWAY", "COMPLETED")]
    [InlineData("UNDERWAY", "ABORTED_EN_ROUTE")]
    [InlineData("POSTPONED", "NOTIFIED")]
    public async Task A_movement_goes_on_as_its_owner_says(string first, string then)
    {
        var item = await NotifiedAsync();

        Assert.Equal(202, (await SayAsync(item, first)).Status);
        Assert.Equal(202, (await SayAsync(item, then)).Status);

        Assert.Equal(then, (string?)(await app.FactAsync(item, 3)).Content["state"]);
    }

    [Theory]
    [InlineData("CANCELLED", "UNDERWAY")]
    [InlineData("UNDERWAY", "CANCELLED")]
    [InlineData("POSTPONED", "COMPLETED")]
    public async Task A_movement_does_not_go_back(string first, string then)
    {
        var item = await NotifiedAsync();
        await SayAsync(item, first);

        Assert.Equal(409, (await SayAsync(item, then)).Status);
    }

    [Fact]
    public async Task A_movement_that_is_over_is_amended_no_more()
    {
        var item = await NotifiedAsync();
        await SayAsync(item, "CANCELLED");

        Assert.Equal(409, (await app.PostAsync(People.Ngo, $"items/{item}/amend", """{"notes":"x"}""")).Status);
    }

    [Fact]
    public async Task A_state_and_a_withdrawal_are_said_in_a_posture_that_takes_no_new_movement()
    {
        var channel = app.Channels.Open();
        var item = await app.NotifiedAsync(People.Ngo, channel);
        app.Channels.Change(channel, pass => pass with { Kind = ChannelKind.Plenary, Posture = Classification.Posture.Distance, MayPost = false });

        Assert.Equal(403, (await app.PostAsync(People.Ngo, $"items/{item}/amend", """{"notes":"x"}""")).Status);
        Assert.Equal(202, (await SayAsync(item, "UNDERWAY")).Status);
        Assert.Equal(202, (await app.PostAsync(People.Ngo, $"items/{item}/withdraw", """{"reason":"y"}""")).Status);
        Assert.Equal(ItemStatus.Withdrawn, (await app.FactAsync(item, 3)).Status);
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task An_item_that_is_absent_malformed_or_invisible_gets_the_same_answer(string act, string body)
    {
        var invisible = await NotifiedAsync();

        var hidden = await app.PostAsync(People.Force, $"items/{invisible}/{act}", body);
        var absent = await app.PostAsync(People.Force, $"items/{Ids.New()}/{act}", body);
        var malformed = await app.PostAsync(People.Force, $"items/x/{act}", body);

        Assert.Equal((404, "CG-2004"), (hidden.Status, hidden.Code));
        Assert.Equal(hidden, absent);
        Assert.Equal(hidden, malformed);
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Who_holds_a_movement_is_told_that_it_is_not_theirs(string act, string body)
    {
        var item = await NotifiedAsync();
        app.Held.Give(People.Force.OrganisationId, item);

        Assert.Equal("CG-3003", (await app.PostAsync(People.Force, $"items/{item}/{act}", body)).Code);
    }

    private Task<string> NotifiedAsync() => app.NotifiedAsync(People.Ngo, app.Channels.Open());

    private Task<Answer> SayAsync(string item, string state) =>
        app.PostAsync(People.Ngo, $"items/{item}/state", new JsonObject { ["state"] = state });
}
