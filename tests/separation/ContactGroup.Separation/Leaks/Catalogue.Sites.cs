using System.Text.Json.Nodes;

namespace ContactGroup.Separation.Leaks;

/// <summary>Leaks of sites, of check-ins and of what happens by itself.</summary>
internal static partial class Catalogue
{
    private const string SmallCells = "aggregates with small cells, differencing";

    private static IEnumerable<Leak> Sites()
    {
        yield return OnMovements("check-ins-cross", Receipts, "A recipient is shown how often those who move were heard of.", (item, content) =>
            item["heardOf"] = content["checkIns"]?.AsArray().Count);
        yield return OnMovements("alarm-crosses", CountsChannel, "A recipient is shown until when those who move are to be heard of.", (item, content) =>
            item["due"] = content["nextCheckInDue"]?.DeepClone());
        yield return OnMovements("reminders-of-others", Receipts, "A recipient is shown how often recipients were reminded, all together.", (item, content) =>
            item["reminded"] = content["dispatch"]?.AsArray().Sum(line => (int?)line!["reminders"] ?? 0));
        yield return OnKind("site", "site-lines-of-other-recipients", Receipts, "A recipient is shown where a site stands with every recipient.", (item, content) =>
            item["lines"] = content["dispatch"]?.DeepClone()).SeenBy(Forces);
        yield return OnKind("site", "people-in-a-site", SmallCells, "A list tells how many people are in a site.", (item, content) =>
            item["people"] = (content["staff"]?.GetValue<int>() ?? 0) + (content["occupants"]?.GetValue<int>() ?? 0)).SeenBy(Forces);
        yield return OnKind("site", "why-a-site-was-removed", WhyRedacted, "A recipient is shown why a site was taken off the list.", (item, content) =>
            item["why"] = content["removalReason"]?.DeepClone()).SeenBy(Forces);
        yield return CountOf("site", "count-of-sites", "A list counts all sites of the contact group.").SeenBy(Forces);
        yield return OnVerb("confirming-a-hidden-site", "/revalidate", "Confirming a site that exists and is withheld answers 403 instead of 404.");
    }

    private static IEnumerable<Leak> Advisories()
    {
        yield return OnKind("advisory", "unit-crosses", FrameSize, "A list tells how long the name of the unit is behind an advisory.", (item, content) =>
            item["size"] = content["unit"]?.GetValue<string>().Length).SeenBy(Humanitarians);
        yield return OnKind("advisory", "source-crosses", "audit counts and unsalted hashes", "A list shows a hash of the source of an advisory.", (item, content) =>
            item["hash"] = content["source"]?.GetValue<string>().Aggregate(17, (hash, character) => unchecked((hash * 31) + character))).SeenBy(Humanitarians);
        yield return OnKind("advisory", "issuer-is-named", Receipts, "A reader of an advisory is shown who of the force issued it.", (item, content) =>
            item["issuedBy"] = content["issuedBy"]?["name"]?.DeepClone()).SeenBy(Humanitarians);
        yield return new AnswerLeak("advisory-version-counts-its-source", EntityTags, "The version of an advisory rises with what stays with its force.", List, answer =>
        {
            foreach (var item in answer.Items.Where(item => item["kind"]?.GetValue<string>() == "advisory"))
            {
                item["edition"] = answer.Site.Number("movements", "SELECT COUNT(*) FROM notification_versions WHERE item = @item", new { item = item["item"]!.GetValue<string>() });
            }
        }).SeenBy(Humanitarians);
        yield return CountOf("advisory", "count-of-advisories", "A list counts the advisories of all forces.").SeenBy(Forces);
        yield return OnVerb("ending-a-hidden-advisory", "/end", "Ending an advisory of another force answers 403 instead of 404.");
    }

    private static Leak OnKind(string kind, string name, string channel, string how, Action<JsonObject, JsonNode> change) => new AnswerLeak(name, channel, how, List, answer =>
    {
        foreach (var item in answer.Items.Where(item => item["kind"]?.GetValue<string>() == kind))
        {
            if (answer.Site.Whole(item["item"]!.GetValue<string>())?["content"] is { } content)
            {
                change(item, content);
            }
        }
    });

    private static Leak CountOf(string kind, string name, string how) => new AnswerLeak(name, CountsChannel, how, List, answer =>
    {
        if (answer.Json is { } json && json.ContainsKey("count"))
        {
            json["all"] = answer.InGroup("COUNT(*)", $"AND CAST(i.payload AS TEXT) LIKE '%\"kind\":\"{kind}\"%'");
        }
    });

    private static Leak OnVerb(string name, string verb, string how) => new AnswerLeak(name, RefusedOrAbsent, how, "POST " + MovementItems, answer =>
    {
        if (answer.Status == 404 && answer.Context.Request.Path.Value!.EndsWith(verb, StringComparison.Ordinal) && answer.Site.Whole(answer.IdAfter(MovementItems)) is not null)
        {
            answer.Status = 403;
        }
    }).SeenBy(Forces);
}
