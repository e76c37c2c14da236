using System.Text.Json.Nodes;

namespace ContactGroup.Movements.Tests.Features;

/// <summary>The clock stands at 2026-03-01 08:00 UTC; the window of a good notification begins on 2026-03-05 at 06:00.</summary>
public sealed class RemindingTests : IAsyncLifetime, IDisposable
{
    private const string North = "military:northern-force";
    private const string South = "military:southern-force";

    private readonly MovementsApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Who_says_nothing_is_escalated_after_hours_and_reminded_before_the_start_and_who_acknowledged_is_not()
    {
        var item = await NotifiedAsync();
        await AcknowledgeAsync(item, 1);

        await app.PassUntilAsync("2026-03-01T19:59:59Z");
        Assert.False((await app.StoredAsync(item)).Line(South).ContainsKey("escalatedAt"));
        await app.PassUntilAsync("2026-03-01T20:00:00Z");
        var escalated = await app.StoredAsync(item);
        await app.PassUntilAsync("2026-03-04T06:00:00Z");
        await app.PassUntilAsync("2026-03-05T00:00:00Z");
        await app.PassUntilAsync("2026-03-05T05:00:00Z");

        Assert.Equal(("escalate", "system", "system"), (escalated.Act, escalated.Person, escalated.Organisation));
        var reminded = await app.StoredAsync(item);
        Assert.Equal("remind", reminded.Act);
        Assert.Equal(
            ("2026-03-01T20:00:00Z", 3, "2026-03-05T05:00:00Z", "SENT"),
            ((string?)reminded.Line(South)["escalatedAt"], (int)reminded.Line(South)["reminders"]!, (string?)reminded.Line(South)["remindedAt"], (string?)reminded.Line(South)["state"]));
        Assert.False(reminded.Line(North).ContainsKey("reminders") || reminded.Line(North).ContainsKey("escalatedAt"));
        Assert.Equal(1, (int)reminded.Content["version"]!);
    }

    [Fact]
    public async Task What_release_is_told_names_no_person_and_leaves_the_hour_at_which_others_have_it_no_longer()
    {
        var item = await NotifiedAsync();
        var before = await app.FactAsync(item, 1);

        await app.PassUntilAsync("2026-03-01T20:00:00Z");

        var fact = await app.FactAsync(item, 2);
        Assert.Null(fact.By);
        Assert.Equal(before.Expires, fact.Expires);
        Assert.Equal(before.ReleaseTo, fact.ReleaseTo);
    }

    [Fact]
    public async Task What_passed_while_nothing_ran_is_one_reminder()
    {
        var item = await NotifiedAsync();

        await app.PassUntilAsync("2026-03-05T04:00:00Z");

        Assert.Equal(1, (int)(await app.StoredAsync(item)).Line(South)["reminders"]!);
    }

    [Fact]
    public async Task Acknowledging_ends_it_and_another_version_begins_it_anew()
    {
        var item = await NotifiedAsync();
        await app.PassUntilAsync("2026-03-01T20:00:00Z");
        await AcknowledgeAsync(item, 1);
        await app.PassUntilAsync("2026-03-04T06:00:00Z");
        Assert.Equal(1, (int)(await app.StoredAsync(item)).Line(South)["reminders"]!);
        Assert.False((await app.StoredAsync(item)).Line(North).ContainsKey("reminders"));

        Assert.Equal(202, (await app.PostAsync(People.Ngo, $"items/{item}/amend", """{"vehicles":[{"type":"AMBULANCE"}]}""")).Status);

        var amended = await app.StoredAsync(item);
        Assert.All([North, South], force => Assert.Equal(["to", "state", "version", "at"], amended.Line(force).Select(part => part.Key)));
        await app.PassUntilAsync("2026-03-05T00:00:00Z");
        var again = await app.StoredAsync(item);
        Assert.All([North, South], force => Assert.Equal((1, 2), ((int)again.Line(force)["reminders"]!, (int)again.Line(force)["version"]!)));
    }

    [Fact]
    public async Task A_correction_that_recipients_are_not_shown_does_not_begin_it_anew()
    {
        var item = await NotifiedAsync();
        await app.PassUntilAsync("2026-03-01T20:00:00Z");

        await app.PostAsync(People.Ngo, $"items/{item}/amend", """{"staff":3}""");
        await app.PassAsync(TimeSpan.FromDays(1));

        Assert.Equal("2026-03-01T20:00:00Z", (string?)(await app.StoredAsync(item)).Line(South)["escalatedAt"]);
    }

    [Theory]
    [InlineData("state", """{"state":"CANCELLED"}""")]
    [InlineData("withdraw", """{"reason":"Another notified it."}""")]
    public async Task Nobody_is_reminded_of_what_is_over_or_taken_back(string act, string body)
    {
        var item = await NotifiedAsync();

        Assert.Equal(202, (await app.PostAsync(People.Ngo, $"items/{item}/{act}", body)).Status);
        await app.PassAsync(TimeSpan.FromDays(7));

        Assert.Equal(2, (await app.StoredAsync(item)).Version);
        Assert.Equal(0, await app.DeadlinesAsync(item));
    }

    [Fact]
    public async Task An_emergency_is_escalated_after_two_hours_and_before_the_start_in_any_case()
    {
        var emergency = await NotifiedAsync(("category", "EMERGENCY"));
        var soon = await NotifiedAsync(("windowStart", "2026-03-01T12:00:00Z"), ("lateReason", "Wounded people."));
        var atOnce = await NotifiedAsync(("windowStart", "2026-03-01T08:30:00Z"), ("lateReason", "Wounded people."));

        await app.PassUntilAsync("2026-03-01T11:00:00Z");

        Assert.Equal("2026-03-01T11:00:00Z", (string?)(await app.StoredAsync(soon)).Line(South)["escalatedAt"]);
        Assert.True((await app.StoredAsync(emergency)).Line(South).ContainsKey("escalatedAt"));
        Assert.True((await app.StoredAsync(atOnce)).Line(South).ContainsKey("escalatedAt"));
    }

    private async Task<string> NotifiedAsync(params (string Field, object? Value)[] but)
    {
        var item = await app.NotifiedAsync(People.Ngo, app.Room(), Notifications.Good(but));
        app.Held.Give(People.Ngo.OrganisationId, item);
        app.Held.Give(People.Force.OrganisationId, item);
        return item;
    }

    private async Task AcknowledgeAsync(string item, int version) => Assert.Equal(202, (await app.PostAsync(
        People.Force, $"items/{item}/acknowledge", new JsonObject { ["version"] = version, ["cell"] = "Joint operations cell" })).Status);
}
