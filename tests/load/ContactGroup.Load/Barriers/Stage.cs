using ContactGroup.Classification;
using ContactGroup.Client;

namespace ContactGroup.Load.Barriers;

/// <summary>The exercise with everybody signed in, and a plenary of its own for the run.</summary>
internal sealed class Stage(ServerProcess server, HttpClient http)
{
    private static readonly string[] Accounts = ["ines", "maya", "amal", "jonas", "leila", "samir", "okan", "rafiq", "hana"];
    private static readonly string[] Writers = ["amal", "jonas", "leila", "samir", "maya", "okan", "hana"];

    private readonly Dictionary<string, Reader> readers = new(StringComparer.Ordinal);

    public IReadOnlyCollection<Reader> Readers => readers.Values;

    public Reader Coordinator => readers["ines"];

    public string Group { get; private set; } = string.Empty;

    public string Channel { get; private set; } = string.Empty;

    public Reader this[string account] => readers[account];

    public async Task SetAsync(string name)
    {
        foreach (var account in Accounts)
        {
            readers[account] = await SignInAsync(account);
        }

        Group = (await Coordinator.Client.GetGroupsAsync())[0].Id;
        Channel = await Coordinator.Client.Coordination.OpenChannelAsync(Group, name, "plenary", []);
    }

    public async Task<Reader> SignInAsync(string account)
    {
        // Patient enough for a server that is killed and started again.
        var options = new ContactGroupClientOptions { Address = server.Address, RetryWindow = TimeSpan.FromSeconds(90), RetryAttempts = 60, RetryDelayLimit = TimeSpan.FromSeconds(1) };
        var client = new ContactGroupClient(http, options);
        await client.SignInAsync(account, server.Password);
        var me = await client.GetMeAsync();
        return new Reader(account, client, Audience.Parse(me.Audience!), me.Organisation!.Id, me.Person.Id);
    }

    /// <summary>Posts a mix: of ten items six stay on their author's side and four may cross.</summary>
    public Task FillAsync(int items, Expectation expectation) => Parallel.ForEachAsync(
        Enumerable.Range(0, items),
        new ParallelOptions { MaxDegreeOfParallelism = 24 },
        async (number, stop) =>
        {
            var author = readers[Writers[number % Writers.Length]];
            var releaseTo = number / Writers.Length % 10 < 6 ? "own-side" : "all";
            var receipt = await author.Client.PostAsync(Channel, new MessageDraft($"EXERCISE. Number {number} of the run.", "moderate", [releaseTo]), cancellationToken: stop);
            expectation.Note(receipt.Item, author, releaseTo);
        });
}
