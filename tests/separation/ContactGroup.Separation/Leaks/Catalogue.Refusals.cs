namespace ContactGroup.Separation.Leaks;

internal static partial class Catalogue
{
    private const string RefusedOrAbsent = "403/404/410 and body length";
    private const string Validation = "validation, uniqueness and idempotency errors";
    private const string Items = "/api/release/items/";

    private static IEnumerable<Leak> Refusals()
    {
        yield return OnHidden("hidden-is-forbidden", "An item that exists and is withheld answers 403 instead of 404.", answer => answer.Status = 403);
        yield return OnHidden("hidden-has-a-longer-body", "The refusal of a withheld item is a few bytes longer than that of an absent one.", answer => answer.Padding = "  ");
        yield return OnHidden("hidden-sends-a-header", "A withheld item answers 404 with the header of its kind.", answer =>
            answer.Context.Response.Headers["X-Item-Kind"] = answer.Site.Whole(answer.IdAfter(Items))?["kind"]?.GetValue<string>());
        yield return OnHidden("withdrawn-is-gone", "A withheld item that was withdrawn answers 410.", answer =>
        {
            if (answer.Site.Whole(answer.IdAfter(Items))?["status"]?.GetValue<string>() == "withdrawn")
            {
                answer.Status = 410;
            }
        });
        yield return new AnswerLeak(
            "hidden-room-is-forbidden",
            RefusedOrAbsent,
            "Posting in a channel that exists and does not admit the author answers 403 instead of 404.",
            "POST /api/channels/channels/",
            answer =>
            {
                var channel = answer.IdAfter("/api/channels/channels/");
                if (answer.Status == 404 && answer.Site.Number("channels", "SELECT COUNT(*) FROM channels WHERE channel = @channel", new { channel }) > 0)
                {
                    answer.Status = 403;
                }
            });
        yield return new AnswerLeak(
            "verb-on-hidden-is-forbidden",
            RefusedOrAbsent,
            "Acknowledging a message that exists and is withheld answers 403 instead of 404.",
            "POST /api/channels/items/",
            answer =>
            {
                if (answer.Status == 404 && answer.Site.Whole(answer.IdAfter("/api/channels/items/")) is not null)
                {
                    answer.Status = 403;
                }
            });
        yield return new AnswerLeak(
            "report-names-a-duplicate",
            Validation,
            "A report is answered with how many reports of the same day there are, withheld ones included.",
            "POST /api/incidents/channels/",
            answer =>
            {
                if (answer.Json is { } json)
                {
                    json["similar"] = answer.InGroup("COUNT(*)", "AND CAST(i.payload AS TEXT) LIKE '%\"kind\":\"incident\"%'");
                }
            });
        yield return new AnswerLeak(
            "room-names-are-unique",
            Validation,
            "A coordinator cannot open a channel with the name of one that they may not see.",
            "POST /api/channels/groups/",
            answer =>
            {
                if (answer.Status == 201
                    && answer.Site.Number("channels", "SELECT COUNT(*) - COUNT(DISTINCT name) FROM channels WHERE contact_group = @Group", new { answer.Group }) > 0)
                {
                    answer.Status = 409;
                }
            }).SeenBy(Coordinators);
        yield return new SharedKeys();
    }

    private static AnswerLeak OnHidden(string name, string how, Action<LeakyAnswer> change) => new(name, RefusedOrAbsent, how, "GET " + Items, answer =>
    {
        if (answer.Status == 404 && answer.Site.Whole(answer.IdAfter(Items)) is not null)
        {
            change(answer);
        }
    });

    /// <summary>Idempotency keys are one name space for all.</summary>
    private sealed record SharedKeys() : Leak(
        "idempotency-keys-are-shared", Validation, "The key of another person's command is refused as used.")
    {
        public override Task<bool> BeforeAsync(LeakSite site, HttpContext context)
        {
            var key = context.Request.Headers["Idempotency-Key"].ToString();
            if (key.Length == 0 || !context.Request.Path.StartsWithSegments("/api/channels", StringComparison.Ordinal))
            {
                return Task.FromResult(false);
            }

            if (site.Number("channels", "SELECT COUNT(*) FROM idempotency WHERE key = @key", new { key }) == 0)
            {
                return Task.FromResult(false);
            }

            context.Response.StatusCode = 422;
            return Task.FromResult(true);
        }
    }
}
