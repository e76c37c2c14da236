using System.Text.Json.Nodes;

namespace ContactGroup.Separation.Observing;

/// <summary>What the observer asks about drafts of their own and about who would get what: refused or answered, nothing is stored.</summary>
internal static class DraftProbes
{
    private const int MostRooms = 4;
    private const int MostItems = 3;

    public static IEnumerable<Question> Of(IReadOnlyList<JsonNode> groups, IReadOnlyList<JsonNode> items, string key)
    {
        var number = 0;
        foreach (var room in groups.SelectMany(group => group["channels"]!.AsArray()).Take(MostRooms).Select(channel => channel!["id"]!.GetValue<string>()))
        {
            yield return Send(room, "A draft.", Next()) with { What = "post with an old fingerprint" };
            yield return Question.Post(
                "begin an upload", $"/api/channels/channels/{room}/uploads", new JsonObject { ["name"] = "a.txt", ["mediaType"] = "text/plain", ["size"] = 10 }, Next());
            yield return Send(room, "NATO SECRET: a draft.", Next()) with { What = "post a marking" };
            foreach (var posture in new[] { "cooperation", "distance" })
            {
                var draft = new JsonObject { ["channel"] = room, ["kind"] = "message", ["content"] = new JsonObject { ["text"] = "A draft." }, ["releaseTo"] = new JsonArray("all") };
                yield return TestAs("test a draft", new JsonObject { ["audience"] = "military:northern-force", ["draft"] = draft, ["posture"] = posture });
            }
        }

        foreach (var item in items.Take(MostItems).Select(item => item["item"]!.GetValue<string>()))
        {
            foreach (var audience in new[] { "ingo", "political", "military:northern-force", "military:eastern-force" })
            {
                yield return TestAs("test an item", new JsonObject { ["audience"] = audience, ["item"] = item });
            }

            yield return TestAs("test an item in another posture", new JsonObject { ["audience"] = "political", ["item"] = item, ["posture"] = "cooperation" });
        }

        string Next() => Sweep.Numbered(key + "-draft", ++number);
    }

    private static Question Send(string room, string text, string key)
    {
        var question = Question.Post(
            "post", $"/api/channels/channels/{room}/messages", new JsonObject { ["text"] = text, ["releaseTo"] = new JsonArray("all"), ["sensitivity"] = "low" }, key);
        return question with { Headers = question.Headers + "Audience-Fingerprint: garbage\r\n" };
    }

    private static Question TestAs(string what, JsonObject body) => new(what, "POST", "/api/release/test-as", body.ToJsonString());
}
