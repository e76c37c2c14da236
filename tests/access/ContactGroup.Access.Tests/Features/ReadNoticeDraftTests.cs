using System.Text.Json.Nodes;
using ContactGroup.Access.Features;
using ContactGroup.Classification;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Access.Tests.Features;

public sealed class ReadNoticeDraftTests(AccessApp app) : IClassFixture<AccessApp>
{
    private static readonly ItemOrigin Author = new("p", "Amal", "o", "River Aid", Constituency.Ingo, Force: null);

    [Fact]
    public async Task A_preview_is_of_the_content_that_raising_would_store()
    {
        var item = await app.RaisedAsync(People.Ngo, app.Channels.Open());
        var stored = (await app.FactAsync(item, 1)).Content;

        var draft = new ReadNoticeDraft().Read(Author, "c", Notices.Good(), app.Clock.GetUtcNow());

        Assert.Empty(draft.Faults);
        Assert.Equal(stored.Select(field => field.Key).Order(StringComparer.Ordinal), draft.Content.Select(field => field.Key).Order(StringComparer.Ordinal));
        Assert.Equal((string?)stored["startedAt"], (string?)draft.Content["startedAt"]);
    }

    [Theory]
    [InlineData("""{"severity":"3"}""", "constraintType")]
    [InlineData("""{"sevirity":"3"}""", "content.sevirity")]
    [InlineData("""{"delayHours":"three"}""", "content.delayHours")]
    public void A_bad_draft_names_the_field_and_counts_for_nothing(string body, string field)
    {
        var draft = new ReadNoticeDraft().Read(Author, "c", (JsonObject)JsonNode.Parse(body)!, app.Clock.GetUtcNow());

        Assert.Contains(field, draft.Faults.Keys);
        Assert.Empty(draft.Content);
    }
}
