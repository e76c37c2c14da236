using System.Globalization;
using ContactGroup.Contracts.Movements;

namespace ContactGroup.Release.Exports;

/// <summary>
/// A way that is drawn of a movement beside its stops: an object of its own on the map of a force, so that none of them replaces the stops, which may lie off the road.
/// </summary>
/// <param name="Name">Follows the name of the movement.</param>
/// <param name="Says">What it is, in a sentence.</param>
/// <param name="Place">What is drawn.</param>
/// <param name="IsGone">Whether it is drawn no longer.</param>
internal sealed record CotWay(string Name, string Says, ShownPlace Place, bool IsGone = false)
{
    private const string Road = "road";

    /// <summary>Other ways that a movement may have. Twin: RouteLines of the movements service.</summary>
    private const int MostOthers = 3;

    private static readonly string[] Names = [Road, .. Enumerable.Range(1, MostOthers).Select(NameOf)];

    /// <summary>
    /// The road as it was drawn and every other way. INVARIANT: one that an earlier view may have had and this one has not is named as well and leaves the map at once: it has a name of its
    /// own there, so that nothing else would take it away, and would lead astray whoever still sees it.
    /// </summary>
    /// <param name="item">The view.</param>
    /// <param name="stops">What is drawn of its stops.</param>
    public static IReadOnlyList<CotWay> Of(ExportItem item, ShownPlace stops)
    {
        var drawn = Drawn(item).ToList();
        return item.Revision < 2 || item.Kind != MovementSchema.Schema.Kind ? drawn :
        [
            .. drawn,
            .. Names.Except(drawn.Select(way => way.Name), StringComparer.Ordinal).Select(name => new CotWay(name, "This way is not, or no longer, part of the notification.", stops, IsGone: true)),
        ];
    }

    private static IEnumerable<CotWay> Drawn(ExportItem item)
    {
        if (ShownPlace.RoadOf(item) is { } road)
        {
            yield return new CotWay(Road, "The road as it was drawn. Stops may lie off it: they are drawn beside it.", ShownPlace.Along(road));
        }

        foreach (var (index, way) in ShownPlace.OtherWaysOf(item).Index())
        {
            yield return new CotWay(NameOf(index + 1), "Another way that may be taken.", ShownPlace.Along(way));
        }
    }

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"way-{number}");
}
