using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary>Lines that were drawn for other stops: the movements service takes them out when the stops are corrected and the lines are not given again.</summary>
internal static class DrawnLines
{
    private static readonly (string Field, string Option, string Words)[] Lines =
    [
        ("routeGeometry", "--route", "The drawn road goes out, because the stops are corrected"),
        ("alternateRoutes", "--alternate-route", "The other ways go out, because the stops are corrected"),
    ];

    /// <summary>Says before an amendment is sent which lines it takes out. What cannot be looked up holds nothing up: a correction may be urgent.</summary>
    public static async Task SayTakenOutAsync(Invocation run, ContactGroupClient client, string item, JsonObject changes, CancellationToken cancellationToken)
    {
        if (changes["route"] is not JsonArray stops || Lines.All(line => IsSaid(changes, line.Field)))
        {
            return;
        }

        try
        {
            var present = await client.GetItemAsync(item, cancellationToken);
            foreach (var line in Lines.Where(line => !IsSaid(changes, line.Field) && IsThere(present, line.Field) && !Positions(present).SequenceEqual(Positions(stops))))
            {
                run.Answers.Note($"{line.Words}. To keep one, amend again with {line.Option}.");
            }
        }
        catch (ContactGroupException)
        {
            // The amendment has its own answer, and the receipt says what was taken out.
        }
    }

    private static bool IsSaid(JsonObject changes, string field) =>
        changes.ContainsKey(field) || (changes["clear"] as JsonArray ?? []).Any(name => name?.ToString() == field);

    private static bool IsThere(Item present, string field) =>
        present.Fields.TryGetValue(field, out var line) && (line.ValueKind is JsonValueKind.Object || (line.ValueKind is JsonValueKind.Array && line.GetArrayLength() > 0));

    private static IEnumerable<(double Lat, double Lon)> Positions(Item present) =>
        present.Fields.TryGetValue("route", out var route) && JsonNode.Parse(route.GetRawText()) is JsonArray stops ? Positions(stops) : [];

    // As exact as the service keeps them.
    private static IEnumerable<(double Lat, double Lon)> Positions(JsonArray stops) => stops.Select(stop => (Degrees(stop, "lat"), Degrees(stop, "lon")));

    private static double Degrees(JsonNode? stop, string axis) => Math.Round(JsonSerializer.SerializeToElement((stop as JsonObject)?[axis]) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : 0, 6);
}
