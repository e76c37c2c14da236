using System.Text.Json.Nodes;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Release;

namespace ContactGroup.Incidents.Tests.Features;

/// <summary>What release has against a draft is heard before anything is stored.</summary>
public sealed class DraftGateTests(IncidentsApp app) : IClassFixture<IncidentsApp>
{
    private static readonly DraftVerdict Nothing = new([], Wider: null);
    private static readonly DraftVerdict Marked = new(["summary"], Wider: null);
    private static readonly DraftVerdict Wider = new([], new WiderAudience([new JsonObject { ["audience"] = "side:political" }], "sealed"));

    private readonly string channel = app.Channels.Open();

    [Fact]
    public async Task A_report_to_a_wider_audience_is_not_stored_and_its_key_still_works()
    {
        var key = Ids.New();
        app.DraftGate.Verdict = Wider;
        var refused = await app.PostAsync(People.Ngo, $"channels/{channel}/reports", Reports.Good(), key);

        app.DraftGate.Verdict = Nothing;
        var taken = await app.PostAsync(People.Ngo, $"channels/{channel}/reports", Reports.Good(), key);

        Assert.Equal((409, "CG-3020"), (refused.Status, refused.Code));
        Assert.Equal(202, taken.Status);
    }

    [Theory]
    [InlineData("update", "{\"stage\":\"UPDATE\",\"summary\":\"More\"}")]
    [InlineData("correct", "{\"summary\":\"Right\",\"reason\":\"Was wrong\"}")]
    public async Task An_amendment_with_a_marked_text_is_refused_by_its_field(string verb, string body)
    {
        var item = await app.ReportedAsync(People.Ngo, channel);
        app.DraftGate.Verdict = Marked;

        var refused = await app.PostAsync(People.Ngo, $"items/{item}/{verb}", body);
        app.DraftGate.Verdict = Nothing;
        var taken = await app.PostAsync(People.Ngo, $"items/{item}/{verb}", body);

        Assert.Equal((422, "CG-4040"), (refused.Status, refused.Code));
        Assert.Equal(["summary"], refused.Fields);
        Assert.Equal(202, taken.Status);
    }
}
