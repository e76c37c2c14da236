using System.CommandLine;
using System.Text.Json.Nodes;

namespace ContactGroup.Cli.Commands;

/// <summary>The fields of a notification on the command line, over those of a file.</summary>
/// <param name="kind">What is notified.</param>
/// <param name="gets">What a named force gets of it, exactly.</param>
internal abstract class NotificationOptions(string kind, string gets)
{
    private readonly List<(string Field, Option Option, Func<Invocation, JsonNode?>? Read)> fields = [];
    private readonly NamedForceOptions named = new(gets);

    public IReadOnlyList<Symbol> All => [.. fields.Select(f => f.Option), File, .. named.All];

    private Option<string?> File { get; } = new("--file")
    {
        Description = "Fields as a JSON object, as the API names them; '-' reads standard input. Options go over it.",
        HelpName = $"{kind}.json",
    };

    public async Task<JsonObject> ReadAsync(Invocation run, CancellationToken cancellationToken)
    {
        var notification = run.Get(File) is { } path ? await JsonFile.ReadAsync(run, path, kind, cancellationToken) : [];
        foreach (var (field, option, read) in fields.Where(f => run.Has(f.Option)))
        {
            if (read is not null)
            {
                JsonPath.Set(notification, field, read(run));
            }
        }

        if (named.Read(run) is { } recipients)
        {
            notification["recipients"] = recipients;
        }

        await PlaceAsync(run, notification, cancellationToken);
        return notification;
    }

    /// <summary>Writes where it is, for which the map of the server may have to be asked.</summary>
    protected abstract Task PlaceAsync(Invocation run, JsonObject notification, CancellationToken cancellationToken);

    /// <summary>An option that is read by <see cref="PlaceAsync"/>.</summary>
    protected void AddPlace(Option option) => fields.Add((string.Empty, option, null));

    protected void Add(string field, string name, string description, string helpName) => Add(field, name, description, helpName, text => text);

    protected void Add(string field, string name, string description, string helpName, Func<string, JsonNode?> read)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = helpName };
        fields.Add((field, option, run => run.Get(option) is { } text ? read(text) : null));
    }

    protected void Several(string field, string name, string description, string helpName, Func<string[], JsonNode> read)
    {
        var option = new Option<string[]>(name) { Description = description, HelpName = helpName };
        fields.Add((field, option, run => read(run.Get(option) ?? [])));
    }

    protected void Codes(string field, string name, string description) =>
        Several(field, name, description, "code", codes => new JsonArray([.. codes.Select(code => JsonValue.Create(code))]));

    protected void Flag(string field, string name, string description)
    {
        var option = new Option<bool?>(name) { Description = description, HelpName = "true|false" };
        fields.Add((field, option, run => run.Get(option) ?? true));
    }

    protected void Number(string field, string name, string description)
    {
        var number = new NumberOption(name, description);
        fields.Add((field, number.Option, number.Read));
    }

    protected void Count(string field, string name, string description)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "number" };
        fields.Add((field, option, run => run.Get(option)));
    }
}
