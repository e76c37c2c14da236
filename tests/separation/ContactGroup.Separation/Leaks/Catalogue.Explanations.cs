using System.Text.Json.Nodes;

namespace ContactGroup.Separation.Leaks;

internal static partial class Catalogue
{
    private const string WhyRedacted = "\"why redacted\" texts";
    private const string AudiencePreview = "audience preview";

    private static IEnumerable<Leak> Explanations()
    {
        yield return new AnswerLeak("number-of-withheld-fields", WhyRedacted, "An explanation tells how many fields are withheld.", "GET " + Items, answer =>
        {
            if (answer.Status == 200 && answer.Json is { } json && json.ContainsKey("sentence"))
            {
                json["withheld"] = answer.Site.Whole(answer.IdAfter(Items))?["content"]?.AsObject().Count;
            }
        }).SeenBy(Forces);
        yield return new AnswerLeak("names-of-withheld-fields", WhyRedacted, "An explanation names the fields that are withheld.", "GET " + Items, answer =>
        {
            if (answer.Status == 200 && answer.Json is { } json && json.ContainsKey("sentence"))
            {
                json["withheld"] = new JsonArray([.. (answer.Site.Whole(answer.IdAfter(Items))?["content"]?.AsObject() ?? []).Select(field => (JsonNode)field.Key)]);
            }
        }).SeenBy(Forces);
        yield return new AnswerLeak("preview-names-who-is-present", AudiencePreview, "A preview names every audience that has a stream in the channel.", "POST /api/release/preview", answer =>
        {
            if (answer.Json is { } json && json.ContainsKey("views"))
            {
                json["present"] = new JsonArray([.. answer.Site.Rows<string>(
                    "release", "SELECT DISTINCT s.subject FROM streams s JOIN channels c ON c.channel = s.channel WHERE c.grp = @Group AND s.scope = 1 ORDER BY s.subject", new { answer.Group })
                    .Select(subject => (JsonNode)subject)]);
            }
        }).SeenBy(Forces);
        yield return new AnswerLeak("preview-counts-readers", AudiencePreview, "A preview tells how many people would read it.", "POST /api/release/preview", answer =>
        {
            if (answer.Json is { } json && json.ContainsKey("views"))
            {
                json["readers"] = answer.Site.Number("release", "SELECT COUNT(*) FROM members WHERE grp = @Group AND member = 1", new { answer.Group });
            }
        });
    }
}
