using System.Text.Json.Nodes;
using ContactGroup.Contracts.Movements;

namespace ContactGroup.Movements.Domain.Sites;

/// <summary>What is particular to sites.</summary>
internal static class SiteKind
{
    public static Kind Kind { get; } = new(
        SiteSchema.Schema,
        [
            ContentNames.Notice, ContentNames.State, SiteNames.SiteType, SiteNames.Name, SiteNames.LocalName, ContentNames.Country, SiteNames.Admin1,
            ContentNames.Admin1Pcode, SiteNames.Admin2, ContentNames.Admin2Pcode, SiteNames.Position, SiteNames.CoordinateMethod, SiteNames.Accuracy,
            SiteNames.Footprint, SiteNames.ValidFrom, SiteNames.ValidUntil, SiteNames.RevalidatedAt, SiteNames.RevalidateBy, SiteNames.Buildings,
            SiteNames.RoofMarking, ContentNames.CallContact,
        ],
        ReleaseTo.NamedAlone,
        ExpiresAt,
        SiteWarnings.For)
    {
        Places = PlacesOf,
        Timetable = [Confirmation.Asked, Confirmation.Missed, Escalation.Of(Concerned, _ => null)],
        IsCompared = true,
    };

    // INVARIANT: a place that people are in does not vanish from the list of a force because somebody forgot to confirm it or its validity has run out. Only its
    // owner takes it off.
    private static DateTimeOffset? ExpiresAt(Notification site, DateTimeOffset said, MovementOptions options) =>
        site.State == SiteStates.Removed ? said + options.ShownAfter : null;

    // Nobody is asked to acknowledge what happened by itself, or that a site is gone; whom it did not reach somebody has to call.
    private static IEnumerable<JsonObject> Concerned(Notification site) => site.State == SiteStates.First ? Lines.Silent(site) : Lines.Unreached(site);

    private static IEnumerable<NotifiedPlace> PlacesOf(Notification site) => site.State == SiteStates.Removed
        ? []
        : [new NotifiedPlace(Parts.Texts(site.Content, SiteNames.Name, SiteNames.LocalName), SiteReading.PositionOf(site.Content), SiteReading.InstantOf(site.Content, SiteNames.ValidUntil))];
}
