using ContactGroup.Classification;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Features;

/// <summary>Decisions as sentences.</summary>
internal static class ReleaseSentences
{
    public const string Shown = "shown";
    public const string Review = "review";
    public const string Withheld = "withheld";

    public static string Outcome(AudienceOutcome outcome) => outcome switch
    {
        { View: null } => Withheld,
        { NeedsReview: true } => Review,
        _ => Shown,
    };

    /// <summary>What will happen to an item for a target, for its author.</summary>
    public static string Forecast(string label, string outcome, bool allowed, bool isHeldForText = false) => outcome switch
    {
        Shown => $"Goes to {label} at once, as shown here.",
        Review when isHeldForText =>
            $"Goes to {label} as shown here after a coordinator has released it, because its text holds something that should be looked at.",
        Review => $"Goes to {label} as shown here after a coordinator has released it.",
        _ => allowed ? $"The rules give {label} nothing of it." : $"Does not go to {label}: you did not release it to them.",
    };

    /// <summary>The grains of a disclosure, class by class.</summary>
    public static IReadOnlyList<ShownClass> Classes(Disclosure disclosure) =>
        [.. Enum.GetValues<FieldClass>()
            .Where(fieldClass => disclosure[fieldClass] != Grain.None)
            .Select(fieldClass => new ShownClass(fieldClass, disclosure[fieldClass]))];
}

/// <summary>How much of a class is shown.</summary>
internal sealed record ShownClass(FieldClass FieldClass, Grain Grain);
