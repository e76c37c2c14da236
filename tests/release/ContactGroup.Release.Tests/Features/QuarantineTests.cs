using System.Text.Json.Nodes;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Release.Tests.Features;

/// <summary>What is marked above unclassified goes to nobody and is kept nowhere.</summary>
public sealed class QuarantineTests : IAsyncLifetime, IDisposable
{
    private const string Canary = "kestrelquartz";
    private const string Marked = "NATO SECRET\nThe " + Canary + " moves at night.";

    private readonly ReleaseApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Another_organisation_observes_nothing_of_a_marked_item()
    {
        var before = await ObservedAsync();
        var message = app.Message(Exercise.Amal, Marked, ["all"]);

        await app.TakeAsync(message);

        Assert.Equal(before, await ObservedAsync());
        Assert.Equal(404, (await app.GetAsync(Exercise.Chidi, $"items/{message.Item}")).Status);
        Assert.Equal(404, (await app.GetAsync(Exercise.Olena, $"items/{message.Item}")).Status);
    }

    [Fact]
    public async Task Its_own_organisation_gets_a_notice_without_content()
    {
        var message = app.Message(Exercise.Amal, Marked, ["all"]);

        await app.TakeAsync(message);

        var notice = await app.GetAsync(Exercise.Basma, $"items/{message.Item}");
        Assert.Equal("quarantined", (string?)notice.Body["status"]);
        Assert.Empty(notice.Body["fields"]!.AsObject());
        Assert.DoesNotContain(Canary, (await app.GetAsync(Exercise.Basma, $"items/{message.Item}/history")).Text, StringComparison.Ordinal);
        Assert.Equal(0, (int?)(await app.GetAsync(Exercise.Basma, $"items?q={Canary}")).Body["count"] ?? 0);
    }

    [Fact]
    [Trait("store", "sqlite")]
    public async Task Nothing_of_it_is_in_the_store()
    {
        await app.TakeAsync(app.Message(Exercise.Amal, Marked, ["all"]));
        await app.TakeAsync(app.Message(Exercise.Amal, Marked, ["all"]) with { Channel = Ids.New() }); // waits for a channel nobody knows yet

        Assert.True(app.Stores("MSG-"));
        Assert.False(app.Stores(Canary));
    }

    [Fact]
    public async Task Coordinators_are_told_which_item_and_not_what()
    {
        var message = app.Message(Exercise.Amal, Marked, ["all"]);
        await app.TakeAsync(message);

        var list = await app.GetAsync(Exercise.Olena, "quarantine");

        var line = Assert.Single(list.Body["quarantined"]!.AsArray())!;
        Assert.Equal((message.Item, message.Reference, app.Plenary), ((string?)line["item"], (string?)line["reference"], (string?)line["channel"]));
        Assert.Contains(await app.EntriesAsync(Exercise.Olena, "review"), entry => (string?)entry["view"]?["kind"] == "quarantine");
        Assert.Equal(403, (await app.GetAsync(Exercise.Amal, "quarantine")).Status);
    }

    [Fact]
    public async Task A_version_without_the_marking_lifts_it_for_itself_only()
    {
        var message = app.Message(Exercise.Amal, Marked, ["all"]);
        await app.TakeAsync(message);

        await app.TakeAsync(message with { Version = 2, Content = Text("The bridge is closed.") });

        Assert.Equal("current", (string?)(await app.GetAsync(Exercise.Chidi, $"items/{message.Item}")).Body["status"]);
        Assert.Empty((await app.GetAsync(Exercise.Olena, "quarantine")).Body["quarantined"]!.AsArray());
        var versions = (await app.GetAsync(Exercise.Amal, $"items/{message.Item}/history")).Body["versions"]!.AsArray();
        Assert.Equal(["quarantined", "current"], versions.Select(version => (string?)version!["status"]));
        Assert.False(app.Stores(Canary));
    }

    [Fact]
    public async Task An_edit_that_brings_a_marking_takes_the_item_from_everybody()
    {
        var message = app.Message(Exercise.Amal, "The bridge is closed.", ["own-side"]);
        await app.TakeAsync(message);

        await app.TakeAsync(message with { Version = 2, Content = Text(Marked) });

        Assert.Equal(404, (await app.GetAsync(Exercise.Chidi, $"items/{message.Item}")).Status);
        Assert.Equal("quarantined", (string?)(await app.GetAsync(Exercise.Amal, $"items/{message.Item}")).Body["status"]);
    }

    [Fact]
    public async Task A_marked_item_that_is_withdrawn_is_withdrawn_without_content()
    {
        var message = app.Message(Exercise.Amal, Marked, ["all"]);
        await app.TakeAsync(message);

        await app.TakeAsync(message with { Version = 2, Status = ItemStatus.Withdrawn });

        var own = await app.GetAsync(Exercise.Amal, $"items/{message.Item}");
        Assert.Equal("withdrawn", (string?)own.Body["status"]);
        Assert.Empty(own.Body["fields"]!.AsObject());
        Assert.Empty((await app.GetAsync(Exercise.Olena, "quarantine")).Body["quarantined"]!.AsArray());
    }

    [Fact]
    public async Task Marked_words_of_a_coordinator_stand_in_nobody_s_place_and_are_no_reason()
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);
        var review = Assert.Single(await app.ReviewsAsync(), review => (string?)review["item"] == incident.Item);

        Answer[] refused =
        [
            await app.PostAsync(
                Exercise.Olena, $"reviews/{review["review"]}/release", new { shown = (string?)review["shown"], fields = new { summary = new { text = Marked } } }),
            await app.PostAsync(Exercise.Olena, $"reviews/{review["review"]}/release", new { note = Marked, shown = (string?)review["shown"] }),
            await app.PostAsync(Exercise.Olena, $"reviews/{review["review"]}/return", new { reason = Marked }),
            await app.PostAsync(Exercise.Olena, $"items/{incident.Item}/recall", new { target = "audience:military:northern-force", reason = Marked }),
        ];

        Assert.Equal(
            ["fields.summary.text", "note", "reason", "reason"], refused.Select(answer => answer.Body["errors"]!.AsObject().Single().Key));
        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{incident.Item}")).Status);
        Assert.False(app.Stores(Canary));
    }

    [Theory]
    [InlineData("uphold", "upheld")]
    [InlineData("return", "returned")]
    public async Task A_coordinator_settles_it_with_a_reason_that_its_organisation_reads(string verb, string state)
    {
        var message = app.Message(Exercise.Amal, Marked, ["all"]);
        await app.TakeAsync(message);
        var before = await ObservedAsync();

        var settled = await app.PostAsync(Exercise.Olena, $"quarantine/{message.Item}/{verb}", new { reason = "It bears a marking." });

        Assert.Equal(204, settled.Status);
        Assert.Empty((await app.GetAsync(Exercise.Olena, "quarantine")).Body["quarantined"]!.AsArray());
        var note = (await app.GetAsync(Exercise.Basma, $"items/{message.Item}")).Body["quarantine"]!;
        Assert.Equal((state, "It bears a marking."), ((string?)note["state"], (string?)note["reason"]));
        Assert.NotNull((string?)note["by"]);
        Assert.Equal(before, await ObservedAsync());
        Assert.Equal(409, (await app.PostAsync(Exercise.Olena, $"quarantine/{message.Item}/{verb}", new { reason = "Again." })).Status);
    }

    [Fact]
    public async Task A_force_is_not_told_which_coordinator_settled_it()
    {
        var message = app.Message(Exercise.North, Marked, ["all"]);
        await app.TakeAsync(message);

        await app.PostAsync(Exercise.Olena, $"quarantine/{message.Item}/return", new { reason = "Write it without." });

        var note = (await app.GetAsync(Exercise.North, $"items/{message.Item}")).Body["quarantine"]!;
        Assert.Equal("Write it without.", (string?)note["reason"]);
        Assert.Null((string?)note["by"]);
    }

    [Fact]
    public async Task Only_a_coordinator_of_its_channel_settles_it_and_only_while_it_is_quarantined()
    {
        var message = app.Message(Exercise.Amal, Marked, ["all"]);
        var plain = app.Message(Exercise.Amal, "The bridge is closed.", ["all"]);
        await app.TakeAsync(message);
        await app.TakeAsync(plain);
        var reason = new { reason = "words" };

        Assert.Equal(403, (await app.PostAsync(Exercise.Amal, $"quarantine/{message.Item}/uphold", reason)).Status);
        Assert.Equal(403, (await app.PostAsync(Exercise.North, $"quarantine/{message.Item}/uphold", reason)).Status);
        Assert.Equal(404, (await app.PostAsync(Exercise.Olena, $"quarantine/{plain.Item}/uphold", reason)).Status);
        Assert.Equal(404, (await app.PostAsync(Exercise.Olena, $"quarantine/{Ids.New()}/uphold", reason)).Status);
        Assert.Equal(400, (await app.PostAsync(Exercise.Olena, $"quarantine/{message.Item}/uphold", new { reason = Marked })).Status);
        Assert.Single((await app.GetAsync(Exercise.Olena, "quarantine")).Body["quarantined"]!.AsArray());
    }

    [Fact]
    public async Task Nobody_settles_what_they_wrote_themselves()
    {
        var message = app.Message(Exercise.Olena, Marked, ["all"]);
        await app.TakeAsync(message);

        var settled = await app.PostAsync(Exercise.Olena, $"quarantine/{message.Item}/uphold", new { reason = "words" });

        Assert.Equal("CG-4031", (string?)settled.Body["code"]);
    }

    [Fact]
    public async Task The_next_marked_version_comes_before_them_again()
    {
        var message = app.Message(Exercise.Amal, Marked, ["all"]);
        await app.TakeAsync(message);
        await app.PostAsync(Exercise.Olena, $"quarantine/{message.Item}/return", new { reason = "words" });

        await app.TakeAsync(message with { Version = 2 });

        Assert.Single((await app.GetAsync(Exercise.Olena, "quarantine")).Body["quarantined"]!.AsArray());
        Assert.Null((await app.GetAsync(Exercise.Basma, $"items/{message.Item}")).Body["quarantine"]);
        Assert.Equal(204, (await app.PostAsync(Exercise.Olena, $"quarantine/{message.Item}/uphold", new { reason = "words" })).Status);
    }

    [Fact]
    public async Task An_author_is_told_before_sending()
    {
        var preview = await app.PostAsync(
            Exercise.Amal, "preview", new { channel = app.Plenary, kind = "message", content = new { text = Marked }, releaseTo = new[] { "all" } });

        Assert.Equal("classified", (string?)Assert.Single(preview.Body["findings"]!.AsArray())!["kind"]);
        Assert.All(preview.Body["views"]!.AsArray(), view => Assert.Equal("withheld", (string?)view!["outcome"]));
    }

    [Fact]
    public async Task A_write_service_that_asks_is_told_the_field()
    {
        var verdict = await app.CheckAsync(Exercise.Amal, app.Message(Exercise.Amal, Marked, ["all"]), fingerprint: null);

        Assert.Equal(["text"], verdict.MarkedFields);
    }

    private static JsonObject Text(string text) => new() { ["text"] = text, ["postedAt"] = "2026-03-01T08:00:00Z" };

    private async Task<string> ObservedAsync() =>
        (await app.GetAsync(Exercise.Chidi, "items?limit=50")).Text + string.Join(',', (await app.EntriesAsync(Exercise.Chidi)).Select(entry => entry.ToJsonString()));
}
