using System.Text.Json.Nodes;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Movements.Domain.Movements;

/// <summary>
/// Signs of life of a movement that is under way, for its own side alone: at a stop, or between them; never a position. Who is to be heard of and is not is overdue, and that
/// is the alarm. Saying that it is under way is the first one, at the first stop.
/// </summary>
internal static class CheckIns
{
    public static Timed Timed { get; } = new("check-in", Due, Fire);

    /// <summary>How many the content keeps, the latest; every version keeps what it had.</summary>
    private const int Most = 200;

    /// <summary>Notes one.</summary>
    /// <param name="movement">A copy that may be changed.</param>
    /// <param name="stop">Which stop of the route, from 0; null between stops.</param>
    /// <param name="note">A few words; null for none.</param>
    /// <param name="who">Who says so.</param>
    /// <param name="now">When.</param>
    public static void Add(Notification movement, int? stop, string? note, Participant who, DateTimeOffset now)
    {
        var said = Parts.With(
            ("stop", stop),
            ("at", Dispatching.Instant(now)),
            ("note", note),
            ("by", new JsonObject { ["id"] = who.PersonId, ["name"] = who.DisplayName }));
        movement.Content[ContentNames.CheckIns] = new JsonArray([.. Of(movement).TakeLast(Most - 1).Select(before => before.DeepClone()), said]);
    }

    /// <summary>
    /// After another route, a check-in stands at the same place of it, or between stops when that place is not on it any more or comes after one that nobody was
    /// heard of at. INVARIANT: no stop counts as passed that was not on the way to where somebody was heard of.
    /// </summary>
    /// <param name="before">The movement with the route that it had.</param>
    /// <param name="next">A copy with the route that it has now.</param>
    public static void FollowRoute(Notification before, Notification next)
    {
        var (old, route) = (Route(before), Route(next));
        foreach (var said in Of(next))
        {
            var stop = (int?)said["stop"] is { } index ? route.FindIndex(there => IsSamePlace(there, old[index])) : -1;
            if (stop >= 0 && WasPassed(route.Take(stop), old.Take((int)said["stop"]!)))
            {
                said["stop"] = stop;
            }
            else
            {
                said.Remove("stop");
            }
        }
    }

    /// <summary>Writes when it is to be heard of next, and since when it should have been.</summary>
    public static void Settle(Notification movement, DateTimeOffset now, MovementOptions options)
    {
        var alarm = Lines.At(movement.Content, ContentNames.OverdueSince);
        movement.Content.Remove(ContentNames.NextCheckInDue);
        movement.Content.Remove(ContentNames.OverdueSince);
        if (movement.State != States.UnderWay)
        {
            return;
        }

        var next = Next(movement, options);
        movement.Content[ContentNames.NextCheckInDue] = Dispatching.Instant(next);
        // INVARIANT: an alarm ends when somebody was heard of, or it is over, and not because times were amended.
        var stands = alarm is { } since && !Of(movement).Any(said => Lines.At(said, "at") >= since);
        if (stands || next <= now)
        {
            movement.Content[ContentNames.OverdueSince] = Dispatching.Instant(stands ? alarm!.Value : next);
        }
    }

    // What is overdue already says so until somebody acts, and every act settles it anew.
    private static DateTimeOffset? Due(Notification movement, MovementOptions options) =>
        movement.State == States.UnderWay && !movement.Content.ContainsKey(ContentNames.OverdueSince) ? Next(movement, options) : null;

    private static bool Fire(Notification movement, DateTimeOffset now, MovementOptions options)
    {
        Settle(movement, now, options);
        return movement.Content.ContainsKey(ContentNames.OverdueSince);
    }

    // A stop is due at its time, or at the end of it. It is heard of when somebody checked in there, or at a later one, or anywhere after it was due. The end is heard of when the movement is said to be over; until
    // then, whoever checks in after it has as long again.
    private static DateTimeOffset Next(Notification movement, MovementOptions options)
    {
        var said = Of(movement).ToList();
        var furthest = said.Max(one => (int?)one["stop"]) ?? -1;
        var last = said.Max(one => Lines.At(one, "at")) ?? DateTimeOffset.MinValue;
        var end = ContentRules.Instant(movement.Content, ContentNames.WindowEnd) + options.CheckInGrace;
        return Route(movement)
            .Skip(furthest + 1)
            .Select(stop => StopTimes.Latest(stop) + options.CheckInGrace)
            .OfType<DateTimeOffset>()
            .Where(due => due > last)
            .Append(last < end ? end : last + options.CheckInGrace)
            .Min();
    }

    private static IEnumerable<JsonObject> Of(Notification movement) => (movement.Content[ContentNames.CheckIns] as JsonArray ?? []).OfType<JsonObject>();

    private static List<JsonObject> Route(Notification movement) => [.. ((JsonArray)movement.Content[ContentNames.Route]!).OfType<JsonObject>()];

    private static bool WasPassed(IEnumerable<JsonObject> places, IEnumerable<JsonObject> passed) =>
        places.All(place => passed.Any(there => IsSamePlace(there, place)));

    private static bool IsSamePlace(JsonObject one, JsonObject other) =>
        ((string[])["type", "name", "lat", "lon"]).All(name => JsonNode.DeepEquals(one[name], other[name]));
}
