using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Movements;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Web;
using ContactGroup.Movements.Domain;
using ContactGroup.Movements.Domain.Advisories;
using ContactGroup.Movements.Domain.Areas;

namespace ContactGroup.Movements.Features;

/// <summary>Reads the draft of an advisory exactly as <see cref="IssueAdvisory"/> would, for a preview.</summary>
internal sealed class ReadAdvisoryDraft(Boundaries boundaries) : IDraftReader
{
    public string Kind => AdvisorySchema.Schema.Kind;

    public DraftContent Read(ItemOrigin author, string channel, JsonObject posted, DateTimeOffset now)
    {
        var checks = new FieldChecks();
        if (Parse(posted, checks) is { } request)
        {
            var draft = new AdvisoryDraft(AdvisoryReading.Read(request, checks));
            if (!checks.Failed)
            {
                return Read(draft, author, channel, now);
            }
        }

        return Faulty(checks.Errors);
    }

    private DraftContent Read(AdvisoryDraft draft, ItemOrigin author, string channel, DateTimeOffset now)
    {
        try
        {
            var advisory = draft.Issue(author, channel, exercise: false, now);
            return new DraftContent(advisory.Content, Protection: false, advisory.Sensitivity, new Dictionary<string, string[]>(StringComparer.Ordinal))
            {
                ReleaseTo = ReleaseTo.HumanitarianSide,
                Warnings = [.. advisory.Warnings(boundaries).Select(warning => new DraftWarning(warning.Field, warning.Text))],
            };
        }
        catch (ActRefusedException refused)
        {
            return Faulty(refused.Errors);
        }
    }

    private static DraftContent Faulty(IReadOnlyDictionary<string, string[]> errors) => new([], Protection: false, Sensitivity: null, errors);

    private static IssueAdvisory.Request? Parse(JsonObject posted, FieldChecks checks)
    {
        try
        {
            return posted.Deserialize<IssueAdvisory.Request>(Wire.Json);
        }
        catch (JsonException fault)
        {
            checks.Add($"content{fault.Path?.TrimStart('$')}", "Correct this field; it is not one of an advisory, or its value has the wrong shape.");
            return null;
        }
    }
}
