using System.CommandLine;
using System.Text.Json.Nodes;
using ContactGroup.Cli.Areas;

namespace ContactGroup.Cli.Commands;

/// <summary>The fields of an incident report on the command line, over those of a file.</summary>
internal sealed class ReportOptions
{
    private readonly List<(string Field, Option Option, Func<Invocation, JsonNode?> Read)> fields = [];
    private readonly Option<string?> position = new("--position") { Description = "Where: " + PositionText.FormOrArea + ": then its middle, with the precision that it has. Instead of --lat and --lon.", HelpName = "lat,lon" };
    private readonly Option<string?> precision = Text("--precision", "1 exact, 2 within 25 km, 3 district, 4 province, 5 along a road, 6 country.", "1-6");

    public ReportOptions()
    {
        Add("category", Text("--category", "What happened, a code of the list incident-category, e.g. SMALL_ARMS_FIRE.", "code"));
        Add("occurredAt", Text("--at", "When: a day (2026-03-01) or an instant with its offset (2026-03-01T14:30:00Z).", "time"));
        Add("stage", Text("--stage", "IMMEDIATE, UPDATE or POST_INCIDENT.", "code"));
        Add("title", Text("--title", "One line, for your own side.", "text"));
        Flag("nearMiss", "--near-miss", "Nobody was harmed and nothing lost, but might have been.");
        Add("severity", Text("--severity", "1 minor, 2 moderate, 3 serious, 4 critical. Derived when absent.", "1-4"));
        Add("country", Text("--country", "ISO 3166-1 alpha-3.", "code"));
        Add("admin1", Text("--admin1", "Name of the administrative area below the country.", "name"));
        Add("admin2", Text("--admin2", "Name of the administrative area below that.", "name"));
        Add("place", Text("--place", "Name of the place.", "name"));
        fields.Add(("position", position, run => run.Get(position) is { } text && Pcode.Of(text) is null ? PositionText.Read("--position", text) : null));
        Number("position.lat", "--lat", "Latitude in decimal degrees, -90 to 90.");
        Number("position.lon", "--lon", "Longitude in decimal degrees, -180 to 180.");
        Add("geoPrecision", precision);
        Add("locationType", Text("--location-type", "A code of the list location-type, e.g. ROAD.", "code"));
        Add("actorType", Text("--actor-type", "A code of the list actor-type. Never leaves your side.", "code"));
        Add("actorName", Text("--actor-name", "Who did it. Never leaves your side.", "name"));
        Add("means", Text("--means", "A code of the list means, e.g. SHOOTING.", "code"));
        Number("impact.killed", "--killed", "How many people were killed.");
        Number("impact.injured", "--injured", "How many people were injured.");
        Number("impact.kidnapped", "--kidnapped", "How many people were kidnapped.");
        Number("impact.arrestedDetained", "--arrested", "How many people were arrested or detained.");
        Flag("hazardOngoing", "--ongoing", "The danger goes on.");
        Add("adviceToOthers", Text("--advice", "A code of the list advice, e.g. AVOID_AREA.", "code"));
        Add("summary", Text("--summary", "Text written to go to other sides after review. Never copy the narrative.", "text"));
        Add("narrativeRestricted", Text("--narrative", "What happened, for your own side.", "text"));
    }

    public Option<string?> File { get; } = new("--file") { Description = "Fields as a JSON object, as the API names them; '-' reads standard input. Options go over it.", HelpName = "report.json" };

    public LabelOptions Label { get; } = new();

    public IReadOnlyList<Symbol> All => [.. fields.Select(f => f.Option), File, .. Label.All];

    public async Task<JsonObject> ReadAsync(Invocation run, CancellationToken cancellationToken)
    {
        var report = run.Get(File) is { } path ? await JsonFile.ReadAsync(run, path, "report", cancellationToken) : [];
        foreach (var (field, option, read) in fields.Where(f => run.Has(f.Option)))
        {
            JsonPath.Set(report, field, read(run));
        }

        if (Pcode.Of(run.Get(position)) is { } pcode)
        {
            Place(run, report, await run.AreaAsync("--position", pcode, cancellationToken));
        }

        Set(report, "sensitivity", run.Get(Label.Sensitivity) is { } level ? JsonValue.Create(level) : null);
        Set(report, "releaseTo", Label.ReleaseTo(run) is { } to ? new JsonArray([.. to.Select(a => JsonValue.Create(a))]) : null);
        Set(report, "caveats", Label.CaveatList(run) is { } caveats ? new JsonArray([.. caveats.Select(a => JsonValue.Create(a))]) : null);
        return report;
    }

    private void Place(Invocation run, JsonObject report, MapArea area)
    {
        if (run.Has(precision) && run.Get(precision) != area.Precision)
        {
            throw new CliException(ExitCode.Usage, $"--precision: {area.Title} is an area, whose middle has the precision {area.Precision}.", "Leave --precision out, or give a position.");
        }

        (report["position"], report["geoPrecision"]) = (area.Position(), area.Precision);
        if (area.IsOfCountry)
        {
            area.StateIn("--position", report, hasPlace: true);
        }

        run.Answers.Note($"--position: {area.Title} is an area. What is sent is its middle, {area.Middle}, with the precision {area.Precision}, which says so.");
    }

    private static void Set(JsonObject report, string field, JsonNode? value)
    {
        if (value is not null)
        {
            report[field] = value;
        }
    }

    private void Add(string field, Option<string?> option) => fields.Add((field, option, run => run.Get(option)));

    private void Number(string field, string name, string description)
    {
        var number = new NumberOption(name, description);
        fields.Add((field, number.Option, number.Read));
    }

    private void Flag(string field, string name, string description)
    {
        var option = new Option<bool>(name) { Description = description };
        fields.Add((field, option, run => run.Get(option)));
    }

    private static Option<string?> Text(string name, string description, string helpName) => new(name) { Description = description, HelpName = helpName };
}
