using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts.Items;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Features;

/// <summary>What one target would get of a draft, in words for its author.</summary>
internal sealed record AudiencePreview(string Audience, string Label, string Outcome, string Sentence, JsonNode? View);

/// <summary>Forecasts as an author reads them.</summary>
internal static class AudiencePreviews
{
    public static IReadOnlyList<AudiencePreview> Of(ItemVersioned item, IEnumerable<AudienceOutcome> outcomes) =>
        [.. outcomes.GroupBy(outcome => Targets.Of(outcome.Audience), StringComparer.Ordinal).SelectMany(target => Describe(item, target.Key, [.. target]))];

    /// <summary>
    /// One line for a whole side when all of it gets the same; coordination on a line of its own when only it gets more; otherwise one per audience.
    /// </summary>
    private static IEnumerable<AudiencePreview> Describe(ItemVersioned item, string target, List<AudienceOutcome> outcomes)
    {
        var rest = outcomes.FindAll(outcome => outcome.Audience.Constituency != Constituency.Coordination);
        if (AreSame(outcomes))
        {
            return [Describe(item, target, outcomes[0])];
        }

        return rest.Count > 0 && rest.Count < outcomes.Count && AreSame(rest)
            ? [Describe(item, target, rest[0]), .. outcomes.Except(rest).Select(outcome => Describe(item, $"audience:{outcome.Audience}", outcome))]
            : outcomes.Select(outcome => Describe(item, $"audience:{outcome.Audience}", outcome));
    }

    private static bool AreSame(List<AudienceOutcome> outcomes) => outcomes.TrueForAll(outcome =>
        string.Equals(outcome.View?.Hash, outcomes[0].View?.Hash, StringComparison.Ordinal) && outcome.NeedsReview == outcomes[0].NeedsReview);

    private static AudiencePreview Describe(ItemVersioned item, string target, AudienceOutcome outcome)
    {
        var label = AudienceLabels.Of(target);
        if (Quarantine.MarkedFields(item).Count > 0)
        {
            return new AudiencePreview(target, label, ReleaseSentences.Withheld, Floors.QuarantineReason.Sentence, View: null);
        }

        var result = ReleaseSentences.Outcome(outcome);
        var isHeldForText = result == ReleaseSentences.Review && CrossingText.FindingsFor(item, outcome.Audience, outcome.Disclosure).Count > 0;
        return new AudiencePreview(
            target,
            label,
            result,
            ReleaseSentences.Forecast(label, result, outcome.Allowed, isHeldForText),
            outcome.View is { } view ? Fields(view) : null);
    }

    private static JsonNode Fields(ItemView view)
    {
        var fields = JsonNode.Parse(view.Body)!["fields"]!.DeepClone();
        ShownFile.Unname(fields);
        return fields;
    }
}
