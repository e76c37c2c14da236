namespace ContactGroup.Separation.Leaks;

/// <summary>Leaks of areas of concern and of notices of access constraints.</summary>
internal static partial class Catalogue
{
    private const string NoticeItems = "/api/access/items/";

    private static IEnumerable<Leak> Concerns()
    {
        yield return new AnswerLeak(
            "receipt-tells-who-watches", Receipts, "Who notifies is told how many areas of concern there are.", "POST /api/movements/channels/", answer => Tell(answer, "watched"))
        { Observers = Humanitarians };
        yield return new AnswerLeak(
            "preview-tells-who-watches", AudiencePreview, "A preview of a notification tells how many areas of concern there are.", "POST /api/release/preview", answer => Tell(answer, "watched"))
        { Observers = Humanitarians };
        yield return new AnswerLeak("item-tells-who-watches", CountsChannel, "A list shows with each movement how many areas of concern there are.", List, answer =>
        {
            foreach (var item in answer.Items.Where(item => item["kind"]?.GetValue<string>() is "movement" or "site"))
            {
                item["watched"] = ConcernsOf(answer);
            }
        }).SeenBy("ingo", "north", "un", "south");
        yield return new AnswerLeak(
            "concerns-of-others-are-counted", CountsChannel, "The list of concerns tells how many others keep.", "GET /api/movements/concerns", answer => Tell(answer, "kept")).SeenBy(Forces);
        yield return new AnswerLeak("overlaps-with-what-is-hidden", MapChannel, "A force is told how many movements and sites there are, named to it or not.", "GET /api/movements/overlaps", answer =>
        {
            if (answer.Json is { } json)
            {
                json["nearby"] = answer.InGroup("COUNT(*)", "AND (CAST(i.payload AS TEXT) LIKE '%\"kind\":\"movement\"%' OR CAST(i.payload AS TEXT) LIKE '%\"kind\":\"site\"%')");
            }
        }).SeenBy(Forces);
        yield return new AnswerLeak("concern-of-another-is-forbidden", RefusedOrAbsent, "Removing a concern of another force answers 403 instead of 404.", "DELETE /api/movements/concerns/", answer =>
        {
            var id = answer.IdAfter("/api/movements/concerns/");
            if (answer.Status == 404 && answer.Site.Number("movements", "SELECT COUNT(*) FROM concerns WHERE id = @id", new { id }) > 0)
            {
                answer.Status = 403;
            }
        });
    }

    private static IEnumerable<Leak> Notices()
    {
        yield return OnKind("access-constraint", "negotiation-crosses", FrameSize, "A list tells how much was talked about a constraint.", (item, content) =>
            item["talks"] = content["negotiation"]?.GetValue<string>().Length).SeenBy("political", "north", "donor", "south");
        yield return OnKind("access-constraint", "state-of-a-constraint-crosses", EntityTags, "A force is shown how a constraint goes on.", (item, content) =>
            item["how"] = content["state"]?.DeepClone()).SeenBy(Forces);
        yield return OnKind("access-constraint", "follow-up-crosses", EntityTags, "A list shows since when the follow-up of a constraint is due.", (item, content) =>
            item["due"] = content["followUpDueSince"]?.DeepClone()).SeenBy("political", "north", "donor", "south");
        yield return OnKind("access-constraint", "who-imposed-it-crosses", Receipts, "A list names who is said to be behind a constraint.", (item, content) =>
            item["imposedBy"] = content["imposedByName"]?.DeepClone()).SeenBy("political", "north", "donor", "south");
        yield return OnKind("access-constraint", "notice-names-a-hidden-item", HiddenParent, "A notice names the item that it is about to those who do not hold that.", (item, content) =>
            item["about"] = (content["linkedIncident"] ?? content["linkedNotification"])?.DeepClone());
        yield return new AnswerLeak("overview-counts-all", SmallCells, "The overview counts notices that an organisation keeps to itself.", "GET /api/access/overview", answer =>
        {
            if (answer.Json is { } json && answer.Status == 200)
            {
                json["all"] = answer.InGroup("COUNT(*)", "AND CAST(i.payload AS TEXT) LIKE '%\"kind\":\"access-constraint\"%'");
            }
        }).SeenBy(Humanitarians);
        yield return new AnswerLeak("overview-is-forbidden", RefusedOrAbsent, "Who may not see figures is refused otherwise when there are some.", "GET /api/access/overview", answer =>
        {
            if (answer.Status == 404 && answer.InGroup("COUNT(*)", "AND CAST(i.payload AS TEXT) LIKE '%\"kind\":\"access-constraint\"%'") > 0)
            {
                answer.Status = 403;
            }
        }).SeenBy("north", "political", "south", "police");
        yield return new AnswerLeak("updating-a-hidden-notice", RefusedOrAbsent, "Updating a notice that exists and is withheld answers 403 instead of 404.", "POST " + NoticeItems, answer =>
        {
            if (answer.Status == 404 && answer.Site.Whole(answer.IdAfter(NoticeItems)) is not null)
            {
                answer.Status = 403;
            }
        });
    }

    private static void Tell(LeakyAnswer answer, string name)
    {
        if (answer.Json is { } json)
        {
            json[name] = ConcernsOf(answer);
        }
    }

    private static long ConcernsOf(LeakyAnswer answer) => answer.Site.Number(
        "movements",
        "SELECT COUNT(*) FROM concerns WHERE organisation IN @organisations",
        new { organisations = answer.Site.Rows<string>("release", "SELECT DISTINCT organisation FROM members WHERE grp = @Group", new { answer.Group }) });
}
