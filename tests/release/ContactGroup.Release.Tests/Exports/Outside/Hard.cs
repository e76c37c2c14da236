using System.Globalization;
using System.Text.Json.Nodes;
using ContactGroup.Contracts.Items;
using ContactGroup.Release.Tests.Features;

namespace ContactGroup.Release.Tests.Exports.Outside;

/// <summary>What is hard to carry from one format to another, and items that have it.</summary>
internal static class Hard
{
    /// <summary>Separators, quotes, markup, line ends, a formula, accents, Arabic, and a character beyond the first plane.</summary>
    public const string Text = "Closed, at; the \"gate\" \\ of <b>A & B</b>, it's fermé\nالجسر مغلق، \u061Bحتى إشعار آخر 🚚\n\nAmen\u200F.";

    // Clockwise and not closed, as people click.
    public static JsonArray Outline => [At(35.0, 39.0), At(35.1, 39.0), At(35.1, 39.2), At(35.0, 39.2)];

    /// <summary>The same, closed and by the right-hand rule, longitude first.</summary>
    public const string Ring = "[[39.2,35],[39.2,35.1],[39,35.1],[39,35],[39.2,35]]";

    /// <summary>One of each kind, with every shape; one site alone, as several take two people.</summary>
    public static IReadOnlyList<ItemVersioned> Of(ReleaseApp app) => Numbered(
    [
        app.Movement(),
        app.Drawn(),
        app.Site(footprint: Outline),
        app.Area(),
        app.Advisory(new JsonObject { ["summary"] = Text }),
        app.Incident(summary: Text),
        app.Constraint(Text),
        app.Message(Exercise.Amal, Text, ["own-side"]),
    ]);

    public static async Task<IReadOnlyList<ItemVersioned>> TakeHardOnesAsync(this ReleaseApp app)
    {
        var items = Of(app);
        foreach (var item in items)
        {
            await app.TakeAsync(item);
        }

        return items;
    }

    /// <summary>A site almost at the end of the map.</summary>
    public static ItemVersioned AtTheEdge(this ReleaseApp app) => app.Site(lat: -0.00001, lon: -179.999999);

    /// <summary>A movement with its road, another way, and hard words.</summary>
    public static ItemVersioned Drawn(this ReleaseApp app)
    {
        var movement = app.Movement();
        movement.Content["routeGeometry"] = GivenMovement.Line(39.7, 35.3);
        movement.Content["alternateRoutes"] = new JsonArray(GivenMovement.Line(39.6, 35.35));
        movement.Content["notes"] = Text;
        return movement;
    }

    /// <summary>An advisory for an area.</summary>
    public static ItemVersioned Area(this ReleaseApp app) =>
        app.Advisory(new JsonObject { ["summary"] = Text, ["position"] = null, ["radius"] = null, ["outline"] = Outline });

    /// <summary>A movement of which a coordinator showed the force the cells of its places alone.</summary>
    public static async Task TakeCoarselyAsync(this ReleaseApp app, ItemVersioned movement)
    {
        await app.TakeAsync(movement.Worded());
        foreach (var review in await app.ReviewsAsync())
        {
            var answer = await app.PostAsync(
                Exercise.Olena, $"reviews/{review["review"]}/release", new { note = "As agreed.", shown = (string?)review["shown"], fields = new { route = new { grain = "coarse" } } });
            Assert.True(answer.Status == 204, answer.Text);
        }
    }

    // A reference of its own for each, to find it again in a file that has no ids of ours.
    private static IReadOnlyList<ItemVersioned> Numbered(IReadOnlyList<ItemVersioned> items) =>
        [.. items.Select((item, number) => item with { Reference = string.Create(CultureInfo.InvariantCulture, $"{item.Reference[..3]}-HARD-{number:0000}") })];

    private static JsonObject At(double lat, double lon) => new() { ["lat"] = lat, ["lon"] = lon };
}
