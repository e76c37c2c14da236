using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Movements;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Release.Tests.Features;

/// <summary>What of an advisory goes to whom: to the humanitarian side in every posture, and never unit, operation, source or the person.</summary>
public sealed class ReleaseOfAnAdvisoryTests : IAsyncLifetime, IDisposable
{
    private const string Unit = "Canary battalion";
    private const string Operation = "Canary sweep";
    private const string Source = "Canary patrol";
    private static readonly string[] OwnAlone = ["unit", "operation", "source", "issuedBy"];
    private static readonly Participant NorthColleague = Exercise.North with { PersonId = Ids.New(), DisplayName = "Clerk North", SessionId = Ids.New() };
    private static readonly Participant Mission = Exercise.Of("Attaché", "Mission", Constituency.Political);

    private readonly ReleaseApp app = new();
    private readonly string room = Ids.New();

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        await app.OpenChannelAsync(room, ChannelKind.Notification, Posture.Coexistence, "all");
        await app.JoinAsync(NorthColleague);
        await app.JoinAsync(Mission);
    }

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData(Posture.Cooperation)]
    [InlineData(Posture.Coexistence)]
    [InlineData(Posture.Distance)]
    public async Task The_humanitarian_side_gets_all_that_was_written_for_it_in_every_posture_at_once(Posture posture)
    {
        await app.OpenChannelAsync(room, ChannelKind.Notification, posture, "all");
        var advisory = Advisory();

        await app.TakeAsync(advisory);

        foreach (var reader in new[] { Exercise.Amal, Exercise.Chidi, Exercise.Dora, Exercise.Olena })
        {
            var seen = await app.GetAsync(reader, $"items/{advisory.Item}");
            Assert.Equal(200, seen.Status);
            Assert.Equal(
                advisory.Content.Select(field => field.Key).Except(OwnAlone, StringComparer.Ordinal).Order(StringComparer.Ordinal),
                seen.Body["fields"]!.AsObject().Select(field => field.Key).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task What_is_the_force_s_own_is_in_nothing_that_others_can_ask_for()
    {
        var advisory = Advisory();
        await app.TakeAsync(advisory);
        var next = Advisory(after: advisory, summary: "Open again for light vehicles.");
        await app.TakeAsync(next);

        foreach (var reader in new[] { Exercise.Amal, Exercise.Dora, Exercise.Olena, Exercise.South, Mission })
        {
            foreach (var path in Paths(advisory.Item))
            {
                Assert.DoesNotContain("Canary", (await app.GetAsync(reader, path)).Text, StringComparison.OrdinalIgnoreCase);
            }

            foreach (var word in (string[])["canary", "battalion", "sweep", "patrol"])
            {
                Assert.Equal(0, (int)(await app.GetAsync(reader, $"items?q={word}")).Body["count"]!);
            }
        }

        foreach (var own in new[] { Exercise.North, NorthColleague })
        {
            Assert.Equal(Unit, (string?)(await app.GetAsync(own, $"items/{advisory.Item}")).Body["fields"]!["unit"]);
            Assert.Equal(1, (int)(await app.GetAsync(own, "items?q=battalion")).Body["count"]!);
        }
    }

    [Fact]
    public async Task Another_force_and_the_political_side_get_the_answer_of_a_thing_that_does_not_exist_and_no_entry()
    {
        var heads = (await HeadAsync(Exercise.South), await HeadAsync(Mission));
        var advisory = Advisory();

        await app.TakeAsync(advisory);

        foreach (var other in new[] { Exercise.South, Mission })
        {
            foreach (var (hidden, absent) in Paths(advisory.Item).Zip(Paths(Ids.New())).Where(pair => pair.First != pair.Second))
            {
                var (got, none) = (await app.GetAsync(other, hidden), await app.GetAsync(other, absent));
                Assert.Equal(404, got.Status);
                Assert.Equal((none.Status, none.Code, none.Headers), (got.Status, got.Code, got.Headers));
            }
        }

        Assert.Equal(heads, (await HeadAsync(Exercise.South), await HeadAsync(Mission)));
    }

    [Fact]
    public async Task A_change_of_what_is_the_force_s_own_tells_nobody_else_anything()
    {
        var advisory = Advisory();
        await app.TakeAsync(advisory);
        var (head, seen) = (await HeadAsync(Exercise.Amal), await app.GetAsync(Exercise.Amal, $"items/{advisory.Item}"));
        var history = await app.GetAsync(Exercise.Amal, $"items/{advisory.Item}/history");
        var next = Advisory(after: advisory);
        next.Content["operation"] = "Another sweep";

        await app.TakeAsync(next);

        Assert.Equal(head, await HeadAsync(Exercise.Amal));
        Assert.Equal(seen, await app.GetAsync(Exercise.Amal, $"items/{advisory.Item}"));
        Assert.Equal(history, await app.GetAsync(Exercise.Amal, $"items/{advisory.Item}/history"));
        Assert.Equal("Another sweep", (string?)(await app.GetAsync(NorthColleague, $"items/{advisory.Item}")).Body["fields"]!["operation"]);
    }

    [Fact]
    public async Task A_position_in_the_words_waits_for_a_coordinator_and_its_author_hears_of_it_beforehand()
    {
        var clean = Advisory();
        var worded = Advisory(summary: "Closed at 12.34567, 45.67891 until further notice.");
        Assert.Empty((await app.CheckAsync(Exercise.North, clean, fingerprint: null)).Waiting);

        Assert.Contains("ingo", (await app.CheckAsync(Exercise.North, worded, fingerprint: null)).Waiting);
        await app.TakeAsync(worded);

        Assert.Equal(404, (await app.GetAsync(Exercise.Amal, $"items/{worded.Item}")).Status);
        Assert.Equal(200, (await app.GetAsync(Exercise.Olena, $"items/{worded.Item}")).Status);
        Assert.Single(await app.ReviewsAsync());
        Assert.DoesNotContain("Canary", (await app.GetAsync(Exercise.Olena, "reviews")).Text, StringComparison.Ordinal);
        var tested = await app.PostAsync(Exercise.Olena, "test-as", new { audience = "ingo", item = worded.Item });
        Assert.Equal(200, tested.Status);
        Assert.DoesNotContain("Canary", tested.Text, StringComparison.Ordinal);
        await app.ReleaseAllAsync();
        Assert.Equal(200, (await app.GetAsync(Exercise.Amal, $"items/{worded.Item}")).Status);
    }

    [Fact]
    public async Task A_position_in_what_is_the_force_s_own_holds_nothing_back()
    {
        var advisory = Advisory();
        advisory.Content["operation"] = "Canary sweep at 12.34567, 45.67891, call +999 11 555 0134";

        await app.TakeAsync(advisory);

        Assert.Empty((await app.CheckAsync(Exercise.North, advisory, fingerprint: null)).Waiting);
        Assert.Equal(200, (await app.GetAsync(Exercise.Amal, $"items/{advisory.Item}")).Status);
    }

    [Fact]
    public async Task A_marking_above_unclassified_quarantines_it_wherever_it_stands()
    {
        var advisory = Advisory();
        advisory.Content["operation"] = "NATO SECRET";

        await app.TakeAsync(advisory);

        Assert.DoesNotContain("Canary", (await app.GetAsync(Exercise.Olena, "quarantine")).Text, StringComparison.Ordinal);

        Assert.Equal(["operation"], (await app.CheckAsync(Exercise.North, advisory, fingerprint: null)).MarkedFields);
        Assert.Equal(404, (await app.GetAsync(Exercise.Amal, $"items/{advisory.Item}")).Status);
    }

    [Fact]
    public async Task An_advisory_of_coordination_stays_with_the_humanitarian_side()
    {
        var advisory = Advisory(by: Exercise.Olena);
        foreach (var own in OwnAlone[..3])
        {
            advisory.Content.Remove(own);
        }

        await app.TakeAsync(advisory);

        Assert.Equal(200, (await app.GetAsync(Exercise.Amal, $"items/{advisory.Item}")).Status);
        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{advisory.Item}")).Status);
        Assert.Equal(404, (await app.GetAsync(Mission, $"items/{advisory.Item}")).Status);
    }

    [Fact]
    public async Task When_its_time_is_over_others_have_it_no_longer()
    {
        var advisory = Advisory() with { Expires = app.Clock.GetUtcNow() + TimeSpan.FromMinutes(10) };
        await app.TakeAsync(advisory);

        app.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(404, (await app.GetAsync(Exercise.Amal, $"items/{advisory.Item}")).Status);
        Assert.Equal(0, (int)(await app.GetAsync(Exercise.Amal, "items?kind=advisory")).Body["count"]!);
        Assert.Equal(200, (await app.GetAsync(NorthColleague, $"items/{advisory.Item}")).Status);
    }

    [Fact]
    public async Task Its_force_is_not_told_when_which_version_was_read()
    {
        var advisory = Advisory();
        await app.TakeAsync(advisory);
        await app.ReleaseAllAsync();
        await app.GetAsync(Exercise.Amal, $"items/{advisory.Item}");

        var report = await app.GetAsync(Exercise.North, $"items/{advisory.Item}/exposure");

        var humanitarian = report.Body["audiences"]!.AsArray().Single(line => (string?)line!["audience"] == "side:humanitarian")!;
        Assert.Null(humanitarian["versions"]);
    }

    private static IEnumerable<string> Paths(string item) =>
        [$"items/{item}", $"items/{item}/explanation", $"items/{item}/history", $"items/{item}/exposure", "items?kind=advisory"];

    private async Task<long> HeadAsync(Participant who) => (long)(await app.StreamAsync(who, channel: room))["head"]!;

    private ItemVersioned Advisory(ItemVersioned? after = null, string summary = "The bridge is closed to all vehicles.", Participant? by = null)
    {
        var author = by ?? Exercise.North;
        return app.Incident() with
        {
            Item = after?.Item ?? Ids.New(),
            Version = (after?.Version ?? 0) + 1,
            Channel = room,
            Kind = AdvisorySchema.Schema.Kind,
            Reference = "ADV-TEST-0001",
            Origin = new ItemOrigin(
                author.PersonId, author.DisplayName, author.OrganisationId!, author.OrganisationName!, author.Constituency, author.Force),
            ReleaseTo = ["own-side", "humanitarian"],
            Expires = app.Clock.GetUtcNow() + TimeSpan.FromDays(3),
            Content = new JsonObject
            {
                ["version"] = 1,
                ["state"] = "IN_FORCE",
                ["advisoryType"] = "CLOSURE",
                ["severity"] = "SEVERE",
                ["urgency"] = "EXPECTED",
                ["certainty"] = "LIKELY",
                ["adviceToOthers"] = "AVOID_AREA",
                ["validFrom"] = "2026-03-01T06:00:00Z",
                ["validUntil"] = "2026-03-04T18:00:00Z",
                ["country"] = "XXA",
                ["admin1"] = "Meridian North",
                ["place"] = "Old bridge",
                ["position"] = new JsonObject { ["lat"] = 12.345678, ["lon"] = 45.678912 },
                ["radius"] = 2_000,
                ["outline"] = new JsonArray(Corner(12.3, 45.6), Corner(12.4, 45.6), Corner(12.4, 45.7)),
                ["summary"] = summary,
                ["callContact"] = new JsonObject { ["name"] = "Liaison", ["phone"] = "+999 11 555 0177" },
                ["unit"] = Unit,
                ["operation"] = Operation,
                ["source"] = Source,
                ["organisation"] = new JsonObject { ["id"] = author.OrganisationId, ["name"] = author.OrganisationName, ["constituency"] = "military" },
                ["issuedBy"] = new JsonObject { ["id"] = author.PersonId, ["name"] = author.DisplayName },
            },
        };
    }

    private static JsonObject Corner(double lat, double lon) => new() { ["lat"] = lat, ["lon"] = lon };
}
