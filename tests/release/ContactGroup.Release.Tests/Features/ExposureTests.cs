using System.Text.Json.Nodes;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;

namespace ContactGroup.Release.Tests.Features;

public sealed class ExposureTests : IAsyncLifetime, IDisposable
{
    private readonly ReleaseApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Only_the_owner_s_organisation_has_a_report()
    {
        var incident = await ReleasedAsync();

        var absent = await app.GetAsync(Exercise.Chidi, $"items/{app.Incident().Item}/exposure");

        Assert.Equal(200, (await app.GetAsync(Exercise.Basma, $"items/{incident.Item}/exposure")).Status);
        foreach (var other in new[] { Exercise.Chidi, Exercise.Olena, Exercise.North, Exercise.South })
        {
            var answer = await app.GetAsync(other, $"items/{incident.Item}/exposure");
            Assert.Equal((404, absent.Headers, "CG-2004"), (answer.Status, answer.Headers, answer.Code));
        }
    }

    [Fact]
    public async Task Who_was_given_nothing_is_not_in_it_and_who_asked_in_vain_neither()
    {
        var incident = await ReleasedAsync();

        await app.GetAsync(Exercise.South, $"items/{incident.Item}");
        await app.GetAsync(Exercise.South, "items");
        await app.EntriesAsync(Exercise.South);

        var report = await ReportAsync(incident);
        Assert.DoesNotContain("military:southern-force", report.Keys);
        Assert.Null(report["nngo"]["received"]);
        Assert.Empty(report["nngo"]["people"]!.AsArray());
    }

    [Fact]
    public async Task The_own_side_is_named_with_first_times_and_a_force_is_there_once_without_names()
    {
        var incident = await ReleasedAsync();
        var listed = app.Clock.GetUtcNow();
        await app.GetAsync(Exercise.Chidi, "items");
        await app.GetAsync(Exercise.North, $"items/{incident.Item}");
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await app.GetAsync(Exercise.Chidi, $"items/{incident.Item}");
        await app.GetAsync(Exercise.Chidi, $"items/{incident.Item}");

        var report = await ReportAsync(incident);

        var chidi = Assert.Single(report["nngo"]["people"]!.AsArray())!;
        Assert.Equal(("Chidi", "Water Now"), ((string?)chidi["name"], (string?)chidi["organisation"]));
        Assert.Equal((listed, listed + TimeSpan.FromMinutes(5)), ((DateTimeOffset)chidi["received"]!, (DateTimeOffset)chidi["opened"]!));
        var north = report["military:northern-force"];
        Assert.Null(north["people"]);
        Assert.Equal((listed, listed), ((DateTimeOffset)north["received"]!, (DateTimeOffset)north["opened"]!));
    }

    [Fact]
    public async Task What_an_audience_had_held_stays_in_it_after_recall_withdrawal_and_expiry()
    {
        var incident = await ReleasedAsync(expires: app.Clock.GetUtcNow() + TimeSpan.FromHours(1));
        await app.GetAsync(Exercise.North, $"items/{incident.Item}");

        await app.PostAsync(Exercise.Basma, $"items/{incident.Item}/recall", new { target = "audience:military:northern-force", reason = "Named a village." });
        app.Clock.Leap(TimeSpan.FromHours(2));
        await app.ExpireAsync();
        await app.TakeAsync(app.Incident(version: 2, item: incident.Item) with { Status = ItemStatus.Withdrawn });

        var north = (await ReportAsync(incident))["military:northern-force"];
        var held = Assert.Single(north["held"]!.AsArray())!;
        Assert.Equal("recalled", (string?)held["ended"]);
        Assert.Contains(held["shown"]!.AsArray(), shown => (string?)shown!["fieldClass"] == "summary");
        Assert.DoesNotContain(held["shown"]!.AsArray(), shown => (string?)shown!["fieldClass"] == "narrative");
        Assert.False((bool)north["holdsNow"]!);
        Assert.NotNull(north["received"]);
    }

    [Fact]
    public async Task Each_view_is_there_with_what_it_showed_and_how_it_ended()
    {
        var incident = await ReleasedAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        await app.TakeAsync(app.Incident(summary: "Open again.", version: 2, item: incident.Item));

        var held = (await ReportAsync(incident))["nngo"]["held"]!.AsArray();
        Assert.Equal(["replaced", null], held.Select(one => (string?)one!["ended"]));
    }

    [Fact]
    public async Task That_what_it_answers_went_further_is_not_in_the_report_of_a_reply()
    {
        var parent = app.Message(Exercise.Chidi, "The road is open.", ["own-side"]);
        await app.TakeAsync(parent);
        var reply = app.Message(Exercise.Basma, "We use it.", ["all"], replyTo: parent.Item);
        await app.TakeAsync(reply);
        await app.ReleaseAllAsync();
        var before = await ReportAsync(reply);
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        await app.TakeAsync(parent with { Version = 2, ReleaseTo = ["all"] });
        await app.ReleaseAllAsync();

        Assert.Contains(parent.Item, (await app.GetAsync(Exercise.North, $"items/{reply.Item}")).Text, StringComparison.Ordinal);
        var after = await ReportAsync(reply);
        Assert.Equal(before["military:northern-force"]["held"]!.ToJsonString(), after["military:northern-force"]["held"]!.ToJsonString());
    }

    [Fact]
    public async Task Who_reads_the_stream_received_what_it_showed_then_and_not_what_was_taken_back_before()
    {
        var gone = app.Incident(actor: "Gone");
        await app.TakeAsync(gone);
        await app.TakeAsync(app.Incident(actor: "Gone", version: 2, item: gone.Item) with { Status = ItemStatus.Withdrawn });
        var there = await ReleasedAsync();

        await app.EntriesAsync(Exercise.Chidi);

        Assert.Null((await ReportAsync(gone))["nngo"]["received"]);
        Assert.Single((await ReportAsync(there))["nngo"]["people"]!.AsArray());
    }

    [Fact]
    public async Task A_live_connection_received_what_came_while_it_was_open_and_nothing_after()
    {
        var before = await ReleasedAsync();
        var stream = (string)(await app.StreamAsync(Exercise.Chidi))["stream"]!;
        var head = (long)(await app.StreamAsync(Exercise.Chidi))["head"]!;
        var reading = (await app.Readings.BeginAsync(Exercise.Chidi.Asks, [new ReadingStart(stream, head, head)], CancellationToken.None)).Single();
        var during = await ReleasedAsync();
        await app.TakeAsync(app.Incident(version: 2, item: during.Item) with { Status = ItemStatus.Withdrawn });
        await app.Readings.EndAsync([new ReadingEnd(reading!.Value, (long)(await app.StreamAsync(Exercise.Chidi))["head"]!)], CancellationToken.None);
        var after = await ReleasedAsync();

        Assert.Null((await ReportAsync(before))["nngo"]["received"]);
        Assert.Equal("Chidi", (string?)Assert.Single((await ReportAsync(during))["nngo"]["people"]!.AsArray())!["name"]);
        Assert.Null((await ReportAsync(after))["nngo"]["received"]);
    }

    [Fact]
    public async Task A_reading_that_nobody_ended_counts_as_far_as_the_stream_went_when_the_process_came_back()
    {
        var stream = (string)(await app.StreamAsync(Exercise.Chidi))["stream"]!;
        await app.Readings.BeginAsync(Exercise.Chidi.Asks, [new ReadingStart(stream, 0, 0)], CancellationToken.None);
        var before = await ReleasedAsync();

        await app.RestartAsync();
        var after = await ReleasedAsync();

        Assert.Single((await ReportAsync(before))["nngo"]["people"]!.AsArray());
        Assert.Null((await ReportAsync(after))["nngo"]["received"]);
    }

    [Fact]
    public async Task A_force_cannot_tell_from_its_report_whether_or_when_somebody_of_the_other_side_read()
    {
        var read = app.Message(Exercise.North, "The bridge is closed.", ["audience:nngo"]);
        var unread = app.Message(Exercise.North, "The bridge is closed.", ["audience:nngo"]);
        await app.TakeAsync(read);
        await app.TakeAsync(unread);
        await app.ReleaseAllAsync();
        app.Clock.Leap(TimeSpan.FromHours(3));

        await app.GetAsync(Exercise.Chidi, $"items/{read.Item}");

        var (told, silent) = (await ReportOfNorthAsync(read), await ReportOfNorthAsync(unread));
        Assert.Contains("side:humanitarian", told, StringComparison.Ordinal);
        Assert.Equal(silent.Replace(unread.Item, "ITEM", StringComparison.Ordinal), told.Replace(read.Item, "ITEM", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reading_the_same_page_again_and_again_adds_nothing_to_the_record()
    {
        await ReleasedAsync();
        await app.EntriesAsync(Exercise.Chidi);
        var once = await app.ReadingsKeptAsync();

        for (var again = 0; again < 5; again++)
        {
            app.Clock.Leap(TimeSpan.FromHours(6));
            await app.EntriesAsync(Exercise.Chidi);
        }

        Assert.Equal(once, await app.ReadingsKeptAsync());
    }

    [Fact]
    public async Task A_connection_that_got_nothing_leaves_nothing_in_the_record()
    {
        await ReleasedAsync();
        var stream = await app.StreamAsync(Exercise.Chidi);
        var (id, head) = ((string)stream["stream"]!, (long)stream["head"]!);
        var before = await app.ReadingsKeptAsync();

        var reading = (await app.Readings.BeginAsync(Exercise.Chidi.Asks, [new ReadingStart(id, head, head)], CancellationToken.None)).Single();
        await app.Readings.EndAsync([new ReadingEnd(reading!.Value, head)], CancellationToken.None);

        Assert.Equal(before, await app.ReadingsKeptAsync());
    }

    [Fact]
    public async Task A_force_learns_that_the_other_side_had_it_and_not_which_of_its_organisations()
    {
        var message = app.Message(Exercise.North, "The bridge is closed.", ["all"]);
        await app.TakeAsync(message);
        await app.ReleaseAllAsync();
        await app.GetAsync(Exercise.Chidi, $"items/{message.Item}");

        var answer = await app.GetAsync(Exercise.North, $"items/{message.Item}/exposure");

        var names = answer.Body["audiences"]!.AsArray().Select(line => (string)line!["audience"]!).ToList();
        Assert.Contains("side:humanitarian", names);
        Assert.DoesNotContain(names, name => name is "nngo" or "ingo" or "un-humanitarian" or "military:southern-force");
        Assert.DoesNotContain("Chidi", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Water Now", answer.Text, StringComparison.Ordinal);
    }

    private async Task<string> ReportOfNorthAsync(ItemVersioned item) => (await app.GetAsync(Exercise.North, $"items/{item.Item}/exposure")).Text;

    private async Task<ItemVersioned> ReleasedAsync(DateTimeOffset? expires = null)
    {
        var incident = app.Incident() with { Expires = expires };
        await app.TakeAsync(incident);
        await app.ReleaseAllAsync();
        return incident;
    }

    private async Task<Dictionary<string, JsonNode>> ReportAsync(ItemVersioned item) =>
        (await app.GetAsync(Exercise.Basma, $"items/{item.Item}/exposure")).Body["audiences"]!.AsArray()
            .ToDictionary(line => (string)line!["audience"]!, line => line!, StringComparer.Ordinal);
}
