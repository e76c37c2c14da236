using System.Security.Cryptography;

namespace ContactGroup.Separation.Leaks;

internal static partial class Catalogue
{
    private const string EntityTags = "ETag, Last-Modified, versions, \"edited\"";

    private static IEnumerable<Leak> Versions()
    {
        yield return new AnswerLeak(
            "etag-of-the-whole-item",
            EntityTags,
            "The ETag is made of the item's version instead of the view's.",
            "GET " + Items,
            answer =>
            {
                if (answer.Status == 200)
                {
                    answer.Context.Response.Headers.ETag = $"\"v{answer.Site.Number("release", "SELECT version FROM items WHERE item = @item", new { item = answer.IdAfter(Items) })}\"";
                }
            }).SeenBy(Forces);
        yield return new AnswerLeak(
            "last-modified-of-the-whole-item",
            EntityTags,
            "Last-Modified is the time of the last version, shown or not.",
            "GET " + Items,
            answer =>
            {
                if (answer.Status == 200)
                {
                    answer.Context.Response.Headers.LastModified = answer.Site.Whole(answer.IdAfter(Items))?["at"]?.ToString();
                }
            }).SeenBy(Forces);
        yield return new AnswerLeak(
            "version-of-the-whole-item",
            EntityTags,
            "A list shows the item's version.",
            "GET /api/release/items",
            answer =>
            {
                foreach (var item in answer.Items)
                {
                    item["version"] = answer.Site.Number("release", "SELECT version FROM items WHERE item = @item", new { item = item["item"]!.GetValue<string>() });
                }
            }).SeenBy(Forces);
        yield return new TriggerLeak(
            "revision-counts-hidden-versions",
            EntityTags,
            "The revision that every reader sees rises with every version.",
            "release",
            "AFTER UPDATE OF version ON items WHEN NEW.version > OLD.version BEGIN UPDATE held SET revision = revision + 1 WHERE item = NEW.item; END").SeenBy(Forces);
        yield return new AnswerLeak(
            "unsalted-hash-of-the-whole-item",
            "audit counts and unsalted hashes",
            "A list shows a hash of the whole item, with which a guess can be checked.",
            "GET /api/release/items",
            answer =>
            {
                foreach (var item in answer.Items)
                {
                    var content = answer.Site.Whole(item["item"]!.GetValue<string>())?["content"]?.ToJsonString() ?? string.Empty;
                    item["hash"] = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(content)));
                }
            }).SeenBy(Forces);
    }
}
