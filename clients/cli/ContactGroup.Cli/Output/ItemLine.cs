using System.Text.Json;
using ContactGroup.Client;

namespace ContactGroup.Cli.Output;

/// <summary>An item in one line: who, where and what, as far as it is shown.</summary>
internal static class ItemLine
{
    private static readonly string[] Where = ["place", "admin2", "admin1", "country"];

    public static string Of(Item item) => item.Kind switch
    {
        "message" => Message(item),
        "movement" => Movement(item),
        "access-constraint" => Constraint(item),
        "advisory" => Advisory(item),
        "site" => Site(item),
        _ => Incident(item),
    };

    public static string? Field(IReadOnlyDictionary<string, JsonElement> fields, string name) =>
        fields.TryGetValue(name, out var value) ? FieldText.Of(value) : null;

    private static string Message(Item item)
    {
        var author = Field(item.Fields, "author") ?? Field(item.Fields, "organisation");
        return Plain.Line((author is null ? string.Empty : author + ": ") + Field(item.Fields, "text"), 120);
    }

    private static string Incident(Item item)
    {
        var what = Field(item.Fields, "category") ?? Field(item.Fields, "hazard");
        var place = Where.Select(name => Field(item.Fields, name)).FirstOrDefault(text => !string.IsNullOrEmpty(text));
        var words = Field(item.Fields, "title") ?? Field(item.Fields, "summary") ?? Field(item.Fields, "narrativeRestricted");
        return Plain.Line(string.Join(" · ", new[] { what, place, Field(item.Fields, "occurredAt"), words }.Where(t => !string.IsNullOrEmpty(t))), 120);
    }

    private static string Constraint(Item item)
    {
        var place = Where.Select(name => Field(item.Fields, name)).FirstOrDefault(text => !string.IsNullOrEmpty(text));
        var severity = Field(item.Fields, "severity") is { } level ? "severity " + level : null;
        var words = Field(item.Fields, "title") ?? Field(item.Fields, "summary");
        var due = Field(item.Fields, "followUpDueSince") is { Length: > 0 } ? "FOLLOW-UP DUE" : null;
        string?[] parts = [due, Field(item.Fields, "constraintType"), Field(item.Fields, "state"), severity, Eases(item), place, Field(item.Fields, "startedAt"), words];
        return Plain.Line(string.Join(" · ", parts.Where(t => !string.IsNullOrEmpty(t))), 120);
    }

    private static string? Eases(Item item) => (Field(item.Fields, "severityBefore"), Field(item.Fields, "severity")) switch
    {
        ({ Length: > 0 } before, { Length: > 0 } now) => string.CompareOrdinal(now, before) < 0 ? $"eases from {before}" : $"gets worse from {before}",
        _ => null,
    };

    private static string Movement(Item item)
    {
        var window = string.Join(" to ", new[] { Field(item.Fields, "windowStart"), Field(item.Fields, "windowEnd") }.Where(t => !string.IsNullOrEmpty(t)));
        var late = Field(item.Fields, "late") is "yes" || IsLateForReader(item) ? "late" : null;
        return Plain.Line(string.Join(" · ", new[] { Field(item.Fields, "state"), Overdue(item), Way(item), Silent(item), Field(item.Fields, "mode"), window, late }.Where(t => !string.IsNullOrEmpty(t))), 120);
    }

    private static string Advisory(Item item)
    {
        var place = Where.Select(name => Field(item.Fields, name)).FirstOrDefault(text => !string.IsNullOrEmpty(text));
        var state = Field(item.Fields, "state") is "ENDED" ? "ENDED" : null;
        var until = Field(item.Fields, "validUntil") is { Length: > 0 } end ? "until " + end : null;
        string?[] parts =
            [state, Field(item.Fields, "advisoryType"), Field(item.Fields, "routeStatus"), Field(item.Fields, "severity"), place, until, Field(item.Fields, "summary")];
        return Plain.Line(string.Join(" · ", parts.Where(t => !string.IsNullOrEmpty(t))), 120);
    }

    private static string? Overdue(Item item) => Field(item.Fields, "overdueSince") is { Length: > 0 } since ? $"OVERDUE since {since}" : null;

    // A force is told of itself alone, and without its name: its own list is where it sees what waits for it, before anybody has to remind it.
    private static string? Silent(Item item)
    {
        if (!item.Fields.TryGetValue("dispatch", out var lines) || lines.ValueKind is not JsonValueKind.Array)
        {
            return null;
        }

        var silent = lines.EnumerateArray().Where(line => Part(line, "state") is "SENT").Select(line => (To: Part(line, "to"), Said: Reminded(line)))
            .Where(line => line.To is null || line.Said is not null).Select(line => $"{line.To} {line.Said ?? "not acknowledged"}".Trim());
        return string.Join(", ", silent) is { Length: > 0 } words ? words : null;
    }

    // The own side reads the field; a force its own line alone.
    private static bool IsLateForReader(Item item) => item.Fields.TryGetValue("dispatch", out var lines) && lines.ValueKind is JsonValueKind.Array
        && lines.EnumerateArray().Any(line => Part(line, "to") is null && Part(line, "late") is "yes");

    private static string? Reminded(JsonElement line) => Part(line, "escalatedAt") is not null ? "not acknowledged, escalated"
        : Part(line, "reminders") is { } times ? $"not acknowledged, reminded {(times is "1" ? "once" : times + " times")}"
        : null;

    private static string? Part(JsonElement line, string name) =>
        line.ValueKind is JsonValueKind.Object && line.TryGetProperty(name, out var part) && part.ValueKind is not JsonValueKind.Null ? FieldText.Of(part) : null;

    private static string Site(Item item)
    {
        var place = Where.Select(name => Field(item.Fields, name)).FirstOrDefault(text => !string.IsNullOrEmpty(text));
        return Plain.Line(string.Join(" · ", new[] { Field(item.Fields, "state"), Field(item.Fields, "siteType"), Field(item.Fields, "name"), place }.Where(t => !string.IsNullOrEmpty(t))), 120);
    }

    private static string? Way(Item item)
    {
        if (!item.Fields.TryGetValue("route", out var route) || route.ValueKind is not JsonValueKind.Array || route.GetArrayLength() < 2)
        {
            return null;
        }

        JsonElement[] ends = [route[0], route[route.GetArrayLength() - 1]];
        return string.Join(" to ", ends.Select(stop => stop.TryGetProperty("name", out var name) ? FieldText.Of(name) : FieldText.Of(stop)));
    }
}
