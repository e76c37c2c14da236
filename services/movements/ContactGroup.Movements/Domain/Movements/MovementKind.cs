using System.Text.Json.Nodes;
using ContactGroup.Contracts.Movements;

namespace ContactGroup.Movements.Domain.Movements;

/// <summary>What is particular to movements.</summary>
internal static class MovementKind
{
    public static Kind Kind { get; } = new(
        MovementSchema.Schema,
        [
            ContentNames.Notice, ContentNames.State, ContentNames.Category, ContentNames.Mode, ContentNames.WindowStart, ContentNames.WindowEnd,
            ContentNames.Country, ContentNames.Route, ContentNames.RouteGeometry, ContentNames.AlternateRoutes, ContentNames.Vehicles, ContentNames.CallContact,
        ],
        ReleaseTo.NamedAlone,
        (movement, said, options) => ExpiresAt(movement, said, options.ShownAfter),
        Warnings.For)
    {
        Places = PlacesOf,
        Trip = Trips.Of,
        Timetable = [Reminding.Timed, Escalation.Of(Concerned, movement => ContentRules.Instant(movement.Content, ContentNames.WindowStart)), CheckIns.Timed, Expiry.Timed],
        Settle = CheckIns.Settle,
    };

    // Who is not told that a convoy does not come, or is over, waits for it.
    private static IEnumerable<JsonObject> Concerned(Notification movement) =>
        movement.State == States.Expired ? []
        : States.IsOver(movement.State) ? Lines.Unreached(movement)
        : Lines.Silent(movement);

    // What is said after the window is shown as long as what is said in it. That nothing was said shows it no longer. Who is under way is shown until that is over,
    // however late: a convoy that is held up must not vanish from the maps of those who were told of it.
    private static DateTimeOffset? ExpiresAt(Notification movement, DateTimeOffset said, TimeSpan shownAfter)
    {
        if (movement.State == States.UnderWay)
        {
            return null;
        }

        var end = ContentRules.Instant(movement.Content, ContentNames.WindowEnd);
        return (movement.State != States.Expired && (States.IsOver(movement.State) || said > end) ? said : end) + shownAfter;
    }

    // Where it goes to, and not what lies on the way.
    private static IEnumerable<NotifiedPlace> PlacesOf(Notification movement) => States.IsOver(movement.State) ? [] :
        ((JsonArray)movement.Content[ContentNames.Route]!)
            .OfType<JsonObject>()
            .Where(stop => (string?)stop["type"] is "DESTINATION" or "DELIVERY")
            .Select(stop => new NotifiedPlace(
                Parts.Texts(stop, "name"), ((double)stop["lat"]!, (double)stop["lon"]!), ContentRules.Instant(movement.Content, ContentNames.WindowEnd)));
}
