using System.CommandLine;
using System.Text.Json.Nodes;
using ContactGroup.Cli.Areas;

namespace ContactGroup.Cli.Commands;

/// <summary>The fields of an advisory on the command line, over those of a file.</summary>
internal sealed class AdvisoryOptions
{
    private const int Widest = 200_000;

    private readonly List<(string Field, Option Option, Func<Invocation, JsonNode?> Read)> fields = [];
    private readonly Option<string?> position = new("--position") { Description = "Where: " + PositionText.FormOrArea + ": then the area is stated, and its middle with a radius that covers it.", HelpName = "lat,lon" };

    public AdvisoryOptions()
    {
        Add("advisoryType", "--type", "What about: a code of the list advisory-type, e.g. CLOSURE.", "code");
        Add("routeStatus", "--route-status", "How the route is: a code of the list route-status. Needed for ROUTE_STATUS.", "code");
        Add("severity", "--severity", "A code of the list cap-severity, e.g. SEVERE.", "code");
        Add("urgency", "--urgency", "A code of the list cap-urgency, e.g. EXPECTED.", "code");
        Add("certainty", "--certainty", "A code of the list cap-certainty, e.g. OBSERVED.", "code");
        Add("adviceToOthers", "--advice", "A code of the list advice, e.g. AVOID_AREA.", "code");
        Add("validFrom", "--from", "It counts from then on: an instant with its offset (2026-03-01T06:00:00Z).", "time");
        Add("validUntil", "--until", "It counts and is shown to others until then: an instant with its offset.", "time");
        Add("country", "--country", "ISO 3166-1 alpha-3.", "code");
        Add("admin1", "--admin1", "Name of the first administrative level.", "name");
        Add("admin1Pcode", "--admin1-pcode", "Its P-code.", "code");
        Add("admin2", "--admin2", "Name of the second administrative level.", "name");
        Add("admin2Pcode", "--admin2-pcode", "Its P-code.", "code");
        Add("place", "--place", "Name of the place.", "name");
        Read("position", position, text => Pcode.Of(text) is null ? PositionText.Read("--position", text) : null);
        var radius = new Option<int?>("--radius") { Description = "How far around the position it counts, in metres.", HelpName = "metres" };
        fields.Add(("radius", radius, run => run.Get(radius)));
        var outline = new Option<string[]>("--corner") { Description = "A corner of the area, in order along its outline: latitude,longitude, or MGRS. Three to fifty.", HelpName = "lat,lon" };
        fields.Add(("outline", outline, run => new JsonArray([.. (run.Get(outline) ?? []).Select(text => PositionText.Read("--corner", text))])));
        Add("summary", "--summary", "What the humanitarian side is to know. It may be read by all of it.", "text");
        Add("callContact.name", "--contact", "Whom to call about it.", "name");
        Add("callContact.phone", "--phone", "The number to call.", "number");
        Add("callContact.callSign", "--call-sign", "Call sign on the radio.", "text");
        Add("unit", "--unit", "For your own force alone.", "text");
        Add("operation", "--operation", "For your own force alone.", "text");
        Add("source", "--source", "For your own force alone.", "text");
    }

    public IReadOnlyList<Symbol> All => [.. fields.Select(f => f.Option), File];

    private Option<string?> File { get; } = new("--file")
    {
        Description = "Fields as a JSON object, as the API names them; '-' reads standard input. Options go over it.",
        HelpName = "advisory.json",
    };

    public async Task<JsonObject> ReadAsync(Invocation run, CancellationToken cancellationToken)
    {
        var advisory = run.Get(File) is { } path ? await JsonFile.ReadAsync(run, path, "advisory", cancellationToken) : [];
        foreach (var (field, option, read) in fields.Where(f => run.Has(f.Option)))
        {
            JsonPath.Set(advisory, field, read(run));
        }

        if (Pcode.Of(run.Get(position)) is { } pcode)
        {
            Cover(run, advisory, await run.AreaAsync("--position", pcode, cancellationToken));
        }

        return advisory;
    }

    // A circle says where it counts, so that the middle is no false place. What no circle covers is stated by its name alone.
    private static void Cover(Invocation run, JsonObject advisory, MapArea area)
    {
        var isStated = area.StateIn("--position", advisory, hasPlace: true);
        if (area.Reach > Widest && advisory["radius"] is null)
        {
            advisory.Remove("position");
            StateAlone(run, area, isStated);
            return;
        }

        advisory["position"] = area.Position();
        advisory["radius"] ??= area.Reach;
        run.Answers.Note($"--position: {area.Title} is an area. What is sent is its middle, {area.Middle}, and that it counts {advisory["radius"]} metres around it.");
    }

    private static void StateAlone(Invocation run, MapArea area, bool isStated)
    {
        if (!isStated)
        {
            throw new CliException(ExitCode.Usage, $"--position: {area.Title} is wider than a circle can be.", "Give a position with --radius, or three to fifty times --corner.");
        }

        run.Answers.Note($"--position: {area.Title} is wider than a circle can be. It is stated as an area, without a position.");
    }

    private void Add(string field, string name, string description, string helpName) =>
        Read(field, new Option<string?>(name) { Description = description, HelpName = helpName }, text => text);

    private void Read(string field, Option<string?> option, Func<string, JsonNode?> read) =>
        fields.Add((field, option, run => run.Get(option) is { } text ? read(text) : null));
}
