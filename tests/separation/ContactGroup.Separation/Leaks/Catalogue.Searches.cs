using System.Globalization;
using System.Text.Json.Nodes;

namespace ContactGroup.Separation.Leaks;

internal static partial class Catalogue
{
    private const string SearchChannel = "search hits, facets, snippets, scores";
    private const string MapChannel = "map extents, clusters, tiles";

    private static IEnumerable<Leak> Searches()
    {
        yield return new AnswerLeak("hits-include-withheld", SearchChannel, "A search counts hits in every view there is.", "GET /api/release/items", answer =>
        {
            if (answer.Json is { } json && answer.Context.Request.Query["q"] is [{ } word])
            {
                json["hits"] = answer.InGroup("COUNT(*)", $"AND CAST(i.payload AS TEXT) LIKE '%{word.Replace("'", "''", StringComparison.Ordinal)}%'");
            }
        });
        yield return new AnswerLeak("search-in-withheld-fields", SearchChannel, "A search finds an item by a word that stands only in a field that is withheld.", "GET /api/release/items", answer =>
        {
            if (answer.Json is { } json && answer.Context.Request.Query["q"] is [{ } word])
            {
                json["found"] = answer.Site.Number(
                    "release",
                    """
                    SELECT COUNT(DISTINCT i.item) FROM items i JOIN held h ON h.item = i.item JOIN streams s ON s.stream = h.stream
                    JOIN members m ON m.person = @Person WHERE s.scope = 1 AND s.subject = CASE m.constituency WHEN 10 THEN 'military:' || m.force ELSE s.subject END
                    AND CAST(i.payload AS TEXT) LIKE @pattern
                    """,
                    new { answer.Person, pattern = $"%{word}%" });
            }
        }).SeenBy(Forces);
        yield return new AnswerLeak("facets-of-all", SearchChannel, "A list shows how many items there are of each kind.", "GET /api/release/items", answer =>
        {
            if (answer.Json is { } json)
            {
                json["facets"] = new JsonObject
                {
                    ["message"] = answer.InGroup("COUNT(*)", "AND CAST(i.payload AS TEXT) LIKE '%\"kind\":\"message\"%'"),
                    ["incident"] = answer.InGroup("COUNT(*)", "AND CAST(i.payload AS TEXT) LIKE '%\"kind\":\"incident\"%'"),
                };
            }
        });
        yield return new AnswerLeak("extent-of-all-incidents", MapChannel, "A list shows the extent of all positions.", "GET /api/release/items", answer =>
        {
            if (answer.Json is { } json)
            {
                json["extent"] = string.Join(' ', Positions(answer).Order().Select(place => place.ToString(CultureInfo.InvariantCulture)));
            }
        });
        yield return new AnswerLeak("box-by-the-precise-position", MapChannel, "A box counts by the precise position of what is shown as a cell.", "GET /api/release/items", answer =>
        {
            if (answer.Json is { } json && answer.Context.Request.Query.ContainsKey("bbox"))
            {
                json["inside"] = Positions(answer).Count(place => place < 36.55);
            }
        });
    }

    private static IEnumerable<double> Positions(LeakyAnswer answer) => answer.Site
        .Rows<byte[]>("release", "SELECT i.payload FROM items i JOIN channels c ON c.channel = i.channel WHERE c.grp = @Group", new { answer.Group })
        .Select(payload => Field(JsonNode.Parse(payload), "position")?["lat"]?.GetValue<double>())
        .OfType<double>();
}
