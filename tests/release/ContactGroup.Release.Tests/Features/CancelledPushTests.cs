using System.Text.Json.Nodes;

namespace ContactGroup.Release.Tests.Features;

public sealed class CancelledPushTests(ReleaseApp app) : IClassFixture<ReleaseApp>
{
    [Fact]
    public async Task What_was_withdrawn_before_it_was_relayed_goes_out_without_its_view()
    {
        var incident = app.Incident(actor: "Paper Herons");

        await app.TakeAllAsync([incident, app.Incident(actor: "Paper Herons", version: 2, item: incident.Item) with { Status = "withdrawn" }]);
        var heard = await app.Heard.OfAsync(incident.Item, until: "\"op\":\"recall\"");

        var toOthers = heard.Where(frame => !frame.Contains("\"releases\"", StringComparison.Ordinal));
        Assert.All(toOthers, frame => Assert.DoesNotContain("Paper Herons", frame, StringComparison.Ordinal));
        Assert.Contains(heard, frame => frame.Contains("\"op\":\"put\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_replaced_before_it_was_relayed_goes_out_as_its_stream_keeps_it()
    {
        var incident = app.Incident(actor: "First guess");

        await app.TakeAllAsync([incident, app.Incident(actor: "Second guess", version: 2, item: incident.Item)]);
        var heard = await app.Heard.OfAsync(incident.Item, until: "Second guess");

        Assert.All(heard, frame => Assert.DoesNotContain("First guess", frame, StringComparison.Ordinal));
        var kept = (await app.EntriesAsync(Exercise.Chidi)).Where(entry => (string?)entry["item"] == incident.Item);
        Assert.All(kept, entry => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(heard.Single(frame => frame.StartsWith(Place(entry), StringComparison.Ordinal))), entry)));
    }

    private static string Place(JsonNode entry) => $"{{\"stream\":\"{entry["stream"]}\",\"seq\":{entry["seq"]},";
}
