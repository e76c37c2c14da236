namespace ContactGroup.Separation.Leaks;

internal static partial class Catalogue
{
    private const string HiddenParent = "replies, quotes, mentions, reactions to a hidden parent";
    private const string Receipts = "edit history, receipts";

    private static IEnumerable<Leak> Relations()
    {
        yield return new AnswerLeak("reply-names-a-hidden-parent", HiddenParent, "A reply shows what it answers to those who do not hold that.", "GET /api/release/items", answer =>
        {
            foreach (var item in answer.Items.Where(item => Field(answer.Site.Whole(item["item"]!.GetValue<string>()), "replyTo") is not null))
            {
                item["replyTo"] = "yes";
            }
        });
        yield return new AnswerLeak("reply-quotes-a-hidden-parent", HiddenParent, "A reply quotes the beginning of what it answers.", "GET /api/release/items", answer =>
        {
            foreach (var item in answer.Items)
            {
                var parent = Field(answer.Site.Whole(item["item"]!.GetValue<string>()), "replyTo")?.GetValue<string>();
                if (parent is not null && Field(answer.Site.Whole(parent), "text") is { } text)
                {
                    item["quoted"] = text.DeepClone();
                }
            }
        });
        yield return new AnswerLeak("receipts-for-everybody", Receipts, "Everybody who holds an item sees how many confirmed it.", "GET /api/release/items", answer =>
        {
            foreach (var item in answer.Items)
            {
                item["receipts"] = answer.Site.Number("release", "SELECT COUNT(*) FROM acknowledgements WHERE item = @item", new { item = item["item"]!.GetValue<string>() });
            }
        });
        yield return new AnswerLeak("length-of-the-history", Receipts, "An explanation shows how many versions there are.", "GET " + Items, answer =>
        {
            if (answer.Status == 200 && answer.Json is { } json && json.ContainsKey("sentence"))
            {
                json["versions"] = answer.Site.Number("release", "SELECT version FROM items WHERE item = @item", new { item = answer.IdAfter(Items) });
            }
        }).SeenBy(Forces);
    }
}
