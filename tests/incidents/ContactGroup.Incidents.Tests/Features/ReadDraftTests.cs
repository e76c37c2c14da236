using System.Text.Json.Nodes;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Incidents.Features;

namespace ContactGroup.Incidents.Tests.Features;

/// <summary>A preview must show what the report will be, so the draft is read as the report is.</summary>
public sealed class ReadDraftTests(IncidentsApp app) : IClassFixture<IncidentsApp>
{
    private readonly string channel = app.Channels.Open();

    [Fact]
    public async Task A_draft_reads_as_the_report_would()
    {
        var item = await app.ReportedAsync(People.Ngo, channel);
        var report = await app.FactAsync(item, 1);

        var draft = new ReadDraft().Read(OriginOf(People.Ngo), channel, Reports.Good(), app.Clock.GetUtcNow());

        Assert.Empty(draft.Faults);
        Assert.True(JsonNode.DeepEquals(report.Content, draft.Content), draft.Content.ToJsonString());
        Assert.False(draft.Protection);
    }

    [Fact]
    public void A_draft_of_sexual_violence_is_protected_and_high()
    {
        var draft = new ReadDraft().Read(OriginOf(People.Ngo), channel, Reports.Good(("category", "SEXUAL_VIOLENCE")), app.Clock.GetUtcNow());

        Assert.True(draft.Protection);
        Assert.Equal(Classification.Sensitivity.High, draft.Sensitivity);
    }

    [Theory]
    [InlineData("category", "\"X\"", "category")]
    [InlineData("occurredUntil", "\"2026-02-01\"", "occurredUntil")]
    [InlineData("colour", "1", "content.colour")]
    public void A_bad_draft_names_its_fields(string field, string value, string path)
    {
        var posted = Reports.Good();
        posted[field] = JsonNode.Parse(value);

        var draft = new ReadDraft().Read(OriginOf(People.Ngo), channel, posted, app.Clock.GetUtcNow());

        Assert.Equal([path], draft.Faults.Keys);
    }

    private static ItemOrigin OriginOf(Participant who) =>
        new(who.PersonId, who.DisplayName, who.OrganisationId!, who.OrganisationName!, who.Constituency, who.Force);
}
