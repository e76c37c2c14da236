using System.Text.Json.Nodes;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Movements.Domain.Sites;

/// <summary>Reads the outline of a site: a simple polygon of the size of a place.</summary>
internal static class Footprints
{
    private const int Fewest = 3;
    private const int Most = 50;

    /// <summary>The largest camps of the world have some 15 square kilometres; what is larger is an area and no site.</summary>
    private const double LargestSquareKilometres = 50;

    /// <summary>The corners as content has them, not closed. Files of maps close theirs; that is taken as the same.</summary>
    public static JsonArray Read(IReadOnlyList<Corner> said, FieldChecks checks)
    {
        var given = said.Count > Fewest && said[0] is not null && said[0] == said[^1] ? [.. said.SkipLast(1)] : said;
        var corners = checks.List(SiteNames.Footprint, given, Fewest, Most).Take(Most).ToList();
        var found = new FieldChecks();
        JsonArray read = [.. corners.Select((corner, index) =>
            found.Required($"{SiteNames.Footprint}[{index}]", corner) is null ? null : SiteReading.Corner($"{SiteNames.Footprint}[{index}]", corner, found))];
        foreach (var (field, remedies) in found.Errors)
        {
            checks.Add(field, remedies[0]);
        }

        if (!found.Failed && corners.Count >= Fewest)
        {
            CheckShape(new Polygon([.. read.Select(corner => ((double)corner!["lat"]!, (double)corner["lon"]!))]), checks);
        }

        return read;
    }

    private static void CheckShape(Polygon polygon, FieldChecks checks)
    {
        var isSimple = !polygon.RepeatsCorner && !polygon.CrossesItself;
        checks.That(!polygon.RepeatsCorner, SiteNames.Footprint, "Give each corner once.");
        checks.That(polygon.RepeatsCorner || !polygon.CrossesItself, SiteNames.Footprint, "The outline crosses itself; give the corners in the order in which one walks around.");
        checks.That(!isSimple || polygon.SquareMetres >= 1, SiteNames.Footprint, "The corners lie on one line; give the outline of an area.");
        checks.That(
            !isSimple || polygon.SquareMetres <= LargestSquareKilometres * 1_000_000,
            SiteNames.Footprint,
            $"A footprint is at most {LargestSquareKilometres} square kilometres; notify the parts of a larger area each for itself.");
    }
}
