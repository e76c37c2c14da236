using System.Globalization;
using System.Text.Json.Nodes;
using ContactGroup.Cli.Import.Records;

namespace ContactGroup.Cli.Import.Sites;

/// <summary>Turns records of the template for sites into notifications. Says everything that is wrong with a record, not only the first thing.</summary>
internal sealed class SiteRows
{
    /// <summary>Columns of the template and the fields that they become.</summary>
    private static readonly (string Column, string Field, Func<string, JsonNode?> Read, string Remedy)[] Columns =
    [
        Text("siteType"), Text("name"), Text("localName"), Text("country"), Text("admin1"), Text("admin1Pcode"), Text("admin2"), Text("admin2Pcode"),
        ("lat", "position.lat", Degrees, "Give decimal degrees, such as 35.12345."), ("lon", "position.lon", Degrees, "Give decimal degrees, such as 39.51234."),
        Text("coordinateMethod"), Number("accuracy"), ("footprint", "footprint", Corners, "Give corners as latitude and longitude: 35.1230 39.5120; 35.1230 39.5130; 35.1240 39.5130"),
        Time("validFrom"), Time("validUntil"), Number("buildings"), Text("roofMarking"), Text("contactName", "callContact.name"), Text("contactPhone", "callContact.phone"),
        Text("contactCallSign", "callContact.callSign"), Text("relation"), Text("function"), Number("staff"), Number("occupants"), Text("notes"),
    ];

    private static readonly string[] Needed =
        ["id", "siteType", "name", "country", "lat", "lon", "coordinateMethod", "accuracy", "contactName", "contactPhone", "relation"];

    /// <summary>Whom to tell, several separated by semicolons.</summary>
    private const string Tell = "tell";

    private readonly HashSet<string> consent;
    private readonly Dictionary<string, long> ids = new(StringComparer.Ordinal);

    public SiteRows(IEnumerable<string> consent) => this.consent = consent.ToHashSet(StringComparer.Ordinal);

    /// <summary>What keeps the file from being read by the template; null when nothing does.</summary>
    public static string? WrongHeader(SourceRecord first)
    {
        var known = Columns.Select(column => column.Column).Append("id").Append(Tell).ToHashSet(StringComparer.Ordinal);
        var stranger = first.Cells.Keys.FirstOrDefault(name => name.Length > 0 && !known.Contains(name));
        var lacking = Needed.FirstOrDefault(name => !first.Cells.ContainsKey(name));
        return stranger is not null ? $"The template has no column '{stranger}'."
            : lacking is not null ? $"The file has no column '{lacking}'."
            : null;
    }

    /// <summary>The column that a field comes from, to name it when the server refuses the field.</summary>
    public static string? ColumnOf(string field) =>
        Columns.Where(column => column.Field == field || field.StartsWith(column.Field + "[", StringComparison.Ordinal)).Select(column => column.Column).FirstOrDefault()
        ?? (field.StartsWith("recipients", StringComparison.Ordinal) ? Tell : field is "position" ? "lat" : null);

    public MappedRow Map(SourceRecord record, string system)
    {
        if (record.Unreadable is { } why)
        {
            return new MappedRow(record, Id: null, Report: null, [new RowProblem(Field: null, Column: null, Value: null, why)]);
        }

        var (site, problems) = (new JsonObject(), new List<RowProblem>());
        foreach (var name in Needed.Where(name => Cell(record, name) is null))
        {
            problems.Add(new RowProblem(name, name, Value: null, "Every site needs it."));
        }

        foreach (var (column, field, read, remedy) in Columns)
        {
            Put(site, field, Cell(record, column), read, new RowProblem(field, column, Cell(record, column), remedy), problems);
        }

        site["recipients"] = Recipients(Cell(record, Tell), problems);
        var id = Cell(record, "id");
        if (id is not null)
        {
            site["sourceReference"] = new JsonObject { ["system"] = system, ["id"] = id };
            if (!ids.TryAdd(id, record.Line))
            {
                problems.Add(new RowProblem("sourceReference", "id", id, $"The record on line {ids[id]} has the same id. Give each site an id of its own."));
            }
        }

        return new MappedRow(record, id, problems.Count == 0 ? site : null, problems);
    }

    private static void Put(JsonObject site, string field, string? cell, Func<string, JsonNode?> read, RowProblem problem, List<RowProblem> problems)
    {
        if (cell is null)
        {
            return;
        }

        if (read(cell) is { } value)
        {
            JsonPath.Set(site, field, value);
        }
        else
        {
            problems.Add(problem);
        }
    }

    // A consent is given once on the command line, by a person, for every site of the file that names that force.
    private JsonArray Recipients(string? cell, List<RowProblem> problems)
    {
        var named = (cell ?? string.Empty).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
        foreach (var audience in named.Where(audience => !consent.Contains(audience)))
        {
            problems.Add(new RowProblem("recipients", Tell, audience, $"There is no consent to telling {audience}. Add: --consent {audience}, or take it out."));
        }

        return [.. named.Select(audience => new JsonObject { ["audience"] = audience, ["consent"] = true })];
    }

    private static string? Cell(SourceRecord record, string column) =>
        record.Cells.TryGetValue(column, out var text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static (string Column, string Field, Func<string, JsonNode?> Read, string Remedy) Text(string column, string? field = null) =>
        (column, field ?? column, text => JsonValue.Create(text), string.Empty);

    private static (string Column, string Field, Func<string, JsonNode?> Read, string Remedy) Number(string column) =>
        (column, column, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? JsonValue.Create(count) : null, "Give a whole number.");

    private static (string Column, string Field, Func<string, JsonNode?> Read, string Remedy) Time(string column) =>
        (column, column, Instant, "Give a day (2026-03-01) or an instant with its offset (2026-03-01T06:00:00Z).");

    private static JsonValue? Instant(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? JsonValue.Create(text + "T00:00:00Z")
        : text.Length > 10 && text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            && (text.EndsWith('Z') || text[10..].IndexOfAny(['+', '-']) > 0) ? JsonValue.Create(text)
        : null;

    private static JsonValue? Degrees(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && double.IsFinite(degrees) ? JsonValue.Create(degrees) : null;

    private static JsonArray? Corners(string text)
    {
        var corners = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(corner => corner.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(Degrees).ToArray())
            .ToList();
        return corners.Count > 0 && corners.TrueForAll(pair => pair is [{ }, { }])
            ? [.. corners.Select(pair => new JsonObject { ["lat"] = pair[0], ["lon"] = pair[1] })]
            : null;
    }
}
