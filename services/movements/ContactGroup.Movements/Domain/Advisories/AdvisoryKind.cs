using ContactGroup.Contracts.Movements;

namespace ContactGroup.Movements.Domain.Advisories;

/// <summary>What is particular to advisories.</summary>
internal static class AdvisoryKind
{
    public static Kind Kind { get; } = new(
        AdvisorySchema.Schema,
        [
            ContentNames.State, AdvisoryNames.Type, AdvisoryNames.RouteStatus, AdvisoryNames.Severity, AdvisoryNames.Urgency, AdvisoryNames.Certainty,
            AdvisoryNames.AdviceToOthers, AdvisoryNames.ValidFrom, AdvisoryNames.ValidUntil, ContentNames.Country, AdvisoryNames.Admin1, ContentNames.Admin1Pcode,
            AdvisoryNames.Admin2, ContentNames.Admin2Pcode, AdvisoryNames.Place, AdvisoryNames.Position, AdvisoryNames.Radius, AdvisoryNames.Outline,
            AdvisoryNames.Summary, ContentNames.CallContact,
        ],
        _ => ReleaseTo.HumanitarianSide,
        (advisory, said, options) => ExpiresAt(advisory, said + options.ShownAfter),
        AdvisoryWarnings.For)
    {
        IsDispatched = false,
    };

    // That a danger is over is told to who was told of the danger, and for no longer than that.
    private static DateTimeOffset ExpiresAt(Notification advisory, DateTimeOffset shownUntil)
    {
        var until = AdvisoryRules.Until(advisory.Content);
        return advisory.State == AdvisoryStates.Ended && shownUntil < until ? shownUntil : until;
    }
}
