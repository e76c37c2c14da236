using System.Text.Json;
using ContactGroup.Client;

namespace ContactGroup.System.Tests.Scenarios;

/// <summary>
/// The main story. An NGO reports an incident: its own side has all of it at once, the northern force its part after a coordinator's release, the southern
/// force nothing; and lists, counts, search and explanations agree with that.
/// </summary>
[Collection(DeploymentCollection.Name)]
public sealed class NgoReportTests(Deployment deployment)
{
    private readonly string open = Word();
    private readonly string closed = Word();

    [Fact]
    public async Task The_own_side_gets_all_the_named_force_its_part_after_release_and_the_other_force_nothing()
    {
        var (amal, jonas, ines) = (await deployment.AsAsync("amal"), await deployment.AsAsync("jonas"), await deployment.AsAsync("ines"));
        var (okan, rafiq) = (await deployment.AsAsync("okan"), await deployment.AsAsync("rafiq"));
        await using var ownSide = await Listener.StartAsync(jonas);
        await using var north = await Listener.StartAsync(okan);
        await using var south = await Listener.StartAsync(rafiq);
        var before = (North: await CountAsync(okan), South: await CountAsync(rafiq));

        var report = (await amal.Client.ReportAsync(await amal.ChannelAsync("Plenary"), Report())).Item;

        var full = await ownSide.HearsAsync(report);
        Assert.Equal("put", full.Op);
        Assert.Contains(closed, Text(full.View!, "narrativeRestricted"), StringComparison.Ordinal);
        Assert.Equal(7.25, full.View!.Fields["position"].GetProperty("lat").GetDouble());
        Assert.Equal(1, (await SearchAsync(jonas, closed)).Count);

        // What waits for review is nothing to either force: what comes after it in the same channel comes alone.
        await SaysSomethingAsync(okan, north);
        await SaysSomethingAsync(rafiq, south);
        await AssertAbsentAsync(okan, report, before.North + 1);
        Assert.DoesNotContain(north.Heard, entry => entry.Item == report);

        var review = Assert.Single(await ines.ReviewsOfAsync(report));
        Assert.Equal("audience:military:northern-force", review.Audience);
        Assert.DoesNotContain(closed, JsonSerializer.Serialize(review.Proposed), StringComparison.Ordinal);
        await ines.Client.Coordination.ReleaseAsync(review);

        var part = await north.HearsAsync(report);
        Assert.Equal("put", part.Op);
        Assert.Contains(open, Text(part.View!, "summary"), StringComparison.Ordinal);
        Assert.True(part.View!.Fields["position"].GetProperty("coarse").GetBoolean());
        Assert.DoesNotContain(part.View.Fields.Keys, name => name is "narrativeRestricted" or "actorName" or "reportedBy" or "impact");
        Assert.DoesNotContain(closed, JsonSerializer.Serialize(part), StringComparison.Ordinal);
        Assert.DoesNotContain("Northlight", JsonSerializer.Serialize(part), StringComparison.Ordinal);
        Assert.Equal(before.North + 2, await CountAsync(okan));
        Assert.Equal(1, (await SearchAsync(okan, open)).Count);
        Assert.Equal(0, (await SearchAsync(okan, closed)).Count);
        Assert.Null((await okan.Client.ExplainAsync(report)).Others);

        await SaysSomethingAsync(rafiq, south);
        await AssertAbsentAsync(rafiq, report, before.South + 2);
        Assert.DoesNotContain(south.Heard, entry => entry.Item == report);

        var told = Assert.Single((await amal.SeesAsync(report, item => item.Releases is [{ State: "released" }])).Releases!);
        Assert.Equal("audience:military:northern-force", told.Audience);
    }

    private IncidentReport Report() => new()
    {
        Category = "AMBUSH_ROAD_ATTACK",
        OccurredAt = "2026-02-26T07:40:00Z",
        Admin1 = "Highland",
        Position = new GeoPosition(7.25, 3.5),
        Impact = new Dictionary<string, int>(StringComparer.Ordinal) { ["injured"] = 1 },
        Summary = $"EXERCISE. Avoid the road {open}.",
        NarrativeRestricted = $"EXERCISE. {closed} was seen.",
        ReleaseTo = ["own-side", "audience:military:northern-force"],
    };

    private async Task AssertAbsentAsync(Participant force, string report, int count)
    {
        Assert.Equal(ErrorCodes.NotFound, await force.LooksForAsync(report));
        Assert.Equal(ErrorCodes.NotFound, (await Assert.ThrowsAsync<ContactGroupException>(() => force.Client.ExplainAsync(report))).Code);
        Assert.Equal(0, (await SearchAsync(force, open)).Count);
        Assert.Equal(count, await CountAsync(force));
        Assert.DoesNotContain((await force.StreamsAsync()).Values.SelectMany(entries => entries), entry => entry.Item == report);
    }

    private static async Task SaysSomethingAsync(Participant force, Listener listener)
    {
        var said = await force.Client.PostAsync(await force.ChannelAsync("Plenary"), new MessageDraft("EXERCISE. Among ourselves."));
        await listener.HearsAsync(said.Item);
    }

    private static async Task<int> CountAsync(Participant who) => (await who.Client.FindItemsAsync(new ItemQuery())).Count;

    private static Task<ItemPage> SearchAsync(Participant who, string word) => who.Client.FindItemsAsync(new ItemQuery(Text: word));

    private static string Text(Item view, string field) => view.Fields[field].GetString()!;

    private static string Word() => "w" + IdempotencyKey.New();
}
