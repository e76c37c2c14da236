namespace ContactGroup.Client.Tests.Fake;

/// <summary>A client of a fake server that has signed in.</summary>
internal sealed class Signed : IAsyncDisposable
{
    private readonly HttpClient http = new();

    private Signed(FakeServer server, ISessionStore? sessions, TimeProvider? clock)
    {
        Server = server;
        Client = new ContactGroupClient(http, Options(server.Address), sessions, clock);
    }

    public FakeServer Server { get; }

    public ContactGroupClient Client { get; }

    public static ContactGroupClientOptions Options(Uri address) =>
        new() { Address = address, RetryDelay = TimeSpan.FromMilliseconds(5), RetryDelayLimit = TimeSpan.FromMilliseconds(50) };

    public static async Task<Signed> InAsync(ISessionStore? sessions = null, TimeProvider? clock = null)
    {
        var signed = new Signed(await FakeServer.StartAsync(), sessions, clock);
        await signed.Client.SignInAsync("ada", "secret");
        return signed;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Server.DisposeAsync();
    }
}
