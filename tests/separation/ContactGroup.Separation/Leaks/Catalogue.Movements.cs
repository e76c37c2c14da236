using System.Text.Json.Nodes;

namespace ContactGroup.Separation.Leaks;

/// <summary>Leaks of movement notifications: who else is told, what they answered, what is not for recipients, and that there is one at all.</summary>
internal static partial class Catalogue
{
    private const string List = "GET /api/release/items";
    private const string MovementItems = "/api/movements/items/";
    private const string IsMovement = "AND CAST(i.payload AS TEXT) LIKE '%\"kind\":\"movement\"%'";
    private const string RecallsChannel = "recall notices to those who never had it";

    private static IEnumerable<Leak> Movements()
    {
        yield return OnMovements("lines-of-other-recipients", Receipts, "A recipient is shown where a movement stands with every recipient.", (item, content) =>
            item["lines"] = content["dispatch"]?.DeepClone());
        yield return OnMovements("number-of-recipients", Receipts, "A recipient is shown how many were told.", (item, content) =>
            item["told"] = content["recipients"]?.AsArray().Count);
        yield return OnMovements("recipients-are-named", Receipts, "A recipient is shown who else is named.", (item, content) => item["recipients"] = content["recipients"]?.DeepClone());
        yield return OnMovements("notifier-is-named", Receipts, "A recipient is shown who notified.", (item, content) => item["notifiedBy"] = content["notifiedBy"]?["name"]?.DeepClone());
        yield return OnMovements("length-of-notes", "frame size, compression, cadence", "A list tells how long a movement is with the notes.", (item, content) =>
            item["size"] = content["notes"]?.GetValue<string>().Length);
        yield return OnMovements("numbers-of-people", "aggregates with small cells, differencing", "A list tells how many people move, evacuees among them.", (item, content) =>
            item["people"] = (content["staff"]?.GetValue<int>() ?? 0) + (content["evacuees"]?.GetValue<int>() ?? 0));
        yield return OnMovements("escort-is-told", Receipts, "A recipient is shown whether armed men are with a movement.", (item, content) =>
            item["escorted"] = (string?)content["escort"] is "ARMED_ESCORT" or "AREA_SECURITY");
        yield return OnMovements("on-call-is-told", Receipts, "A recipient is shown the call sign of who else is on the way.", (item, content) =>
            item["alternate"] = content["alternateContact"]?["callSign"]?.DeepClone());
        yield return OnMovements("who-travels-is-told", "aggregates with small cells, differencing", "A list tells how many of those who travel are contractors.", (item, content) =>
            item["contractors"] = content["contractors"]?.DeepClone());
        yield return OnMovements("cargo-is-told", Receipts, "A recipient is shown whether a movement carries fuel.", (item, content) =>
            item["fuel"] = (content["cargo"] as JsonArray)?.Any(code => (string?)code == "FUEL"));
        yield return OnMovements("weight-of-cargo", "aggregates with small cells, differencing", "A list tells how heavy a movement is.", (item, content) =>
            item["weight"] = content["cargoTonnes"]?.DeepClone());
        yield return OnMovements("dangerous-goods-are-told", Receipts, "A recipient is shown whether a movement carries dangerous goods.", (item, content) =>
            item["dangerous"] = content["dangerousGoods"]?.DeepClone());
        yield return OnMovements("means-are-counted", "counts, unread, reply totals, hasMore, pagination", "A list counts the means by which a movement is reached.", (item, content) =>
            item["means"] = (content["communications"] as JsonArray)?.Count ?? 0);
        yield return OnMovements("radio-is-told", Receipts, "A recipient is shown how a movement is called on the radio.", (item, content) =>
            item["radio"] = content["radioCallSign"]?.DeepClone());
        yield return OnMovements("front-line-is-told", Receipts, "A recipient is shown that a movement crosses a front line.", (item, content) =>
            item["crosses"] = content["frontLineCrossing"]?.DeepClone());
        yield return OnMovements("length-of-parties", FrameSize, "A list tells how long it is who controls the way.", (item, content) =>
            item["size"] = content["partiesOnRoute"]?.GetValue<string>().Length);
        yield return OnMovements("late-of-another-crosses", Receipts, "A recipient is shown for how many a movement comes late.", (item, content) =>
            item["lateForHowMany"] = (content["lateFor"] as JsonArray)?.Count ?? 0);
        yield return new AnswerLeak("movement-version-counts-notes", EntityTags, "The version of a movement rises with what recipients are not shown.", List, answer =>
        {
            foreach (var item in answer.Items.Where(item => item["kind"]?.GetValue<string>() == "movement"))
            {
                item["edition"] = answer.Site.Number(
                    "movements", "SELECT COUNT(*) FROM notification_versions WHERE item = @item AND act <> 'acknowledge'", new { item = item["item"]!.GetValue<string>() });
            }
        }).SeenBy(Forces);
        yield return new TriggerLeak(
            "receipt-takes-a-number",
            SequenceGaps,
            "What one force acknowledges takes a number in the streams of all who hold the movement.",
            "release",
            """
            AFTER UPDATE OF version ON items WHEN NEW.version > OLD.version AND CAST(NEW.payload AS TEXT) LIKE '%"kind":"movement"%' BEGIN
                UPDATE streams SET head = head + 1 WHERE scope = 1 AND stream IN (SELECT stream FROM held WHERE item = NEW.item);
            END
            """).SeenBy(Forces);
        yield return new FrameLeak("frame-for-who-is-not-named", FrameSize, "A force that is not named gets an empty frame for each movement.", (site, person, message) =>
            message.Contains("\"entries\"", StringComparison.Ordinal)
                ? [.. Enumerable.Repeat("""{"type":1,"target":"entries","arguments":[[]]}""", (int)MovementsOf(site, person)), message]
                : [message]).SeenBy(Forces);
        yield return new AnswerLeak("count-of-movements", CountsChannel, "A list counts all movements of the contact group.", List, answer =>
        {
            if (answer.Json is { } json && json.ContainsKey("count"))
            {
                json["movements"] = answer.InGroup("COUNT(*)", IsMovement);
            }
        }).SeenBy(Forces);
        yield return new AnswerLeak("search-finds-hidden-stops", SearchChannel, "A search counts stops of movements that the searcher was not told of.", List, answer =>
        {
            if (answer.Json is { } json && answer.Context.Request.Query["q"] is [{ } word])
            {
                json["stops"] = answer.InGroup("COUNT(*)", $"{IsMovement} AND CAST(i.payload AS TEXT) LIKE '%{word.Replace("'", "''", StringComparison.Ordinal)}%'");
            }
        }).SeenBy(Forces);
        yield return new AnswerLeak("acknowledging-a-hidden-movement", RefusedOrAbsent, "Acknowledging a movement that exists and is withheld answers 403 instead of 404.", "POST " + MovementItems, answer =>
        {
            if (answer.Status == 404 && answer.Site.Whole(answer.IdAfter(MovementItems)) is not null)
            {
                answer.Status = 403;
            }
        }).SeenBy(Forces);
        yield return new SharedMovementKeys() { Observers = Forces };
        yield return new AnswerLeak("left-out-recipient-keeps-it", RecallsChannel, "Who is left out of the recipients still gets the movement by its id.", "GET " + Items, answer =>
        {
            if (answer.Status == 404 && WasNamed(answer) && answer.Json is { } json)
            {
                answer.Status = 200;
                json["fields"] = new JsonObject();
            }
        }).SeenBy(Forces);
        yield return new AnswerLeak("window-is-left-out", "counts, unread, reply totals, hasMore, pagination", "A named force gets a movement without its window: not a leak, and lives depend on it as well.", "GET " + Items, answer =>
            (answer.Json?["fields"] as JsonObject)?.Remove("windowEnd")).SeenBy(Forces);
    }

    private static Leak OnMovements(string name, string channel, string how, Action<JsonObject, JsonNode> change) => OnKind("movement", name, channel, how, change).SeenBy(Forces);

    private static long MovementsOf(LeakSite site, string person) => site.Number(
        "release", $"SELECT COUNT(*) FROM items i JOIN channels c ON c.channel = i.channel WHERE c.grp = @group {IsMovement}", new { group = site.GroupOf(person) });

    private static bool WasNamed(LeakyAnswer answer) => answer.Site.Rows<string>("release", "SELECT 'military:' || force FROM members WHERE person = @Person", new { answer.Person }) is [{ } audience]
        && answer.Site.Number(
            "movements", "SELECT COUNT(*) FROM notification_versions WHERE item = @item AND recipients LIKE @pattern", new { item = answer.IdAfter(Items), pattern = $"%{audience}%" }) > 0;

    /// <summary>Idempotency keys of movements are one name space for all.</summary>
    private sealed record SharedMovementKeys() : Leak("movement-keys-are-shared", Validation, "The key of another person's command about a movement gets that person's answer.")
    {
        public override Task<bool> BeforeAsync(LeakSite site, HttpContext context)
        {
            var key = context.Request.Headers["Idempotency-Key"].ToString();
            var isTaken = key.Length > 0 && context.Request.Path.StartsWithSegments("/api/movements", StringComparison.Ordinal)
                && site.Number("movements", "SELECT COUNT(*) FROM idempotency WHERE key = @key", new { key }) > 0;
            if (isTaken)
            {
                context.Response.StatusCode = 202;
            }

            return Task.FromResult(isTaken);
        }
    }
}
