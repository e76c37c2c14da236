using ContactGroup.Client;
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
    private StandaloneProcess? own;
    private string password = string.Empty;

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
        var client = new ContactGroupClient(http, new ContactGroupClientOptions { Address = Address });
        var session = await client.SignInAsync(account, password);
        return new Participant(client, http, Address, session);
    }
}

[CollectionDefinition(Name)]
public sealed class DeploymentCollection : ICollectionFixture<Deployment>
{
    public const string Name = "deployment";
}
