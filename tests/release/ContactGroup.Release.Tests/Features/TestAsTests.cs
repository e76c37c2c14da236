using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Tests.Features;

public sealed class TestAsTests : IAsyncLifetime, IDisposable
{
    private readonly ReleaseApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task What_a_coordinator_does_not_hold_is_absent_and_nobody_else_may_ask()
    {
        var secret = app.Message(Exercise.South, "For us.", ["own-side"]);
        var incident = app.Incident();
        await app.TakeAsync(secret);
        await app.TakeAsync(incident);

        Assert.Equal(await TestAsync("military:southern-force", Ids.New()), await TestAsync("military:southern-force", secret.Item));
        foreach (var other in new[] { Exercise.North, Exercise.Amal })
        {
            var answer = await app.PostAsync(other, "test-as", new { audience = "ingo", item = incident.Item });
            Assert.Equal("CG-2003", answer.Code);
        }
    }

    [Fact]
    public async Task Nothing_is_shown_that_the_coordinator_does_not_hold()
    {
        await app.OpenChannelAsync(app.Plenary, ChannelKind.Plenary, Posture.Cooperation);
        var message = app.Message(Exercise.South, "For all.", ["all"]);
        message.Content["author"] = new System.Text.Json.Nodes.JsonObject { ["id"] = "p", ["name"] = "Sergeant Quail" };
        await app.TakeAsync(message);
        var own = (await app.GetAsync(Exercise.Olena, $"items/{message.Item}")).Body["fields"]!.AsObject();

        var tested = await TestAsync("military:southern-force", message.Item);

        Assert.Equal("shown", (string?)tested.Body["outcome"]);
        Assert.All(tested.Body["now"]!.AsObject(), field => Assert.True(own.ContainsKey(field.Key), field.Key));
    }

    [Fact]
    public async Task It_shows_what_the_audience_holds_what_waits_and_what_another_posture_would_give()
    {
        var incident = app.Incident(summary: "Road closed.");
        await app.TakeAsync(incident);

        var waiting = (await TestAsync("military:northern-force", incident.Item)).Body;
        var other = (await TestAsync("military:southern-force", incident.Item)).Body;
        var apart = (await TestAsync("military:northern-force", incident.Item, "distance")).Body;
        await app.ReleaseAllAsync();
        var released = (await TestAsync("military:northern-force", incident.Item)).Body;

        Assert.Equal(("review", "Road closed."), ((string?)waiting["outcome"], (string?)waiting["afterReview"]!["summary"]));
        Assert.Null(waiting["now"]);
        Assert.Equal(("withheld", "withheld.not-released"), ((string?)other["outcome"], (string?)other["code"]));
        Assert.Equal(("withheld", "withheld.room"), ((string?)apart["outcome"], (string?)apart["code"]));
        Assert.Equal(("shown", "Road closed."), ((string?)released["outcome"], (string?)released["now"]!["summary"]));
        Assert.Null(released["now"]!["actorName"]);
    }

    [Fact]
    public async Task Another_posture_gives_back_nothing_that_a_coordinator_left_out()
    {
        var message = app.Message(Exercise.Amal, "Says Idris.", ["all"]);
        await app.TakeAsync(message);
        foreach (var review in await app.ReviewsAsync())
        {
            await app.PostAsync(
                Exercise.Olena, $"reviews/{review["review"]}/release", new { shown = (string?)review["shown"], fields = new { text = new { text = "Says somebody." } } });
        }

        var loose = (await TestAsync("military:northern-force", message.Item, "cooperation")).Body;

        Assert.Equal("Says somebody.", (string?)loose["now"]!["text"]);
    }

    [Fact]
    public async Task A_draft_is_tested_in_another_posture_and_stored_nowhere()
    {
        var draft = new { channel = app.Plenary, kind = "incident", content = new { hazard = "ROAD", summary = "Road closed." }, releaseTo = new[] { "own-side", "audience:military:northern-force" } };

        var near = await app.PostAsync(Exercise.Olena, "test-as", new { audience = "military:northern-force", draft });
        var apart = await app.PostAsync(Exercise.Olena, "test-as", new { audience = "military:northern-force", draft, posture = "distance" });
        var neither = await app.PostAsync(Exercise.Olena, "test-as", new { audience = "military:northern-force" });

        Assert.Equal(("review", "Road closed."), ((string?)near.Body["outcome"], (string?)near.Body["afterReview"]!["summary"]));
        Assert.Equal("withheld", (string?)apart.Body["outcome"]);
        Assert.Equal("CG-1002", neither.Code);
        Assert.Equal(0, (int)(await app.GetAsync(Exercise.Olena, "items")).Body["count"]!);
    }

    [Fact]
    public void The_common_part_is_never_finer_than_what_the_onlooker_holds()
    {
        var schema = Contracts.Items.ItemSchemas.Find("message")!;
        var full = Fields("""{ "text": "words", "postedAt": "2026-03-01T08:00:00Z", "edited": true }""");
        var coarse = Fields("""{ "postedAt": { "coarse": true, "day": "2026-03-01" } }""");

        Assert.Equal(coarse.ToJsonString(), CommonPart.Of(full, coarse, schema).ToJsonString());
        Assert.Equal(coarse.ToJsonString(), CommonPart.Of(coarse, full, schema).ToJsonString());
        Assert.Empty(CommonPart.Of(full, Fields("{}"), schema));
        Assert.Empty(CommonPart.Of(Fields("""{ "postedAt": "2026-03-02T08:00:00Z" }"""), Fields("""{ "postedAt": "2026-03-01T08:00:00Z" }"""), schema));
    }

    private static System.Text.Json.Nodes.JsonObject Fields(string json) => System.Text.Json.Nodes.JsonNode.Parse(json)!.AsObject();

    private Task<Answer> TestAsync(string audience, string item, string? posture = null) =>
        app.PostAsync(Exercise.Olena, "test-as", new { audience, item, posture });
}
