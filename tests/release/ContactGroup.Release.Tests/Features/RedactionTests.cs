using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Release.Tests.Features;

public sealed class RedactionTests : IAsyncLifetime, IDisposable
{
    private const string Long = "Road closed near the bridge, says the guard Idris.";
    private const string Short = "Road closed near the bridge.";

    private readonly ReleaseApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_force_cannot_tell_a_view_that_was_edited_from_one_that_was_written_so()
    {
        var written = app.Incident(summary: Short);
        written.Content.Remove("admin1");
        var edited = app.Incident(summary: Long);
        await app.TakeAsync(written);
        await app.TakeAsync(edited);

        await ReleaseAsync(written, new { });
        await ReleaseAsync(edited, new { summary = new { text = Short }, admin1 = new { omit = true } });

        foreach (var path in new[] { "items/{0}", "items/{0}/explanation", "items/{0}/history" })
        {
            Assert.Equal(await SeenAsync(path, written), await SeenAsync(path, edited));
        }

        Assert.Equal(await FramesAsync(written), await FramesAsync(edited));
        Assert.Equal(0, (int)(await app.GetAsync(Exercise.North, "items?q=idris")).Body["count"]!);
    }

    [Fact]
    public async Task The_owner_reads_what_the_others_got_and_the_record_keeps_both()
    {
        var incident = app.Incident(summary: Long);
        await app.TakeAsync(incident);

        await ReleaseAsync(incident, new { summary = new { text = Short } }, "Names a guard.");

        var note = (await app.GetAsync(Exercise.Basma, $"items/{incident.Item}")).Body["releases"]!.AsArray()
            .Single(note => (string?)note!["audience"] == "audience:military:northern-force")!;
        Assert.Equal(("released", true, "Names a guard."), ((string?)note["state"], (bool)note["edited"]!, (string?)note["reason"]));
        Assert.Equal(Short, (string?)note["fields"]!["summary"]);
        Assert.Equal(Long, (string?)(await app.GetAsync(Exercise.Chidi, $"items/{incident.Item}")).Body["fields"]!["summary"]);
    }

    [Fact]
    public async Task A_later_version_with_the_same_proposal_keeps_the_edited_view_and_another_asks_again()
    {
        var incident = app.Incident(summary: Long);
        await app.TakeAsync(incident);
        await ReleaseAsync(incident, new { summary = new { text = Short } });
        var before = await app.GetAsync(Exercise.North, $"items/{incident.Item}");

        await app.TakeAsync(app.Incident(actor: "Somebody else", summary: Long, version: 2, item: incident.Item));
        Assert.Equal(before, await app.GetAsync(Exercise.North, $"items/{incident.Item}"));
        Assert.Empty(await app.ReviewsAsync());

        await app.TakeAsync(app.Incident(summary: Long + " He lives there.", version: 3, item: incident.Item));
        Assert.Equal(before, await app.GetAsync(Exercise.North, $"items/{incident.Item}"));
        Assert.Single(await app.ReviewsAsync());
    }

    [Fact]
    public async Task Receipts_and_newcomers_bring_nothing_back_that_was_left_out()
    {
        var incident = app.Incident(summary: Long);
        await app.TakeAsync(incident);
        await ReleaseAsync(incident, new { summary = new { omit = true } });
        var before = await app.GetAsync(Exercise.North, $"items/{incident.Item}");

        await app.AcknowledgeAsync(Exercise.North, incident.Item);
        await app.JoinAsync(Exercise.Of("Rana", "Crescent society", Constituency.Rcrc));
        await app.OpenChannelAsync(app.Plenary, ChannelKind.Plenary, Posture.Coexistence);

        Assert.Equal(before, await app.GetAsync(Exercise.North, $"items/{incident.Item}"));
        Assert.Empty(await app.ReviewsAsync());
    }

    [Fact]
    public async Task What_goes_at_once_goes_without_what_a_coordinator_left_out_of_it()
    {
        await app.OpenChannelAsync(app.Plenary, ChannelKind.Plenary, Posture.Cooperation);
        var incident = app.Incident(summary: Long) with { Sensitivity = Sensitivity.Low };
        await app.TakeAsync(incident);
        Assert.NotNull((await FieldsAsync(incident))["position"]);

        await ReleaseAsync(incident, new { position = new { omit = true } });
        Assert.Null((await FieldsAsync(incident))["position"]);
        await app.TakeAsync(app.Incident(summary: "Other words.", version: 2, item: incident.Item) with { Sensitivity = Sensitivity.Low });

        Assert.Null((await FieldsAsync(incident))["position"]);
        Assert.Single(await app.ReviewsAsync());
    }

    [Fact]
    public async Task Stricter_rules_leave_of_the_edited_view_what_they_give_and_ask_nobody()
    {
        await app.OpenChannelAsync(app.Plenary, ChannelKind.Plenary, Posture.Cooperation);
        var message = app.Message(Exercise.Amal, Long, ["all"]) with { Sensitivity = Sensitivity.High };
        await app.TakeAsync(message);
        await ReleaseAsync(message, new { text = new { text = Short }, postedAt = new { grain = "coarse" } });
        Assert.Equal("2026-03-01", (string?)(await FieldsAsync(message))["postedAt"]!["day"]);

        await app.OpenChannelAsync(app.Plenary, ChannelKind.Plenary, Posture.Coexistence);

        Assert.Equal(Short, (string?)(await FieldsAsync(message))["text"]);
        Assert.Equal("2026-03-01", (string?)(await FieldsAsync(message))["postedAt"]!["day"]);
        Assert.Empty(await app.ReviewsAsync());
    }

    [Fact]
    public async Task Looser_rules_bring_back_no_words_that_a_coordinator_took_out()
    {
        var message = app.Message(Exercise.Amal, Long, ["all"]);
        await app.TakeAsync(message);
        await ReleaseAsync(message, new { text = new { text = Short } });

        await app.OpenChannelAsync(app.Plenary, ChannelKind.Plenary, Posture.Cooperation);
        Assert.Equal(Short, (string?)(await FieldsAsync(message))["text"]);

        await app.TakeAsync(message with { Version = 2, Content = new JsonObject { ["text"] = "Idris again.", ["postedAt"] = "2026-03-01T08:00:00Z" } });
        Assert.NotEqual("Idris again.", (string?)(await FieldsAsync(message))["text"]);
        Assert.NotEmpty(await app.ReviewsAsync());
    }

    [Fact]
    public async Task What_is_released_is_what_was_looked_at()
    {
        var incident = app.Incident(summary: Long);
        await app.TakeAsync(incident);
        var review = await ReviewAsync(incident);

        var unsaid = await app.PostAsync(Exercise.Olena, $"reviews/{review["review"]}/release", new { });
        var unseen = await app.PostAsync(Exercise.Olena, $"reviews/{review["review"]}/release", new { fields = new { summary = new { omit = true } } });
        var other = await app.PostAsync(Exercise.Olena, $"reviews/{review["review"]}/release", new { shown = "something else" });

        Assert.Equal(("CG-1002", "CG-1002", "CG-4030"), (unsaid.Code, unseen.Code, other.Code));
        Assert.Contains("shown", unsaid.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{incident.Item}")).Status);
        Assert.Single(await app.ReviewsAsync());
    }

    [Theory]
    [InlineData("""{ "actorName": { "omit": true } }""", "fields.actorName")]
    [InlineData("""{ "actorName": { "text": "Somebody" } }""", "fields.actorName")]
    [InlineData("""{ "nonsense": { "omit": true } }""", "fields.nonsense")]
    [InlineData("""{ "hazard": { "text": "words" } }""", "fields.hazard")]
    [InlineData("""{ "position": { "grain": "coarse" } }""", "fields.position")]
    [InlineData("""{ "summary": { "grain": "coarse" } }""", "fields.summary")]
    [InlineData("""{ "summary": { "grain": "full" } }""", "fields.summary")]
    [InlineData("""{ "summary": { "text": "  " } }""", "fields.summary.text")]
    [InlineData("""{ "summary": { "text": "words", "omit": true } }""", "fields.summary")]
    [InlineData("""{ "summary": {} }""", "fields.summary")]
    public async Task A_change_that_adds_or_makes_no_sense_is_refused_by_its_field(string fields, string named)
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);
        var review = await ReviewAsync(incident);

        var answer = await app.PostAsync(Exercise.Olena, $"reviews/{review["review"]}/release", new { shown = (string?)review["shown"], fields = JsonNode.Parse(fields) });

        Assert.Equal("CG-1002", answer.Code);
        Assert.Equal([named], answer.Body["errors"]!.AsObject().Select(error => error.Key));
        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{incident.Item}")).Status);
    }

    [Fact]
    public async Task Leaving_everything_out_is_a_return()
    {
        var message = app.Message(Exercise.Amal, Long, ["all"]);
        message.Content.Remove("postedAt");
        await app.TakeAsync(message);
        var review = await ReviewAsync(message);
        var all = review["proposed"]!.AsObject().ToDictionary(field => field.Key, _ => new { omit = true }, StringComparer.Ordinal);

        var answer = await app.PostAsync(Exercise.Olena, $"reviews/{review["review"]}/release", new { shown = (string?)review["shown"], fields = all });

        Assert.Equal("CG-1002", answer.Code);
        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{message.Item}")).Status);
    }

    [Fact]
    public async Task Of_two_coordinators_at_once_one_decides()
    {
        var incident = app.Incident(summary: Long);
        await app.TakeAsync(incident);
        var review = await ReviewAsync(incident);

        var answers = await Task.WhenAll(
            app.PostAsync(Exercise.Olena, $"reviews/{review["review"]}/release", new { shown = (string?)review["shown"], fields = new { summary = new { text = Short } } }),
            app.PostAsync(Exercise.Olena, $"reviews/{review["review"]}/release", new { shown = (string?)review["shown"] }));

        Assert.Equal([204, 409], answers.Select(answer => answer.Status).Order());
        Assert.Contains((string?)(await FieldsAsync(incident))["summary"], new[] { Short, Long });
    }

    [Fact]
    public async Task Nobody_lets_go_to_a_force_what_they_wrote_themselves()
    {
        var petra = Exercise.Olena with { PersonId = Contracts.Ids.New(), DisplayName = "Petra", SessionId = Contracts.Ids.New() };
        await app.JoinAsync(petra);
        var message = app.Message(Exercise.Olena, "Meeting at nine.", ["own-side", "audience:military:northern-force"]) with { Sensitivity = Sensitivity.Low };
        await app.TakeAsync(message);
        var review = await ReviewAsync(message);

        var own = await app.ReleaseAsync(Exercise.Olena, review);
        Assert.Equal("CG-4031", own.Code);
        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{message.Item}")).Status);

        Assert.Equal(204, (await app.ReleaseAsync(petra, review)).Status);
        Assert.Equal(200, (await app.GetAsync(Exercise.North, $"items/{message.Item}")).Status);
    }

    [Fact]
    public async Task Who_corrected_words_of_a_colleague_does_not_let_them_go_to_a_force_even_after_somebody_else_wrote_on()
    {
        var petra = Exercise.Olena with { PersonId = Contracts.Ids.New(), DisplayName = "Petra", SessionId = Contracts.Ids.New() };
        await app.JoinAsync(petra);
        var first = app.Message(petra, "Meeting at nine.", ["own-side", "audience:military:northern-force"]);
        await app.TakeAsync(first);
        await app.TakeAsync(first with { Version = 2, By = Exercise.Olena.PersonId });
        await app.TakeAsync(first with { Version = 3, By = petra.PersonId });
        var review = await ReviewAsync(first);

        var own = await app.ReleaseAsync(Exercise.Olena, review);

        Assert.Equal("CG-4031", own.Code);
        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{first.Item}")).Status);
    }

    [Fact]
    public async Task A_recall_keeps_what_was_changed_as_a_suggestion_that_applies_to_nothing_by_itself()
    {
        var incident = app.Incident(summary: Long);
        await app.TakeAsync(incident);
        await ReleaseAsync(incident, new { summary = new { text = Short }, position = new { omit = true } });
        await RecallAsync(incident);

        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{incident.Item}")).Status);
        var review = await ReviewAsync(incident);
        Assert.Equal(Long, (string?)review["proposed"]!["summary"]);
        Assert.Equal($$$"""{"position":{"omit":true},"summary":{"text":"{{{Short}}}"}}""", review["suggested"]!.ToJsonString());

        await ReleaseAsync(incident, review["suggested"]!);
        Assert.Equal(Short, (string?)(await FieldsAsync(incident))["summary"]);
        Assert.Null((await FieldsAsync(incident))["position"]);
    }

    [Fact]
    public async Task A_suggestion_is_lost_neither_by_a_second_recall_nor_by_a_new_version_and_concerns_its_target_alone()
    {
        var incident = app.Incident(summary: Long) with { ReleaseTo = ["own-side", "audience:military:northern-force", "side:political"] };
        await app.JoinAsync(Exercise.Of("Greta", "A mission", Constituency.Political));
        await app.TakeAsync(incident);
        var north = (await app.ReviewsAsync()).First(review => (string?)review["item"] == incident.Item && (string?)review["audience"] == "audience:military:northern-force");
        await app.PostAsync(Exercise.Olena, $"reviews/{north["review"]}/release", new { shown = (string?)north["shown"], fields = new { summary = new { omit = true } } });
        await RecallAsync(incident);
        await RecallAsync(incident);

        await app.TakeAsync(incident with { Version = 2, Content = app.Incident(summary: "Other words.").Content });

        var waiting = (await app.ReviewsAsync()).Where(review => (string?)review["item"] == incident.Item).ToList();
        Assert.Equal(
            """{"summary":{"omit":true}}""",
            waiting.Single(review => (string?)review["audience"] == "audience:military:northern-force")["suggested"]!.ToJsonString());
        Assert.All(waiting.Where(review => (string?)review["audience"] == "side:political"), review => Assert.Null(review["suggested"]));
    }

    [Fact]
    public async Task Every_distinct_view_of_a_side_is_shown_and_goes_only_when_it_was()
    {
        var donor = Exercise.Of("Finn", "A donor", Constituency.Donor);
        var mission = Exercise.Of("Greta", "A mission", Constituency.Political);
        await app.JoinAsync(donor);
        await app.JoinAsync(mission);
        await app.RestartAsync(DonorsAreToldWho());
        var message = Signed("Road closed.");
        await app.TakeAsync(message);

        var review = await ReviewAsync(message);
        Assert.Equal(2, review["views"]!.AsArray().Count);
        await ReleaseAsync(message, new { });

        Assert.Contains("Relief", (await app.GetAsync(donor, $"items/{message.Item}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Relief", (await app.GetAsync(mission, $"items/{message.Item}")).Text, StringComparison.Ordinal);
    }

    /// <summary>A message of Amal to her side and the political one, that says from which organisation it is.</summary>
    private ItemVersioned Signed(string text)
    {
        var message = app.Message(Exercise.Amal, text, ["own-side", "side:political"]);
        message.Content["organisation"] = new JsonObject { ["name"] = Exercise.Amal.OrganisationName, ["constituency"] = "ingo" };
        return message;
    }

    /// <summary>The shipped policy with a grant by which two constituencies of one side get different views of a message.</summary>
    private static byte[] DonorsAreToldWho()
    {
        var policy = JsonNode.Parse(ShippedPolicies.HumanitarianSpaceUtf8)!.AsObject();
        var grants = policy["grants"]!.AsArray();
        var crosses = grants.Single(grant => (string?)grant!["id"] == "plenary-humanitarian-coexistence")!;
        var donors = crosses.DeepClone();
        donors["id"] = "plenary-humanitarian-donors";
        donors["audiences"] = new JsonArray("donor");
        donors["postures"] = new JsonArray("cooperation", "coexistence");
        donors["disclose"]!["organisation"] = "full";
        grants.Add(donors);
        policy["version"] = 3;
        return System.Text.Encoding.UTF8.GetBytes(policy.ToJsonString());
    }

    private async Task RecallAsync(ItemVersioned item) => Assert.Equal(204, (await app.PostAsync(
        Exercise.Olena, $"items/{item.Item}/recall", new { target = "audience:military:northern-force", reason = "Not safe." })).Status);

    private async Task<JsonNode> ReviewAsync(ItemVersioned item) =>
        (await app.ReviewsAsync()).First(review => (string?)review["item"] == item.Item);

    /// <summary>Releases every review of the item with the same changes.</summary>
    private async Task ReleaseAsync(ItemVersioned item, object fields, string? note = null)
    {
        foreach (var review in (await app.ReviewsAsync()).Where(review => (string?)review["item"] == item.Item))
        {
            var answer = await app.PostAsync(Exercise.Olena, $"reviews/{review["review"]}/release", new { note, shown = (string?)review["shown"], fields });
            Assert.True(answer.Status == 204, answer.Text);
        }
    }

    private async Task<JsonObject> FieldsAsync(ItemVersioned item) =>
        (await app.GetAsync(Exercise.North, $"items/{item.Item}")).Body["fields"]!.AsObject();

    private async Task<string> SeenAsync(string path, ItemVersioned item)
    {
        var answer = await app.GetAsync(Exercise.North, string.Format(System.Globalization.CultureInfo.InvariantCulture, path, item.Item));
        return $"{answer.Status} {answer.Text.Replace(item.Item, "ITEM", StringComparison.Ordinal)}";
    }

    /// <summary>What the force's stream shows of an item, without the numbers that differ between any two entries.</summary>
    private async Task<IReadOnlyList<string>> FramesAsync(ItemVersioned item) =>
        [.. (await app.EntriesAsync(Exercise.North)).Where(entry => (string?)entry["item"] == item.Item).Select(entry =>
        {
            entry["seq"] = 0;
            entry["prevSeq"] = 0;
            return entry.ToJsonString().Replace(item.Item, "ITEM", StringComparison.Ordinal);
        })];
}
