using System.Text.Json.Nodes;

namespace ContactGroup.Separation.Leaks;

internal static partial class Catalogue
{
    private const string LastActivity = "ordering, last activity";

    private static IEnumerable<Leak> Orders()
    {
        yield return new AnswerLeak("rooms-by-last-activity", LastActivity, "Channels stand in the order of their last item, shown or not.", "GET /api/channels/groups", answer =>
        {
            foreach (var group in answer.Groups)
            {
                var rooms = group["channels"]!.AsArray().Select(room => room!.DeepClone()).OrderByDescending(room => answer.Site.Number(
                    "release", "SELECT MAX(ord) FROM items WHERE channel = @channel", new { channel = room["id"]!.GetValue<string>() }));
                group["channels"] = new JsonArray([.. rooms]);
            }
        });
        yield return new AnswerLeak("time-of-last-activity", LastActivity, "A group shows when something was last written in it.", "GET /api/channels/groups", answer =>
        {
            foreach (var group in answer.Groups)
            {
                group["lastActivity"] = answer.Site.Number(
                    "channels", "SELECT MAX(m.posted_at) FROM messages m JOIN channels c ON c.channel = m.channel WHERE c.contact_group = @group", new { group = group["id"]!.GetValue<string>() });
            }
        });
        yield return new AnswerLeak(
            "created-instead-of-released",
            "created versus released time",
            "A list shows when an item was written instead of when it was released.",
            "GET /api/release/items",
            answer =>
            {
                foreach (var item in answer.Items)
                {
                    item["releasedAt"] = answer.Site.Number("incidents", "SELECT MIN(at) FROM incident_versions WHERE item = @item", new { item = item["item"]!.GetValue<string>() });
                }
            }).SeenBy(Forces);
        yield return new AnswerLeak(
            "late-release-takes-its-old-place",
            "position of a late release",
            "A list is in the order in which items were written, so that a late release stands among what was there then.",
            "GET /api/release/items",
            answer =>
            {
                if (answer.Json is { } json && json.ContainsKey("items"))
                {
                    var items = answer.Items.Select(item => item.DeepClone()).OrderByDescending(item => answer.Site.Number(
                        "release", "SELECT ord FROM items WHERE item = @item", new { item = item["item"]!.GetValue<string>() }));
                    json["items"] = new JsonArray([.. items]);
                }
            }).SeenBy(Forces);
        yield return new TriggerLeak(
            "recall-to-those-who-never-had-it",
            "recall notices to those who never had it",
            "Withdrawing an item sends a recall to every stream of the channel.",
            "release",
            """
            AFTER UPDATE OF payload ON items WHEN CAST(NEW.payload AS TEXT) LIKE '%"status":"withdrawn"%' BEGIN
                UPDATE streams SET head = head + 1 WHERE channel = NEW.channel AND scope = 1;
                INSERT INTO entries (stream, seq, op, item, at, revision, view) SELECT stream, head, 3, NEW.item, 0, 0, NULL FROM streams WHERE channel = NEW.channel AND scope = 1;
            END
            """);
        yield return new AnswerLeak(
            "expired-is-gone",
            "retention and deletion behaviour",
            "A withheld item answers 410 once its time is over.",
            "GET " + Items,
            answer =>
            {
                if (answer.Status == 404 && answer.Site.Number("release", "SELECT expired FROM items WHERE item = @item", new { item = answer.IdAfter(Items) }) == 1)
                {
                    answer.Status = 410;
                }
            });
    }
}
