using ContactGroup.Client.Tests.Fake;

namespace ContactGroup.Client.Tests;

public sealed class SessionTests
{
    [Fact]
    public async Task A_refused_token_is_renewed_once_however_many_calls_notice()
    {
        await using var ada = await Signed.InAsync();
        ada.Server.Streams.Open("s1");
        ada.Server.Sessions.Expire();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ada.Client.GetStreamsAsync()));

        Assert.All(answers, streams => Assert.Single(streams));
        Assert.Equal(1, ada.Server.Sessions.Refreshes);
    }

    [Fact]
    public async Task A_token_near_its_end_is_renewed_beforehand()
    {
        var clock = new PassingClock();
        await using var ada = await Signed.InAsync(clock: clock);
        clock.Advance(TimeSpan.FromSeconds(880));

        await ada.Client.GetStreamsAsync();

        Assert.Equal(1, ada.Server.Sessions.Refreshes);
        Assert.DoesNotContain(ada.Server.Requests, r => r.Path.EndsWith("/streams", StringComparison.Ordinal) && ada.Server.Sessions.Refreshes != 1);
    }

    [Fact]
    public async Task An_ended_session_is_forgotten_and_says_so()
    {
        using var store = new InMemorySessionStore();
        await using var ada = await Signed.InAsync(store);
        ada.Server.Sessions.End();

        var refusal = await Assert.ThrowsAsync<ContactGroupException>(() => ada.Client.GetStreamsAsync());

        Assert.Equal(ErrorCodes.NotSignedIn, refusal.Code);
        Assert.Null(await store.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_server_that_is_away_during_the_renewal_does_not_end_the_session()
    {
        using var store = new InMemorySessionStore();
        await using var ada = await Signed.InAsync(store);
        ada.Server.Sessions.Expire();
        ada.Server.Plan([FakeServer.Refuse(401, "CG-2001"), .. Enumerable.Repeat<Func<HttpContext, Task>>(FakeServer.HangUp, 100)]);

        var refusal = await Assert.ThrowsAsync<ContactGroupException>(() => ada.Client.GetStreamsAsync());

        Assert.Equal(ErrorCodes.Unreachable, refusal.Code);
        Assert.NotNull(await store.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Signing_out_forgets_the_session_even_when_the_server_is_away()
    {
        using var store = new InMemorySessionStore();
        var ada = await Signed.InAsync(store);
        await ada.Server.DisposeAsync();

        await Assert.ThrowsAsync<ContactGroupException>(() => ada.Client.SignOutAsync());

        Assert.Null(await store.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Nobody_signed_in_is_known_without_asking_the_server()
    {
        await using var server = await FakeServer.StartAsync();
        using var http = new HttpClient();
        var client = new ContactGroupClient(http, Signed.Options(server.Address));

        var refusal = await Assert.ThrowsAsync<ContactGroupException>(() => client.GetStreamsAsync());

        Assert.Equal(ErrorCodes.NotSignedIn, refusal.Code);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_session_in_a_log_shows_no_token()
    {
        using var store = new InMemorySessionStore();
        await using var ada = await Signed.InAsync(store);

        var text = (await store.ReadAsync(CancellationToken.None))!.ToString();

        Assert.Equal("Session of Ada", text);
    }
}
