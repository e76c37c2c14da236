using System.Data.Common;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Identity;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Separation.Hosts;

namespace ContactGroup.Separation.Worlds;

/// <summary>A stream as its reader is told of it.</summary>
internal sealed record StreamLine(string Id, string Channel, long Head, string Cursor, string Start);

/// <summary>One of the two worlds, running: its people signed in, its rooms open, what was written so far.</summary>
internal sealed partial class World(Plan plan, In which, WorldHost host, RawHttp http)
{
    // No act draws so many ids: an id of an act that did not happen here.
    private const long AbsentPlace = 100_000;

    private readonly Dictionary<string, (SeededPerson Account, Participant Who)> people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> rooms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> authors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> items = new(StringComparer.Ordinal);
    private DateTimeOffset origin;

    public Plan Plan => plan;

    public In Which => which;

    public WorldHost Host => host;

    public RawHttp Http => http;

    public string Group { get; private set; } = string.Empty;

    /// <summary>Hears what the observer's own commands are answered.</summary>
    public Action<string, RawAnswer>? Answered { get; set; }

    public DateTimeOffset Now => host.Clock.GetUtcNow();

    /// <summary>The id of the item of a slot; of an absent one, an id of the same shape that nothing has.</summary>
    public string ItemOf(string slot) => items.GetValueOrDefault(slot) ?? SeededIds.Of(KeyOf(plan, slot), AbsentPlace);

    /// <summary>Concerns by slot: their ids.</summary>
    public Dictionary<string, string> Concerns { get; } = new(StringComparer.Ordinal);

    /// <summary>The id of the concern of a slot; of an absent one, an id of the same shape that nothing has.</summary>
    public string ConcernOf(string slot) => Concerns.GetValueOrDefault(slot) ?? SeededIds.Of(KeyOf(plan, slot), AbsentPlace);

    /// <summary>Uploads by slot: whose, and their id.</summary>
    public Dictionary<string, (string By, string Upload)> Uploads { get; } = new(StringComparer.Ordinal);

    /// <summary>What people were shown of who would get a message, by slot: who, and its fingerprint.</summary>
    public Dictionary<string, (string By, string Fingerprint)> Shown { get; } = new(StringComparer.Ordinal);

    /// <summary>Acts that were taken here, in order.</summary>
    public List<(string Key, Acts.Act Act)> Taken { get; } = [];

    /// <summary>Whether a command of the present act was refused, or nothing was there to do it to.</summary>
    public bool WasRefused { get; set; }

    /// <summary>Lets the observer hear what somebody was answered, if it was them.</summary>
    public void Note(string by, RawAnswer answer)
    {
        if (by == plan.Observer.Key)
        {
            Answered?.Invoke("own command", answer);
        }
    }

    /// <summary>Reads the store of release, past everybody: for ids that people know by other ways than this harness.</summary>
    public Task<T> InReleaseAsync<T>(Func<DbConnection, Task<T>> read) =>
        host.Services.GetRequiredService<Release.Data.ReleaseStore>().Store.ReadAsync(read, CancellationToken.None);

    /// <summary>Names of the files that the answer for an item shows.</summary>
    public static IReadOnlyList<string> FilesIn(RawAnswer answer) => answer.Status == 200 && answer.Body.Length > 0
        && JsonNode.Parse(answer.Text)!["fields"]?["attachments"] is JsonArray files
        ? [.. files.Select(file => file!["blob"]?.GetValue<string>()).OfType<string>()]
        : [];

    /// <summary>The slot that a key is of.</summary>
    public static string SlotOf(string key) => key[(key.IndexOf('-', StringComparison.Ordinal) + 1)..];

    /// <summary>Name of a slot among all slots of a run.</summary>
    public static string KeyOf(Plan plan, string slot) => $"{plan.Run}-{slot}";

    /// <summary>Accounts, memberships, rooms.</summary>
    public async Task BeginAsync()
    {
        await host.QuietAsync();
        SeededIds.Begin(KeyOf(plan, "people"), host);
        var accounts = await Identity.IdentityModule.SeedAsync(host.Services, Accounts(), CancellationToken.None);
        foreach (var (person, seeded) in plan.People.OrderBy(person => person.Organisation.Key, StringComparer.Ordinal).Zip(accounts))
        {
            people[person.Key] = (seeded, new Participant(
                seeded.Person, seeded.DisplayName, seeded.Organisation, seeded.OrganisationName, seeded.Constituency, seeded.Force, "session " + person.Key, false));
        }

        var administrator = new Participant("administrator", "Administrator", null, null, Constituency.Unknown, null, "session", true);
        people["administrator"] = (new SeededPerson("administrator", "administrator", "Administrator", null, null, Constituency.Unknown, null), administrator);
        SignIn();
        await host.QuietAsync();
        await OpenAsync();
        origin = host.Origin();
    }

    /// <summary>Gives everybody a token that begins now.</summary>
    public void SignIn()
    {
        foreach (var (key, (_, who)) in people)
        {
            tokens[key] = host.TokenFor(who);
        }
    }

    /// <summary>Fields with the instants that they have here: <c>"@65"</c> stands for 65 minutes after the beginning, at a whole second.</summary>
    public string InTime(string fields) => Later().Replace(fields, later =>
        '"' + origin.AddMinutes(int.Parse(later.Groups["minutes"].ValueSpan, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) + '"');

    [GeneratedRegex("\"@(?<minutes>-?[0-9]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Later();

    // INVARIANT: what is drawn for the observer comes before what differs between the worlds, so that the observer's rooms have the same ids in both.
    private async Task OpenAsync()
    {
        SeededIds.Begin(KeyOf(plan, "group"), host);
        var open = plan.Rooms.Where(room => room.Where.HasFlag(which)).OrderByDescending(room => room.Where == In.Both).ToList();
        var group = await Channels.ChannelsModule.SeedAsync(
            host.Services,
            new GroupSeed(
                plan.Name,
                "Keep contact about the crossing.",
                "None.",
                plan.Posture,
                Exercise: false,
                IdOf(plan.Convenor.Key),
                [.. plan.People.Where(person => person.Where == In.Both).Select(person => Member(people[person.Key].Account))],
                [.. open.Select(room => new ChannelSeed(room.Name, room.Kind, room.Admits, []))]),
            CancellationToken.None);
        Group = group.Group;
        foreach (var room in open)
        {
            rooms[room.Key] = group.Channels[room.Name];
        }

        await host.QuietAsync();
        foreach (var guest in plan.People.Where(person => person.Where == which))
        {
            SeededIds.Begin(KeyOf(plan, "guest " + guest.Key), host);
            await new Acts.Join(plan.Convenor.Key, guest.Key).DoAsync(this, KeyOf(plan, "guest-" + guest.Key));
            await host.QuietAsync();
        }
    }

    /// <summary>Name of an organisation in this run.</summary>
    public string NameOf(Organisation organisation) => $"{organisation.Name} {plan.Run}";

    private AccountSeed Accounts() => new(
        [.. plan.People.GroupBy(person => person.Organisation).OrderBy(group => group.Key.Key, StringComparer.Ordinal).Select(group => new OrganisationSeed(
            NameOf(group.Key),
            "ORG",
            group.Key.Constituency,
            group.Key.Force,
            [.. group.Select(person => new PersonSeed($"{person.Key}.{plan.Run}", person.Name, "a passphrase of a test"))]))],
        []);

    private static MemberSeed Member(SeededPerson seeded) => new(
        seeded.Person, seeded.DisplayName, seeded.Organisation!, seeded.OrganisationName!, seeded.Constituency, seeded.Force, AcceptsTerms: true);

    public string TokenOf(string person) => tokens[person];

    public string IdOf(string person) => people[person].Account.Person;

    public string OrganisationOf(string organisation) => people[plan.People.First(person => person.Organisation.Key == organisation).Key].Account.Organisation!;

    /// <summary>Id of a channel; null when it is not in this world.</summary>
    public string? ChannelOf(string room) => rooms.GetValueOrDefault(room);

    public void NoteRoom(string room, RawAnswer answer)
    {
        if (answer.Status == 201)
        {
            rooms[room] = JsonNode.Parse(answer.Text)!["id"]!.GetValue<string>();
        }
    }

    /// <summary>Whether the item of a slot was written in this world.</summary>
    public bool Knows(string slot) => authors.ContainsKey(slot);

    /// <summary>Whether a person holds the item of a slot now: nobody answers what they do not hold. Asked so that it does not count as reading.</summary>
    public async Task<bool> HoldsAsync(string person, string slot) =>
        Knows(slot) && (await http.SendAsync(new RawRequest("GET", $"/api/release/items/{ItemOf(slot)}/explanation", TokenOf(person)))).Status == 200;

    /// <summary>Notes an item that was written, if it was.</summary>
    public void NoteAnswer(string key, string author, RawAnswer answer)
    {
        if (answer.Status == 202)
        {
            NoteItem(key, author, JsonNode.Parse(answer.Text)!["item"]!.GetValue<string>());
        }
    }

    /// <summary>Notes an item that was written.</summary>
    public void NoteItem(string key, string author, string item)
    {
        var slot = SlotOf(key);
        authors[slot] = author;
        items[slot] = item.StartsWith(SeededIds.StemOf(key), StringComparison.Ordinal) || SeededIds.Counting is not null
            ? item
            : throw new InvalidOperationException($"The item of {key} has an id that its act did not draw.");
    }

    /// <summary>
    /// Does something to an item, with its id and its author of this world, if it is here. The observer tries it also when it is not: whether it is there is
    /// what they must not learn.
    /// </summary>
    public Task OnItemAsync(string slot, string by, Func<string, string, Task> act) =>
        authors.TryGetValue(slot, out var author) ? act(ItemOf(slot), author)
        : by == plan.Observer.Key ? act(ItemOf(slot), by)
        : Nothing();

    private Task Nothing()
    {
        WasRefused = true;
        return Task.CompletedTask;
    }

    public async Task<IReadOnlyList<StreamLine>> StreamsOfAsync(string person) =>
        ReadStreams(await http.SendAsync(new RawRequest("GET", "/api/release/streams", TokenOf(person))));

    public static IReadOnlyList<StreamLine> ReadStreams(RawAnswer answer) => answer.Status != 200
        ? []
        : [.. JsonNode.Parse(answer.Text)!["streams"]!.AsArray().Select(one => new StreamLine(
            one!["stream"]!.GetValue<string>(),
            one["channel"]!.GetValue<string>(),
            one["head"]!.GetValue<long>(),
            one["cursor"]!.GetValue<string>(),
            one["start"]!.GetValue<string>()))];
}
