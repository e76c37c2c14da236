namespace ContactGroup.Access.Tests.Features;

/// <summary>A follow-up falls due by itself, and whoever holds a notice reads whether the constraint eases. The clock stands at 2026-03-01 08:00 UTC.</summary>
public sealed class FollowUpTests : IAsyncLifetime, IDisposable
{
    private readonly AccessApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_follow_up_is_due_when_its_day_is_over_and_nobody_has_written_that()
    {
        var item = await app.RaisedAsync(People.Ngo, app.Channels.Open(pass => pass with { Version = 7 }));

        await app.PassAsync(TimeSpan.FromDays(7) + TimeSpan.FromHours(15));
        Assert.Single(await app.HistoryAsync(item));
        await app.PassAsync(TimeSpan.FromHours(2));
        await app.PassAsync(TimeSpan.FromDays(30));

        var fact = await app.FactAsync(item, 2);
        Assert.Equal("2026-03-09T00:00:00Z", (string?)fact.Content["followUpDueSince"]);
        Assert.Equal((null, 7), (fact.By, fact.ChannelVersion));
        Assert.Equal(["raise", "follow-up"], (await app.HistoryAsync(item)).Select(version => version.Act));
        Assert.Equal(0, await app.DeadlinesAsync(item));
    }

    [Fact]
    public async Task An_hour_that_was_named_is_kept_to_the_minute()
    {
        var item = await app.RaisedAsync(People.Ngo, app.Channels.Open(), Notices.Good(("followUpBy", "2026-03-01T10:30:00+02:00")));

        await app.PassAsync(TimeSpan.FromMinutes(29));
        Assert.Single(await app.HistoryAsync(item));
        await app.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("2026-03-01T08:30:00Z", (string?)(await app.FactAsync(item, 2)).Content["followUpDueSince"]);
    }

    [Fact]
    public async Task Another_day_takes_the_mark_off_and_falls_due_in_its_turn()
    {
        var item = await app.RaisedAsync(People.Ngo, app.Channels.Open());
        await app.PassAsync(TimeSpan.FromDays(9));

        await app.PostAsync(People.Ngo, $"items/{item}/update", new { followUpBy = "2026-03-20" });
        Assert.False((await app.FactAsync(item, 3)).Content.ContainsKey("followUpDueSince"));
        await app.PassAsync(TimeSpan.FromDays(30));

        Assert.Equal("2026-03-21T00:00:00Z", (string?)(await app.FactAsync(item, 4)).Content["followUpDueSince"]);
    }

    [Fact]
    public async Task The_same_day_said_again_is_not_another_one()
    {
        var item = await app.RaisedAsync(People.Ngo, app.Channels.Open());
        await app.PassAsync(TimeSpan.FromDays(9));

        await app.PostAsync(People.Ngo, $"items/{item}/update", new { followUpBy = "2026-03-08", followUpOwner = "Somebody else" });
        await app.PassAsync(TimeSpan.FromDays(1));

        Assert.True((await app.FactAsync(item, 3)).Content.ContainsKey("followUpDueSince"));
        Assert.Equal(3, (await app.HistoryAsync(item)).Count());
    }

    [Theory]
    [InlineData("update", """{"title":"Papers at the other bridge"}""", true)]
    [InlineData("update", """{"clear":["followUpBy"]}""", false)]
    [InlineData("state", """{"state":"UNDER_FOLLOW_UP"}""", true)]
    [InlineData("state", """{"state":"RESOLVED"}""", false)]
    public async Task The_mark_stays_until_a_day_is_named_or_the_constraint_is_over(string act, string body, bool stays)
    {
        var item = await app.RaisedAsync(People.Ngo, app.Channels.Open());
        await app.PassAsync(TimeSpan.FromDays(9));

        await app.PostAsync(People.Ngo, $"items/{item}/{act}", body);

        Assert.Equal(stays, (await app.FactAsync(item, 3)).Content.ContainsKey("followUpDueSince"));
        Assert.Equal(0, await app.DeadlinesAsync(item));
    }

    [Theory]
    [InlineData("state", """{"state":"CLOSED_UNRESOLVED"}""")]
    [InlineData("withdraw", """{"reason":"The wrong bridge."}""")]
    public async Task What_is_over_or_taken_back_does_not_fall_due(string act, string body)
    {
        var item = await app.RaisedAsync(People.Ngo, app.Channels.Open());
        await app.PostAsync(People.Ngo, $"items/{item}/{act}", body);

        await app.PassAsync(TimeSpan.FromDays(30));

        Assert.Equal(2, (await app.HistoryAsync(item)).Count());
    }

    [Fact]
    public async Task Whoever_holds_it_reads_what_the_severity_was_before_and_since_when()
    {
        var item = await app.RaisedAsync(People.Ngo, app.Channels.Open());
        await app.PassAsync(TimeSpan.FromDays(1));
        await app.PostAsync(People.Ngo, $"items/{item}/update", new { severity = 2 });
        await app.PassAsync(TimeSpan.FromDays(1));
        await app.PostAsync(People.Ngo, $"items/{item}/update", new { severity = 2, description = "As before." });

        var content = (await app.FactAsync(item, 3)).Content;
        Assert.Equal(("3", "2026-03-02T08:00:00Z"), ((string?)content["severityBefore"], (string?)content["severitySince"]));
    }

    [Theory]
    [InlineData("""{"severity":1,"releaseTo":["own-side","side:political"]}""")]
    [InlineData("""{"releaseTo":["own-side","side:political"]}""")]
    [InlineData("""{"severity":1,"sensitivity":"low"}""")]
    public async Task The_severity_of_before_is_told_to_nobody_whom_another_label_lets_in(string widened)
    {
        var item = await app.RaisedAsync(People.Ngo, app.Channels.Open());
        await app.PostAsync(People.Ngo, $"items/{item}/update", new { severity = 4 });

        Assert.Equal(202, (await app.PostAsync(People.Ngo, $"items/{item}/update", widened)).Status);

        var content = (await app.FactAsync(item, 3)).Content;
        Assert.False(content.ContainsKey("severityBefore") || content.ContainsKey("severitySince"));
    }
}
