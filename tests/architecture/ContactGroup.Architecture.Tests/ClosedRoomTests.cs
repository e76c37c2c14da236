using System.Text.Json.Nodes;
using ContactGroup.Architecture.Tests.Canaries;

namespace ContactGroup.Architecture.Tests;

/// <summary>Distance puts forces out of the plenary: neither what they read nor what comes live goes on.</summary>
[Collection(StandaloneCollection.Name)]
public sealed class ClosedRoomTests(RunningStandalone app)
{
    [Fact]
    public async Task A_force_hears_nothing_of_its_own_message_while_the_room_is_closed_to_it_and_all_of_it_afterwards()
    {
        var (ines, amal, okan) = (await app.AsAsync("ines"), await app.AsAsync("amal"), await app.AsAsync("okan"));
        var group = await OpenAsync(ines, amal, okan);
        var plenary = (await ines.DoAsync($"/api/channels/groups/{group}/channels", new JsonObject { ["name"] = "Crossing", ["kind"] = "plenary" }))["id"].Text();
        var notices = (await ines.DoAsync($"/api/channels/groups/{group}/channels", new JsonObject { ["name"] = "Board", ["kind"] = "notice" }))["id"].Text();
        await okan.SeeAsync("/api/release/streams", body => Streams(body, plenary, notices).Count() == 4); // Of each channel what its audience reads, and the organisation's own.
        var message = (await okan.DoAsync(
            $"/api/channels/channels/{plenary}/messages", new JsonObject { ["text"] = "Road open at noon.", ["releaseTo"] = new JsonArray("all") }))["item"].Text();
        await using var ear = await LiveEar.ListenAsync(okan, Streams(await okan.ReadAsync("/api/release/streams"), plenary, notices));
        await ear.HearsAsync("Road open at noon.");

        await PostureAsync(ines, group, "distance");
        var before = ear.Heard.Length;
        await ReleaseAsync(ines, message);
        await amal.SeeAsync($"/api/release/items/{message}", _ => true);
        var last = $"last{Contracts.Ids.New()}";
        await ines.DoAsync($"/api/channels/channels/{notices}/messages", new JsonObject { ["text"] = last, ["releaseTo"] = new JsonArray("all") });
        await ear.HearsAsync(last);

        Assert.DoesNotContain("Road open at noon.", ear.Heard[before..], StringComparison.Ordinal);

        await PostureAsync(ines, group, "coexistence");
        await using var afterwards = await LiveEar.ListenAsync(okan, Streams(await okan.ReadAsync("/api/release/streams"), plenary));
        await afterwards.HearsAsync("\"state\":\"released\"");
    }

    private static async Task<string> OpenAsync(HttpClient ines, params HttpClient[] members)
    {
        var group = (await ines.DoAsync("/api/channels/groups", new JsonObject
        {
            ["name"] = "Crossing",
            ["purpose"] = "Keep contact about the crossing.",
            ["assumptions"] = "None.",
            ["posture"] = "coexistence",
        }))["id"].Text();
        foreach (var member in members)
        {
            await ines.DoAsync($"/api/channels/groups/{group}/members", new JsonObject { ["person"] = (await member.ReadAsync("/api/identity/me"))["person"]!["id"].Text() });
            await member.DoAsync($"/api/channels/groups/{group}/terms/acceptance", new JsonObject { ["version"] = 1 });
        }

        return group;
    }

    private static async Task ReleaseAsync(HttpClient ines, string message)
    {
        var page = await ines.SeeAsync("/api/release/reviews", reviews => Of(reviews) is not null);
        await ines.DoAsync($"/api/release/reviews/{Of(page)!["review"].Text()}/release", new JsonObject { ["shown"] = Of(page)!["shown"].Text() });

        JsonNode? Of(JsonNode reviews) => reviews["reviews"]!.AsArray()
            .FirstOrDefault(review => review!["item"].Text() == message && review["audience"].Text() == "side:humanitarian");
    }

    private static Task PostureAsync(HttpClient ines, string group, string posture) =>
        ines.DoAsync($"/api/channels/groups/{group}/posture", new JsonObject { ["posture"] = posture, ["reason"] = "As agreed." });

    private static IEnumerable<(string Stream, string Cursor)> Streams(JsonNode body, params string[] channels) => body["streams"]!.AsArray()
        .Where(stream => channels.Contains(stream!["channel"].Text()))
        .Select(stream => (stream!["stream"].Text(), stream["start"].Text()));
}
