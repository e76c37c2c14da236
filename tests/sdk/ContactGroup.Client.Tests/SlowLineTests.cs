using ContactGroup.Client.Tests.Fake;
using ContactGroup.Testing;

namespace ContactGroup.Client.Tests;

public sealed class SlowLineTests : IDisposable
{
    private readonly FakeClock clock = new();
    private readonly InMemorySessionStore sessions = new();
    private HttpClient? http;

    [Fact]
    public async Task An_answer_that_goes_on_coming_is_waited_for_however_long_it_takes()
    {
        var line = new SlowLine(clock, TimeSpan.FromSeconds(20), """{"streams":""", "[", "]", "}");

        var client = await SignedInAsync(line);

        Assert.Empty(await client.GetStreamsAsync());
    }

    [Fact]
    public async Task An_answer_that_stops_coming_is_given_up()
    {
        var line = new SlowLine(clock, TimeSpan.FromSeconds(31), """{"streams":""", "[]}");

        var client = await SignedInAsync(line);

        var failure = await Assert.ThrowsAsync<ContactGroupException>(() => client.GetStreamsAsync());

        Assert.Equal(ErrorCodes.Unreachable, failure.Code);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_asked_for_again()
    {
        var line = new SlowLine(clock, TimeSpan.Zero, """{"streams":""") { Breaks = true };

        var client = await SignedInAsync(line, attempts: 2);

        var failure = await Assert.ThrowsAsync<ContactGroupException>(() => client.GetStreamsAsync());

        Assert.Equal((ErrorCodes.Unreachable, 3), (failure.Code, line.Calls));
    }

    [Theory]
    [InlineData(60_000, 80, true)]
    [InlineData(60_000, 100, false)]
    [InlineData(10, 40, false)]
    public async Task A_body_has_the_time_that_a_slow_line_needs_for_it(int characters, int seconds, bool arrives)
    {
        var line = new SlowLine(clock, TimeSpan.Zero, """{"item":"item1","reference":"MSG-1","version":1}""") { PerBody = TimeSpan.FromSeconds(seconds) };

        var client = await SignedInAsync(line);

        var posting = client.PostAsync("channel1", new MessageDraft(new string('x', characters)));

        if (arrives)
        {
            Assert.Equal("MSG-1", (await posting).Reference);
        }
        else
        {
            Assert.Equal(ErrorCodes.Unreachable, (await Assert.ThrowsAsync<ContactGroupException>(() => posting)).Code);
        }
    }

    [Theory]
    [InlineData(false, "?messages=long")]
    [InlineData(true, "")]
    public async Task Long_messages_are_asked_for_unless_the_line_is_slow(bool isSlow, string asked)
    {
        await using var ada = await Signed.InAsync();
        ada.Server.Streams.Open("s1");
        using var stop = new CancellationTokenSource();
        await using var entries = ada.Client.SubscribeAsync(new LiveOptions { SlowLine = isSlow }, stop.Token).GetAsyncEnumerator(stop.Token);
        var first = entries.MoveNextAsync();
        await ada.Server.Streams.Subscribed.WaitAsync(TimeSpan.FromSeconds(20));

        await ada.Server.Streams.PushAsync(ada.Server.Streams.Append("s1"));

        Assert.True(await first);
        Assert.Equal(asked, ada.Server.LiveQuery);
        await stop.CancelAsync();
    }

    [Fact]
    public async Task After_a_connection_broke_short_messages_are_asked_for()
    {
        await using var ada = await Signed.InAsync();
        ada.Server.Streams.Open("s1");
        using var stop = new CancellationTokenSource();
        await using var entries = ada.Client.SubscribeAsync(new LiveOptions(), stop.Token).GetAsyncEnumerator(stop.Token);
        var first = entries.MoveNextAsync();
        await ada.Server.Streams.Subscribed.WaitAsync(TimeSpan.FromSeconds(20));
        ada.Server.Streams.Forget();

        ada.Server.Streams.HangUp();
        await ada.Server.Streams.Subscribed.WaitAsync(TimeSpan.FromSeconds(20));
        await ada.Server.Streams.PushAsync(ada.Server.Streams.Append("s1"));

        Assert.True(await first);
        Assert.Equal("", ada.Server.LiveQuery);
        await stop.CancelAsync();
    }

    public void Dispose()
    {
        http?.Dispose();
        sessions.Dispose();
    }

    private async Task<ContactGroupClient> SignedInAsync(SlowLine line, int attempts = 0)
    {
        await sessions.ChangeAsync((_, _) => Task.FromResult<Session?>(new Session("access", clock.GetUtcNow().AddHours(1), "refresh", new PersonName("p1", "Ada"))), CancellationToken.None);
        http = new HttpClient(line);
        return new ContactGroupClient(http, Signed.Options(new Uri("http://slow.example")) with { RetryAttempts = attempts, RetryDelay = TimeSpan.Zero }, sessions, clock);
    }
}
