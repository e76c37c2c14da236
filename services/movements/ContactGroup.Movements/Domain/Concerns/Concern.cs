using System.Text.Json.Nodes;
using ContactGroup.Contracts;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Movements.Domain.Concerns;

/// <summary>An area and a time that a force keeps an eye on. Its own setting: no item, shown to nobody else, and nothing that is notified depends on it.</summary>
/// <param name="Id">Random.</param>
/// <param name="Note">In the force's own words.</param>
/// <param name="From">It counts from then on.</param>
/// <param name="Until">It counts until then.</param>
/// <param name="Place"><c>{position, radius}</c> or <c>{outline}</c>, as checked.</param>
internal sealed record Concern(string Id, string Note, DateTimeOffset From, DateTimeOffset Until, JsonObject Place)
{
    /// <summary>Most concerns that an organisation keeps.</summary>
    public const int Most = 500;

    private const int LongestNote = 500;
    private const int WidestMetres = 50_000;
    private const double FurthestCornerKilometres = 100;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>What came in.</summary>
    public sealed record Given(string? Note, DateTimeOffset? From, DateTimeOffset? Until, GivenPoint? Position, int? Radius, IReadOnlyList<GivenPoint>? Outline);

    /// <summary>Where it is.</summary>
    public Area Area => Place["outline"] is JsonArray corners
        ? Area.Outline([.. corners.Select(corner => Outlines.Degrees(corner!))])
        : Area.Circle(Outlines.Degrees(Place["position"]!), (double)Place["radius"]!);

    /// <summary>Reads what came in; counts for nothing when a check failed.</summary>
    public static Concern Read(Given said, DateTimeOffset now, FieldChecks checks)
    {
        var note = checks.Text("note", said.Note, 1, LongestNote);
        var (from, until) = (checks.Required("from", said.From) ?? now, checks.Required("until", said.Until) ?? now);
        if (!checks.Failed)
        {
            checks.That(from < until, "until", "It counts for no time at all; give an instant after from.");
            checks.That(until > now, "until", "That is over already; give an instant that is still to come.");
            checks.That(until - from <= Longest, "until", "A concern counts for 366 days at most.");
        }

        return new Concern(Ids.New(), note, from.ToUniversalTime(), until.ToUniversalTime(), PlaceOf(said, checks));
    }

    private static JsonObject PlaceOf(Given said, FieldChecks checks)
    {
        checks.That(said.Position is null != said.Outline is null, "position", "Give either a position with a radius, or an outline.");
        checks.That(said.Position is null == said.Radius is null, "radius", "Give a position with its radius in metres.");
        checks.Range("radius", said.Radius, 1, WidestMetres);
        return said.Outline is { } corners
            ? new JsonObject { ["outline"] = OutlineOf(corners, checks) }
            : new JsonObject { ["position"] = said.Position is null ? null : Outlines.Point("position", said.Position, checks), ["radius"] = said.Radius };
    }

    private static JsonArray OutlineOf(IReadOnlyList<GivenPoint> said, FieldChecks checks)
    {
        var corners = Outlines.Corners("outline", said, checks);
        checks.That(
            checks.Failed || corners.All(corner => Places.Kilometres(Outlines.Degrees(corners[0]!), Outlines.Degrees(corner!)) <= FurthestCornerKilometres),
            "outline",
            "A corner is more than 100 km from the first; give the parts of a larger area as concerns of their own.");
        return corners;
    }
}
