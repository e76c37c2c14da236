using ContactGroup.Classification;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Features;

/// <summary>
/// Every decision as a sentence. INVARIANT: a sentence names the rule and the audience that is asked about, and nobody and nothing else; who may hear
/// it is for the caller to know.
/// </summary>
internal static class Explanations
{
    /// <summary>Code of sentences that come from the policy document.</summary>
    public const string Policy = "policy";

    public static Said Own { get; } = new("own.organisation", "You see all of it because your organisation wrote it.");

    public static Said OfAudience(Audience audience) => For(audience.ToString(), "own.audience", label => $"You see what {label} may see in this channel.");

    /// <summary>What a coarse grain of a class looks like.</summary>
    public static Said Coarse(FieldClass fieldClass) => fieldClass switch
    {
        FieldClass.Area => new("coarse.area", "The area is shown at its first level only."),
        FieldClass.Location => new("coarse.location", "A position is shown as a grid square of about 11 km."),
        FieldClass.Time => new("coarse.time", "A time is shown as a day."),
        FieldClass.Organisation => new("coarse.organisation", "An organisation is shown by its type."),
        FieldClass.Staff => new("coarse.staff", "Numbers of staff are shown as a band."),
        FieldClass.Category or FieldClass.Status or FieldClass.Severity => new("coarse.same", "This has no coarser form and is shown as it is."),
        _ => new("coarse.nothing", "This has no coarse form and is left out."),
    };

    public static Said Shown(string audience) => For(audience, "other.shown", label => $"Shown to {label}, as far as the rules allow.");

    public static Said Edited(string audience) => For(audience, "other.edited", label => $"Released to {label}, edited by the coordination office.");

    public static Said Widened(string audience) => For(audience, "other.widened", label => $"Shown to {label} since its owner consented to a coordinator's request.");

    public static Said InReview(string audience) => For(audience, "other.in-review", label => $"Waits for a coordinator before it goes to {label}.");

    public static Said Returned(string audience) => For(audience, "other.returned", label => $"A coordinator returned it instead of releasing it to {label}.");

    public static Said Asked(string audience) => For(audience, "other.asked", label => $"A coordinator asks its owner whether it may go to {label}.");

    public static Said Recalled(string audience) => For(audience, "other.recalled", label => $"It was taken back from {label}; a coordinator looks before it goes there again.");

    public static Said Withdrawn { get; } = new("withheld.withdrawn", "Its owner withdrew it; nobody else holds it any more.");

    public static Said Expired { get; } = new("withheld.expired", "The time its owner set is over; nobody else holds it any more.");

    public static Said NotInTheRoom(string audience) =>
        For(audience, "withheld.room", label => $"In the present posture this channel is not open to {label}.");

    /// <summary>Why an audience gets nothing.</summary>
    public static Said Withheld(string audience, Decision decision) => decision.Deny switch
    {
        DenyReason.NotReleased => For(audience, "withheld.not-released", label => $"Its author did not release it to {label}."),
        DenyReason.Floor => First(decision, ReasonKind.Floor)
            ?? For(audience, "withheld.not-granted", label => $"The rules give {label} nothing of it."),
        DenyReason.Quarantined => OfRule(Floors.QuarantineReason),
        DenyReason.Unknown => new("withheld.unknown", "What cannot be read or is not known is withheld."),
        DenyReason.Contradictory => new("withheld.contradictory", "No item can stand in this relation to this audience."),
        DenyReason.NotGranted => First(decision, ReasonKind.Withholding)
            ?? For(audience, "withheld.not-granted", label => $"The rules give {label} nothing of it."),
        DenyReason.None => For(audience, "withheld.undecided", label => $"The rules give {label} something of it, and nothing was released yet."),
        _ => new("withheld.unknown", "What cannot be read or is not known is withheld."),
    };

    /// <summary>A rule that took part.</summary>
    public static Said OfRule(Reason reason) => reason.Kind switch
    {
        ReasonKind.Floor => new($"floor.{reason.Id}", reason.Sentence),
        ReasonKind.ReleaseSet => new($"release-set.{reason.Id}", reason.Sentence),
        ReasonKind.Moderator => new("coordinator", reason.Sentence),
        _ => new(Policy, reason.Sentence, new Dictionary<string, string>(StringComparer.Ordinal) { ["rule"] = reason.Id }),
    };

    private static Said? First(Decision decision, ReasonKind kind) =>
        decision.Reasons.FirstOrDefault(reason => reason.Kind == kind) is { } reason ? OfRule(reason) : null;

    private static Said For(string name, string code, Func<string, string> sentence) => new(
        code, sentence(AudienceLabels.Of(name)), new Dictionary<string, string>(StringComparer.Ordinal) { ["audience"] = name });
}
