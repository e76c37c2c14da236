using System.Globalization;
using System.Text.Json;

namespace ContactGroup.EndToEnd.Tests.Stage;

/// <summary>A movement as people at terminals notify it and read of it.</summary>
/// <param name="Departure">When its window begins; it lasts ten hours.</param>
/// <param name="Plate">By which it can be searched for.</param>
internal sealed record Convoy(DateTimeOffset Departure, string Plate)
{
    /// <summary>Of the phone number, without what JSON may write in another way.</summary>
    public const string Digits = "963 11 555 010";

    private const string From = "Brassgate depot";

    /// <summary>When its window ends.</summary>
    public DateTimeOffset End => Departure.AddHours(10);

    /// <summary>The command that notifies it to forces, with consent for each, and to nobody else.</summary>
    public string[] Notify(string room, params string[] forces) =>
    [
        "movements", "notify", room, "--category", "STANDARD", "--mode", "ROAD", "--start", Instant(Departure), "--end", Instant(End),
        "--stop", $"36.123456,37.234567,ORIGIN,{From}", "--stop", "36.212121,37.171717,WAYPOINT,Larkspur bridge", "--stop", "36.301234,37.101234,DESTINATION,Willowmere hospital",
        "--vehicle", $"AMBULANCE,{Plate}", "--contact", "Dispatch of the day", "--phone", "+" + Digits, "--notes", "EXERCISE. Insulin.",
        .. forces.SelectMany(force => (string[])["--tell", force, "--consent", force]),
    ];

    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A field of an item as text, or nothing.</summary>
    public static string? Field(JsonElement item, string name) => item.GetProperty("fields").TryGetProperty(name, out var value) ? value.ToString() : null;

    /// <summary>What stands in the line of a force; a force sees its own line alone, without its name.</summary>
    public static JsonElement Line(JsonElement item, string? force = null)
    {
        var lines = item.GetProperty("fields").GetProperty("dispatch").EnumerateArray().ToList();
        return force is null ? Assert.Single(lines) : lines.Single(line => line.GetProperty("to").GetString() == force);
    }

    /// <summary>Whether a line has a part, and what it says.</summary>
    public static string? Part(JsonElement line, string name) => line.TryGetProperty(name, out var part) ? part.ToString() : null;
}
