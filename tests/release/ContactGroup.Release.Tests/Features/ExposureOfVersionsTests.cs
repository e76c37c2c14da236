using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;

namespace ContactGroup.Release.Tests.Features;

/// <summary>Which version of a notification each of those who were named was given.</summary>
public sealed class ExposureOfVersionsTests : IAsyncLifetime, IDisposable
{
    private readonly ReleaseApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_version_is_delivered_when_the_first_of_a_force_was_given_it_and_opened_when_one_asked_for_it()
    {
        var movement = GivenMovement.Of(app);
        await app.TakeAsync(movement);
        var sent = app.Clock.GetUtcNow();
        var read = Later();
        await app.EntriesAsync(Exercise.North);
        var opened = Later();
        await app.GetAsync(Exercise.North, $"items/{movement.Item}");
        Later();
        await app.GetAsync(Exercise.North, $"items/{movement.Item}");

        Assert.Equal([(1, sent, read, opened)], await VersionsAsync(movement));
    }

    [Fact]
    public async Task That_it_was_looked_through_for_overlaps_is_no_delivery()
    {
        var movement = GivenMovement.Of(app);
        await app.TakeAsync(movement);
        Later();

        var held = await app.Get<IHeldNotifications>().ListAsync(Exercise.North.Asks, "movement", ["route"], CancellationToken.None);

        Assert.Contains(held.Notifications, one => one.Item == movement.Item);
        Assert.Null(Assert.Single(await VersionsAsync(movement)).Delivered);
    }

    [Fact]
    public async Task Who_had_the_first_version_is_not_said_to_have_the_second_until_it_was_given_it()
    {
        var movement = GivenMovement.Of(app);
        await app.TakeAsync(movement);
        await app.GetAsync(Exercise.North, $"items/{movement.Item}");
        var corrected = Later();
        await app.TakeAsync(Corrected(movement));

        var (_, sent, delivered, opened) = (await VersionsAsync(movement))[^1];
        Assert.Equal((corrected, null, null), (sent, delivered, opened));

        var read = Later();
        await app.GetAsync(Exercise.North, $"items/{movement.Item}");
        Assert.Equal((2, corrected, read, read), (await VersionsAsync(movement))[^1]);
    }

    [Fact]
    public async Task A_receipt_that_changes_the_line_of_the_force_leaves_the_version_as_it_was_delivered()
    {
        var movement = GivenMovement.Of(app);
        await app.TakeAsync(movement);
        var given = Later();
        await app.GetAsync(Exercise.North, $"items/{movement.Item}");
        var before = await VersionsAsync(movement);
        Later();

        await app.TakeAsync(GivenMovement.Of(app, after: movement, state: "ACKNOWLEDGED"));

        Assert.Equal(before, await VersionsAsync(movement));
        Assert.Equal(given, before[0].Delivered);
    }

    [Fact]
    public async Task A_live_connection_that_lasts_is_delivered_the_version_when_it_comes_and_a_dead_one_is_not()
    {
        var stream = (string)(await app.StreamAsync(Exercise.North))["stream"]!;
        var head = (long)(await app.StreamAsync(Exercise.North))["head"]!;
        var reading = (await app.Readings.BeginAsync(Exercise.North.Asks, [new ReadingStart(stream, head, head)], CancellationToken.None)).Single();
        var sent = Later();
        var movement = GivenMovement.Of(app);

        await app.TakeAsync(movement);
        Assert.Equal([(1, sent, null, null)], await VersionsAsync(movement));

        var corrected = Later();
        Assert.Equal([(1, sent, sent, null)], await VersionsAsync(movement));

        await app.TakeAsync(Corrected(movement));
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        await app.Readings.EndAsync([new ReadingEnd(reading!.Value, (long)(await app.StreamAsync(Exercise.North))["head"]!)], CancellationToken.None);
        Later();
        Assert.Equal((2, corrected, null, null), (await VersionsAsync(movement))[^1]);
    }

    [Fact]
    public async Task What_was_read_before_a_recall_does_not_say_that_the_version_after_it_was_given()
    {
        var movement = GivenMovement.Of(app);
        await app.TakeAsync(movement);
        await app.GetAsync(Exercise.North, $"items/{movement.Item}");
        Later();
        var gone = GivenMovement.Of(app, forces: [GivenMovement.South], after: movement);
        await app.TakeAsync(gone);
        var again = Later();

        await app.TakeAsync(Corrected(gone));
        await app.ReleaseAllAsync();

        var (version, sent, delivered, opened) = (await VersionsAsync(movement))[^1];
        Assert.Equal((2, again, null, null), (version, sent, delivered, opened));
    }

    [Fact]
    public async Task What_was_read_after_a_recall_does_not_say_that_the_version_before_it_was_given()
    {
        var movement = GivenMovement.Of(app);
        await app.TakeAsync(movement);
        Later();
        var gone = GivenMovement.Of(app, forces: [GivenMovement.South], after: movement);
        await app.TakeAsync(gone);
        Later();
        await app.TakeAsync(Corrected(gone));
        await app.ReleaseAllAsync();
        var read = Later();
        await app.GetAsync(Exercise.North, $"items/{movement.Item}");

        var versions = await VersionsAsync(movement);

        Assert.Equal([(1, null, null), (2, read, read)], versions.Select(one => (one.Version, one.Delivered, one.Opened)));
    }

    [Fact]
    public async Task What_has_no_versions_shows_none()
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);
        await app.ReleaseAllAsync();
        await app.GetAsync(Exercise.North, $"items/{incident.Item}");

        var report = await app.GetAsync(Exercise.Basma, $"items/{incident.Item}/exposure");

        Assert.All(report.Body["audiences"]!.AsArray(), line => Assert.Null(line!["versions"]));
    }

    private ItemVersioned Corrected(ItemVersioned movement)
    {
        var next = GivenMovement.Of(app, after: movement);
        next.Content["version"] = 2;
        next.Content["dispatch"]![0]!["version"] = 2;
        next.Content["windowEnd"] = "2026-03-05T16:00:00Z";
        return next;
    }

    private DateTimeOffset Later()
    {
        app.Clock.Advance(TimeSpan.FromMinutes(3));
        return app.Clock.GetUtcNow();
    }

    private async Task<IReadOnlyList<(int Version, DateTimeOffset Sent, DateTimeOffset? Delivered, DateTimeOffset? Opened)>> VersionsAsync(ItemVersioned item)
    {
        var report = await app.GetAsync(Exercise.Basma, $"items/{item.Item}/exposure");
        var north = report.Body["audiences"]!.AsArray().Single(line => (string?)line!["audience"] == GivenMovement.North)!;
        return [.. north["versions"]!.AsArray().Select(one =>
            ((int)one!["version"]!, (DateTimeOffset)one["sent"]!, (DateTimeOffset?)one["delivered"], (DateTimeOffset?)one["opened"]))];
    }
}
