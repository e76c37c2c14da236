using System.Text.Json.Nodes;

namespace ContactGroup.Separation.Leaks;

/// <summary>Leaks of what changes over time: taking back, going further, reviews, quarantine, exposure, the guard against a wider audience.</summary>
internal static partial class Catalogue
{
    private static IEnumerable<Leak> Changes()
    {
        yield return new AnswerLeak("exposure-tells-who-reads", Receipts, "An exposure report tells how often people of all sides opened the item.", "GET " + Items, answer =>
        {
            if (answer.Status == 200 && answer.Json is { } json && json.ContainsKey("keptDays"))
            {
                json["opened"] = answer.Site.Number(
                    "release", "SELECT COUNT(*) FROM receipts WHERE item = @item AND opened_at IS NOT NULL", new { item = answer.IdAfter(Items) });
            }
        }).SeenBy(Forces);
        yield return new AnswerLeak("explanation-counts-decisions", WhyRedacted, "An explanation tells how often coordinators decided about the item, for whomever.", "GET " + Items, answer =>
        {
            if (answer.Status == 200 && answer.Json is { } json && json.ContainsKey("sentence"))
            {
                json["decided"] = answer.Site.Number("release", "SELECT COUNT(*) FROM reviews WHERE item = @item AND state IN (1, 2)", new { item = answer.IdAfter(Items) });
            }
        }).SeenBy(Forces);
        yield return new AnswerLeak("explanation-tells-of-a-request", WhyRedacted, "An explanation tells how often its owner was asked to let it go further.", "GET " + Items, answer =>
        {
            if (answer.Status == 200 && answer.Json is { } json && json.ContainsKey("sentence"))
            {
                json["asked"] = answer.Site.Number("release", "SELECT COUNT(*) FROM widenings WHERE item = @item", new { item = answer.IdAfter(Items) });
            }
        }).SeenBy("un", "nngo", "rcrc", "development");
        yield return new AnswerLeak("review-count", CountsChannel, "The refusal to list what waits tells how much waits.", "GET /api/release/reviews", answer =>
        {
            if (answer.Json is { } json)
            {
                json["waiting"] = answer.Site.Number(
                    "release", "SELECT COUNT(*) FROM reviews r JOIN channels c ON c.channel = r.channel WHERE c.grp = @Group AND r.state = 0", new { answer.Group });
            }
        });
        yield return new AnswerLeak("quarantine-count", CountsChannel, "The list of what is quarantined counts all of the contact group, and so does its refusal.", "GET /api/release/quarantine", answer =>
        {
            if (answer.Json is { } json)
            {
                json["count"] = answer.InGroup("COUNT(*)", "AND CAST(i.payload AS TEXT) LIKE '%\"status\":\"quarantined\"%'");
            }
        });
        yield return new AnswerLeak("wider-audience-names-all", AudiencePreview, "Who is told that more would get it than they were shown is told of everybody who is there.", "POST /api/channels/channels/", answer =>
        {
            if (answer.Status == 409 && answer.Json is { } json)
            {
                json["present"] = new JsonArray([.. answer.Site.Rows<string>(
                    "release", "SELECT DISTINCT s.subject FROM streams s JOIN channels c ON c.channel = s.channel WHERE c.grp = @Group AND s.scope = 1 ORDER BY s.subject", new { answer.Group })
                    .Select(subject => (JsonNode)subject)]);
            }
        }).SeenBy(Forces);
        yield return new TriggerLeak(
            "taking-back-is-told-to-all",
            "recall notices to those who never had it",
            "Taking an item back from one side sends a recall to every stream of its channel.",
            "release",
            """
            AFTER INSERT ON recalls BEGIN
                UPDATE streams SET head = head + 1 WHERE scope = 1 AND channel = (SELECT channel FROM items WHERE item = NEW.item);
                INSERT INTO entries (stream, seq, op, item, at, revision, view) SELECT stream, head, 3, NEW.item, 0, 0, NULL FROM streams
                    WHERE scope = 1 AND channel = (SELECT channel FROM items WHERE item = NEW.item);
            END
            """);
        yield return new AnswerLeak("recall-of-a-hidden-item", RefusedOrAbsent, "Taking back an item that exists and is withheld answers 403 instead of 404.", "POST " + Items, answer =>
        {
            if (answer.Status == 404 && answer.Context.Request.Path.Value!.EndsWith("/recall", StringComparison.Ordinal) && answer.Site.Whole(answer.IdAfter(Items)) is not null)
            {
                answer.Status = 403;
            }
        });
    }
}
