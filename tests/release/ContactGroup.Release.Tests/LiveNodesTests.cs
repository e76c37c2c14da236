using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Ports;
using ContactGroup.Hosting.Web;
using Microsoft.AspNetCore.DataProtection;

namespace ContactGroup.Release.Tests;

/// <summary>Processes with live connections besides release.</summary>
public sealed class LiveNodesTests : IAsyncLifetime, IDisposable
{
    private readonly ReleaseApp app = new();
    private readonly Gate gate = new();
    private WebApplication node = null!;

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(app.Clock).AddProblemEdge().AddPorts();
        builder.Services.AddSingleton(app.Get<IDataProtectionProvider>()).AddSingleton<ILiveGate>(gate);
        node = builder.Build();
        node.UseProblemEdge();
        node.MapPort<ILiveGate>();
        await node.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await node.DisposeAsync();
        await app.DisposeAsync();
    }

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_stricter_posture_holds_at_every_node_before_it_is_acknowledged()
    {
        await RenewAsync();

        await app.NarrowAsync(app.NextState(app.Plenary, ChannelKind.Plenary, Posture.Distance));

        Assert.Contains(gate.States, state => state.Count > 0);
        Assert.NotEmpty((await RenewAsync()).Closed); // Own streams of forces stay shut at distance.
    }

    [Fact]
    public async Task A_node_that_does_not_answer_is_waited_for_until_its_lease_has_run_out()
    {
        await RenewAsync();
        await node.StopAsync();

        var narrowing = app.NarrowAsync(app.NextState(app.Plenary, ChannelKind.Plenary, Posture.Distance));

        var passed = TimeSpan.Zero;
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        for (var step = TimeSpan.FromMilliseconds(100); !narrowing.IsCompleted && await pace.WaitForNextTickAsync(); passed += step)
        {
            app.Clock.Advance(step);
        }

        await narrowing;
        Assert.True(passed >= TimeSpan.FromSeconds(6), $"It waited for {passed} only.");
    }

    [Fact]
    public async Task The_end_of_a_membership_reaches_every_node_before_it_is_acknowledged()
    {
        await RenewAsync();

        await app.EndRightsAsync(app.NextMembership(Exercise.Chidi, member: false));

        Assert.Equal([Exercise.Chidi.PersonId], gate.Ended);
    }

    [Fact]
    public async Task A_state_is_given_again_until_it_is_later_than_what_the_node_has()
    {
        await RenewAsync();
        gate.Number = app.Clock.GetUtcNow().AddHours(1).ToUnixTimeMilliseconds() * 1_000;

        await app.NarrowAsync(app.NextState(app.Plenary, ChannelKind.Plenary, Posture.Distance));

        Assert.NotEmpty(gate.States);
    }

    [Fact]
    public async Task What_a_process_left_open_ends_when_it_is_gone_and_what_others_read_goes_on()
    {
        var stream = (string)(await app.StreamAsync(Exercise.Chidi))["stream"]!;
        await RenewAsync(process: "gone");
        await app.Readings.BeginAsync(Exercise.Chidi.Asks, [new ReadingStart(stream, 0, 0, "gone")], CancellationToken.None);
        await app.Readings.BeginAsync(Exercise.Chidi.Asks, [new ReadingStart(stream, 0, 0, "there")], CancellationToken.None);
        await RenewAsync(process: "there");
        Assert.Equal(2, await app.OpenReadingsAsync());

        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await RenewAsync(process: "there");
        Assert.Equal(2, await app.OpenReadingsAsync());
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await RenewAsync(process: "there");

        Assert.Equal(1, await app.OpenReadingsAsync());
    }

    [Fact]
    public async Task A_state_with_a_lease_is_later_than_what_the_node_has()
    {
        var far = app.Clock.GetUtcNow().AddDays(1).ToUnixTimeMilliseconds() * 1_000;

        var lease = await app.Get<ILiveNodes>().RenewAsync(new LiveNode("node", "first", new Uri("http://127.0.0.1:9"), far), CancellationToken.None);

        Assert.True(lease.Number > far);
    }

    private async Task<LiveLease> RenewAsync(string process = "first") => await app.Get<ILiveNodes>()
        .RenewAsync(new LiveNode("node", process, new Uri(node.Urls.FirstOrDefault() ?? "http://127.0.0.1:9")), CancellationToken.None);

    private sealed class Gate : ILiveGate
    {
        public long Number { get; set; }

        public List<IReadOnlyList<string>> States { get; } = [];

        public List<string> Ended { get; } = [];

        public ValueTask<long> AlignAsync(string process, long number, IReadOnlyList<string> closed, CancellationToken cancellationToken)
        {
            if (number > Number)
            {
                Number = number;
                States.Add(closed);
            }

            return ValueTask.FromResult(Number);
        }

        public ValueTask EndAsync(string process, string person, MembershipEnd end, CancellationToken cancellationToken)
        {
            Ended.Add(person);
            return ValueTask.CompletedTask;
        }
    }
}
