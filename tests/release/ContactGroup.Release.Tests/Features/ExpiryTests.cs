using System.Text;

namespace ContactGroup.Release.Tests.Features;

public sealed class ExpiryTests : IAsyncLifetime, IDisposable
{
    private readonly ReleaseApp app = new() { WatchesExpiry = false };

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task From_the_instant_it_expires_no_read_finds_it_before_any_recall_is_written()
    {
        var incident = app.Incident(actor: "Tin Foxes") with { Expires = app.Clock.GetUtcNow() + TimeSpan.FromMinutes(10) };
        await app.TakeAsync(incident);
        var stream = (string)(await app.StreamAsync(Exercise.Chidi))["stream"]!;
        app.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(200, (await app.GetAsync(Exercise.Chidi, $"items/{incident.Item}")).Status);

        app.Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(await app.GetAsync(Exercise.South, $"items/{incident.Item}"), await app.GetAsync(Exercise.Chidi, $"items/{incident.Item}"));
        Assert.Equal(404, (await app.GetAsync(Exercise.Chidi, $"items/{incident.Item}/explanation")).Status);
        Assert.Equal(0, (int)(await app.GetAsync(Exercise.Chidi, "items")).Body["count"]!);
        Assert.Equal(0, (int)(await app.GetAsync(Exercise.Chidi, "items?q=tin+foxes")).Body["count"]!);
        Assert.All(await app.EntriesAsync(Exercise.Chidi), entry => Assert.Null(entry["view"]));
        Assert.All(await app.BacklogAsync(stream), entry => Assert.DoesNotContain("Tin Foxes", Encoding.UTF8.GetString(entry.Frame), StringComparison.Ordinal));
        Assert.False(await app.HoldsAsync(Exercise.Chidi, incident.Item));
        Assert.Empty(await app.ReviewsAsync());
    }

    [Fact]
    public async Task Its_owner_reads_on()
    {
        var incident = app.Incident() with { Expires = app.Clock.GetUtcNow() + TimeSpan.FromMinutes(10) };
        await app.TakeAsync(incident);

        app.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(200, (await app.GetAsync(Exercise.Basma, $"items/{incident.Item}")).Status);
        Assert.Equal(1, (int)(await app.GetAsync(Exercise.Basma, "items")).Body["count"]!);
        Assert.Contains(await app.EntriesAsync(Exercise.Basma, "organisation"), entry => entry["view"] is not null);
    }

    [Fact]
    public async Task A_live_frame_says_until_when_it_may_be_shown_to_everybody_but_the_owner()
    {
        var incident = app.Incident() with { Expires = app.Clock.GetUtcNow() + TimeSpan.FromMinutes(10) };

        await app.TakeAsync(incident);

        var audience = await app.BacklogAsync((string)(await app.StreamAsync(Exercise.Chidi))["stream"]!);
        var owner = await app.BacklogAsync((string)(await app.StreamAsync(Exercise.Basma, "organisation"))["stream"]!);
        Assert.Equal([incident.Expires], audience.Select(entry => entry.Expires));
        Assert.All(owner, entry => Assert.Null(entry.Expires));
    }

    [Fact]
    public async Task What_expired_stays_expired_when_the_clock_is_set_back()
    {
        var incident = app.Incident() with { Expires = app.Clock.GetUtcNow() + TimeSpan.FromMinutes(10) };
        await app.TakeAsync(incident);
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        await app.ExpireAsync();

        app.Clock.Advance(TimeSpan.FromHours(-1));
        await app.AcknowledgeAsync(Exercise.Chidi, incident.Item);

        Assert.Equal(404, (await app.GetAsync(Exercise.Chidi, $"items/{incident.Item}")).Status);
    }

    [Fact]
    public async Task The_recall_follows_by_itself_at_the_moment()
    {
        using var watched = new ReleaseApp();
        await watched.InitializeAsync();
        var incident = watched.Incident() with { Expires = watched.Clock.GetUtcNow() + TimeSpan.FromSeconds(7) };
        await watched.TakeAsync(incident);

        watched.Clock.Advance(TimeSpan.FromSeconds(7));

        Assert.NotEmpty(await watched.Heard.OfAsync(incident.Item, until: "\"op\":\"recall\""));
        await watched.DisposeAsync();
    }
}
