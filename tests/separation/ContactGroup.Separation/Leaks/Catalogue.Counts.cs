namespace ContactGroup.Separation.Leaks;

internal static partial class Catalogue
{
    private const string CountsChannel = "counts, unread, reply totals, hasMore, pagination";

    private static IEnumerable<Leak> Counts()
    {
        yield return new AnswerLeak("count-includes-withheld", CountsChannel, "The count of a list is of all items of the contact group.", "GET /api/release/items", answer =>
        {
            if (answer.Json is { } json && json.ContainsKey("count"))
            {
                json["count"] = answer.InGroup("COUNT(*)");
            }
        });
        yield return new AnswerLeak("unread-of-all-streams", CountsChannel, "A group shows as unread what all its streams hold.", "GET /api/channels/groups", answer =>
        {
            foreach (var group in answer.Groups)
            {
                group["unread"] = answer.Site.Number(
                    "release", "SELECT SUM(s.head) FROM streams s JOIN channels c ON c.channel = s.channel WHERE c.grp = @group", new { group = group["id"]!.GetValue<string>() });
            }
        });
        yield return new AnswerLeak("more-before-filtering", CountsChannel, "Entries say that there is more when another stream of the channel has more.", "GET /api/release/streams/", answer =>
        {
            if (answer.Json is { } json && json.ContainsKey("more"))
            {
                json["more"] = answer.Site.Number(
                    "release",
                    "SELECT COUNT(*) FROM streams o JOIN streams s ON s.channel = o.channel WHERE s.stream = @stream AND o.scope = 1 AND o.head > s.head",
                    new { stream = answer.IdAfter("/api/release/streams/") }) > 0;
            }
        });
        yield return new AnswerLeak("next-page-before-filtering", CountsChannel, "A list has a next page when there are more items than a page, withheld ones included.", "GET /api/release/items", answer =>
        {
            if (answer.Json is { } json && answer.InGroup("COUNT(*)") > 4)
            {
                json["next"] = json["next"]?.DeepClone() ?? "more";
            }
        });
        yield return new AnswerLeak("reply-total", CountsChannel, "An item shows how many replies it has, withheld ones included.", "GET /api/release/items", answer =>
        {
            foreach (var item in answer.Items)
            {
                item["replies"] = answer.Site.Number("release", "SELECT COUNT(*) FROM items WHERE parent = @item", new { item = item["item"]!.GetValue<string>() });
            }
        });
        yield return new AnswerLeak(
            "sum-over-withheld-figures",
            "aggregates with small cells, differencing",
            "A list shows the sum of the injured of all items.",
            "GET /api/release/items",
            answer =>
            {
                if (answer.Json is { } json)
                {
                    json["injured"] = answer.Site.Rows<byte[]>("release", "SELECT i.payload FROM items i JOIN channels c ON c.channel = i.channel WHERE c.grp = @Group", new { answer.Group })
                        .Sum(payload => Field(System.Text.Json.Nodes.JsonNode.Parse(payload), "impact")?["injured"]?.GetValue<int>() ?? 0);
                }
            });
        yield return new AnswerLeak(
            "count-of-records", "audit counts and unsalted hashes", "A group shows how many commands were recorded in it.", "GET /api/channels/groups", answer =>
            {
                foreach (var group in answer.Groups)
                {
                    group["records"] = answer.InGroup("SUM(i.version)");
                }
            });
    }
}
