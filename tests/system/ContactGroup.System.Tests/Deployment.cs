using ContactGroup.Client;
using ContactGroup.Contracts;
using ContactGroup.Testing;

namespace ContactGroup.System.Tests;

/// <summary>
/// What the scenarios run against: a standalone of their own, or the deployment at CONTACTGROUP_URL that runs the exercise with the password in
/// CONTACTGROUP_PASSWORD.
/// </summary>
public sealed class Deployment : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly HttpClient http = new();
    private readonly Lazy<Task<Participant>> northColleague;
    private StandaloneProcess? own;
    private string password = string.Empty;

    public Deployment() => northColleague = new(() => JoinAsync("northern-force", "Captain Deniz"));

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public async Task InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("CONTACTGROUP_URL") is { Length: > 0 } url)
        {
            (Address, password) = (new Uri(url), Environment.GetEnvironmentVariable("CONTACTGROUP_PASSWORD") ?? string.Empty);
            return;
        }

        own = await LaidOutExercise.One.StartAsync(folder.Path);
        (Address, password) = (own.Address, own.Password);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        own?.Dispose();
        http.Dispose();
        folder.Dispose();
    }

    public async Task<Participant> AsAsync(string account)
    {
        var client = Client();
        var session = await client.SignInAsync(account, password);
        return new Participant(client, http, Address, session);
    }

    /// <summary>A second officer of the northern force, beside the one of the exercise.</summary>
    public Task<Participant> AsNorthColleagueAsync() => northColleague.Value;

    // Invited, admitted and with the terms accepted, as anybody who joins.
    private async Task<Participant> JoinAsync(string force, string name)
    {
        var (administration, coordination) = ((await AsAsync("admin")).Client.Administration, (await AsAsync("ines")).Client);
        var organisation = (await administration.GetOrganisationsAsync()).First(one => one.Force == force);
        var (invitation, account) = (await administration.InviteAsync(organisation.Id), $"{force}-{Ids.New()[..8]}");
        var person = await Client().AcceptInvitationAsync(invitation.Code, account, password, name);
        var group = (await coordination.GetGroupsAsync())[0];
        await Participant.EventuallyAsync($"membership of {name}", () => AdmittedAsync(coordination, group.Id, person));
        var joined = await AsAsync(account);
        await joined.Client.AcceptTermsAsync(group.Id, group.TermsVersion);
        return joined;
    }

    private ContactGroupClient Client() => new(http, new ContactGroupClientOptions { Address = Address });

    // Whoever has just accepted an invitation is not known everywhere at once.
    private static async Task<PersonName?> AdmittedAsync(ContactGroupClient coordination, string group, PersonName person)
    {
        try
        {
            await coordination.Coordination.AddMemberAsync(group, person.Id);
            return person;
        }
        catch (ContactGroupException unknown) when (unknown.Errors.ContainsKey("person"))
        {
            return null;
        }
    }
}

[CollectionDefinition(Name)]
public sealed class DeploymentCollection : ICollectionFixture<Deployment>
{
    public const string Name = "deployment";
}
