using System.CommandLine;
using System.Text.Json.Nodes;

namespace ContactGroup.Cli.Commands;

/// <summary>The fields of an access notice on the command line, over those of a file.</summary>
internal sealed class AccessOptions
{
    private readonly List<(string Field, Option Option, Func<Invocation, JsonNode?> Read)> fields = [];

    public AccessOptions()
    {
        Add("constraintType", "--type", "A code of the list access-constraint-type, AC1 to AC9.", "code");
        Add("severity", "--severity", "1 accessible, 2 limited, 3 hard to reach, 4 inaccessible.", "1-4");
        Add("country", "--country", "ISO 3166-1 alpha-3.", "code");
        Add("startedAt", "--start", "Since when: a day (2026-03-01) or an instant with its offset (2026-03-01T14:30:00Z).", "time");
        Add("expectedEnd", "--expected-end", "Until when it is expected to last.", "time");
        Add("title", "--title", "One line, for your side.", "text");
        Add("description", "--description", "What is the matter, for your side.", "text");
        Add("summary", "--summary", "Text written to go to other sides after review.", "text");
        Add("impediment", "--impediment", "A code of the list access-impediment, e.g. TRAVEL_PERMIT. For your side.", "code");
        Add("level", "--level", "NATIONAL, REGIONAL, LOCAL or CHECKPOINT. For your side.", "code");
        Add("admin1", "--admin1", "Name of the administrative area below the country.", "name");
        Add("admin1Pcode", "--admin1-pcode", "Its P-code.", "code");
        Add("admin2", "--admin2", "Name of the administrative area below that.", "name");
        Add("admin2Pcode", "--admin2-pcode", "Its P-code.", "code");
        Add("place", "--place", "Name of the place. For your side.", "name");
        Add("peopleAffected", "--people", "A code of the list people-band. For your side.", "code");
        Several("impact", "--impact", "A code of the list access-impact. For your side.");
        Several("sectors", "--sector", "A code of the list cluster, e.g. HEALTH. For your side.");
        Add("imposedBy", "--imposed-by", "A code of the list actor-type. Never leaves your side.", "code");
        Add("negotiation", "--negotiation", "How far talks came. Never leaves the humanitarian side.", "text");
        Add("followUpOwner", "--follow-up-owner", "Who follows it up. For your side.", "name");
        Add("followUpBy", "--follow-up-by", "Until when. For your side.", "time");
        Add("linkedIncident", "--incident", "Id of an incident behind it that you hold.", "id");
        Add("linkedNotification", "--notification", "Id of a movement or site that it hinders and that you hold.", "id");
    }

    public LabelOptions Label { get; } = new();

    public IReadOnlyList<Symbol> All => [.. fields.Select(f => f.Option), File, .. Label.All];

    private Option<string?> File { get; } = new("--file")
    {
        Description = "Fields as a JSON object, as the API names them; '-' reads standard input. Options go over it.",
        HelpName = "notice.json",
    };

    public async Task<JsonObject> ReadAsync(Invocation run, CancellationToken cancellationToken)
    {
        var notice = run.Get(File) is { } path ? await JsonFile.ReadAsync(run, path, "notice", cancellationToken) : [];
        foreach (var (field, option, read) in fields.Where(f => run.Has(f.Option)))
        {
            notice[field] = read(run);
        }

        Set(notice, "sensitivity", run.Get(Label.Sensitivity) is { } level ? JsonValue.Create(level) : null);
        Set(notice, "releaseTo", Label.ReleaseTo(run) is { } to ? new JsonArray([.. to.Select(atom => JsonValue.Create(atom))]) : null);
        Set(notice, "caveats", Label.CaveatList(run) is { } caveats ? new JsonArray([.. caveats.Select(one => JsonValue.Create(one))]) : null);
        return notice;
    }

    private static void Set(JsonObject notice, string field, JsonNode? value)
    {
        if (value is not null)
        {
            notice[field] = value;
        }
    }

    private void Add(string field, string name, string description, string helpName)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = helpName };
        fields.Add((field, option, run => run.Get(option)));
    }

    private void Several(string field, string name, string description)
    {
        var option = new Option<string[]>(name) { Description = description + " May be given several times.", HelpName = "code" };
        fields.Add((field, option, run => new JsonArray([.. (run.Get(option) ?? []).Select(code => JsonValue.Create(code))])));
    }
}
