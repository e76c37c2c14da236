using System.Text.Json.Nodes;
using ContactGroup.Hosting.Authentication;

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

    [Fact]
    public async Task What_was_taken_back_from_some_before_it_was_relayed_goes_to_the_others_as_it_was()
    {
        var open = app.Message(Exercise.Amal, "Paper Cranes nest here.", ["all"]);

        await app.TakeAllAsync([open, open with { Version = 2, ReleaseTo = ["audience:un-humanitarian"] }]);
        var heard = await app.Heard.OfAsync(open.Item, until: "\"op\":\"recall\"");

        foreach (var (who, isShown) in ((Participant, bool)[])[(Exercise.Chidi, false), (Exercise.Dora, true)])
        {
            var entries = (await app.EntriesAsync(who)).Where(entry => (string?)entry["item"] == open.Item).ToList();
            Assert.All(entries, entry => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(heard.Single(frame => frame.StartsWith(Place(entry), StringComparison.Ordinal))), entry)));
            Assert.Equal(isShown, entries[0]["view"] is not null);
            Assert.Equal(isShown ? ["put"] : ["put", "recall"], entries.Select(entry => (string?)entry["op"]));
        }
    }

    private static string Place(JsonNode entry) => $"{{\"stream\":\"{entry["stream"]}\",\"seq\":{entry["seq"]},";
}
