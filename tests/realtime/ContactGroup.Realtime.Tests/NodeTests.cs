using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Identity;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Realtime.Tests.App;

namespace ContactGroup.Realtime.Tests;

/// <summary>A process with live connections apart from release.</summary>
public sealed class NodeTests
{
    [Fact]
    public async Task While_the_lease_is_renewed_frames_go_out()
    {
        var release = new Leases();
        await using var app = await StartAsync(release);
        app.Release.Append("north", 1);
        await using var client = await app.FollowAsync("p1", "north");

        app.Publish("north");

        Assert.Equal(2, (await client.TakeAsync(2)).Count);
    }

    [Fact]
    public async Task When_it_runs_out_connections_end_and_nothing_more_goes_out()
    {
        var release = new Leases();
        await using var app = await StartAsync(release);
        app.Release.Append("north", 1);
        await using var client = await app.FollowAsync("p1", "north");
        await client.TakeAsync(1);
        release.Fails = true;

        app.Clock.Advance(TimeSpan.FromSeconds(5));
        app.Publish("north", 3);

        await client.Closed;
        Assert.Empty(client.Rest());
        await using var late = await app.ConnectAsync("p1");
        await late.Closed;
    }

    [Fact]
    public async Task What_is_closed_with_the_lease_is_held_back_until_a_later_state_opens_it()
    {
        var release = new Leases { Closed = ["north"] };
        await using var app = await StartAsync(release);
        await using var client = await app.FollowAsync("p1", "north");
        var gate = app.Services.GetRequiredService<ILiveGate>();
        var self = app.Services.GetRequiredService<Nodes.ILease>().Process!;
        var number = await gate.AlignAsync(self, 0, [], CancellationToken.None);
        app.Publish("north");
        Assert.Empty(client.Rest());

        Assert.Equal(number, await gate.AlignAsync(self, number, [], CancellationToken.None));
        Assert.Empty(client.Rest());
        release.Closed = [];
        Assert.Equal(number + 1, await gate.AlignAsync(self, number + 1, [], CancellationToken.None));

        var taken = client.TakeAsync(1);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!taken.IsCompleted && await pace.WaitForNextTickAsync())
        {
            app.Clock.Advance(TimeSpan.FromMilliseconds(100)); // Whoever waits for a closed stream looks again.
        }

        Assert.Single(await taken);
    }

    [Fact]
    public async Task Rights_that_end_elsewhere_end_here_before_the_answer()
    {
        await using var app = await StartAsync(new Leases());
        app.Release.Append("north", 1);
        await using var client = await app.FollowAsync("p1", "north");
        await client.TakeAsync(1);

        app.Release.Remove("p1", "north");
        var gate = app.Services.GetRequiredService<ILiveGate>();
        await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await gate.EndAsync("another process", "p1", new MembershipEnd("group of north", 1), CancellationToken.None));
        await gate.EndAsync(app.Services.GetRequiredService<Nodes.ILease>().Process!, "p1", new MembershipEnd("group of north", 1), CancellationToken.None);
        app.Publish("north");

        Assert.Equal("rights-changed", await client.Ended);
        Assert.Empty(client.Rest());
    }

    [Fact]
    public async Task A_session_that_ends_at_identity_ends_here_and_when_identity_is_silent_nobody_comes_in()
    {
        var identity = new Endings();
        await using var app = await StartAsync(new Leases(), identity);
        app.Release.Append("north", 1);
        await using var client = await app.FollowAsync("p1", "north");
        await client.TakeAsync(1);

        identity.End("p1", "s1");

        Assert.Equal("session-ended", await client.Ended);
        identity.Fails = true;
        app.Clock.Advance(TimeSpan.FromSeconds(11));
        await Assert.ThrowsAnyAsync<Exception>(() => app.ConnectAsync("p2", "s2"));
    }

    private static async Task<RealtimeApp> StartAsync(Leases release, Endings? identity = null)
    {
        var app = await RealtimeApp.StartAsync(
            builder =>
            {
                builder.Services.AddFollowedSessions().AddRealtimeNode();
                builder.Services.AddSingleton<IEndedSessions>(identity ?? new Endings()).AddSingleton<ILiveNodes>(release);
                builder.Services.AddOptions<Hosting.Bus.BusOptions>();
            },
            ("Ports:Identity", "http://127.0.0.1:9"),
            ("Ports:Self", "http://127.0.0.1:9"));
        await RealtimeApp.UntilAsync(() =>
        {
            app.Clock.Advance(TimeSpan.FromMilliseconds(100));
            return release.Given > 0;
        });
        return app;
    }

    private sealed class Leases : ILiveNodes
    {
        private long number;
        private int given;

        public bool Fails { get; set; }

        public IReadOnlyList<string> Closed { get; set; } = [];

        public int Given => Volatile.Read(ref given);

        public ValueTask<LiveLease> RenewAsync(LiveNode node, CancellationToken cancellationToken)
        {
            if (Fails)
            {
                throw new InvalidOperationException("release is away");
            }

            Interlocked.Increment(ref given);
            return ValueTask.FromResult(new LiveLease(4_000, Interlocked.Increment(ref number), Closed));
        }
    }

    private sealed class Endings : IEndedSessions
    {
        private readonly List<SessionOver> over = [];
        private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Fails { get; set; }

        public void End(string person, string session)
        {
            lock (over)
            {
                over.Add(new SessionOver(session, person, DateTimeOffset.UnixEpoch.AddYears(100)));
                var waiting = next;
                next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                waiting.SetResult();
            }
        }

        public async ValueTask<SessionEndings> AfterAsync(SessionMark? mark, CancellationToken cancellationToken)
        {
            Task waiting;
            lock (over)
            {
                waiting = mark is null || mark.Number < over.Count ? Task.CompletedTask : next.Task;
            }

            await waiting.WaitAsync(cancellationToken);
            lock (over)
            {
                return Fails
                    ? throw new InvalidOperationException("identity is away")
                    : new SessionEndings(new SessionMark("one", over.Count), [.. over.Skip((int)(mark?.Number ?? 0))], []);
            }
        }
    }
}
