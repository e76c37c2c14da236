using System.Diagnostics.Metrics;
using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Identity;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Realtime.Connections;
using ContactGroup.Realtime.Streams;
using ContactGroup.Testing;
using Microsoft.AspNetCore.DataProtection;

namespace ContactGroup.Realtime.Tests.App;

/// <summary>The module on a real port with real tokens, over a release and an identity that tests hold in their hands.</summary>
internal sealed class RealtimeApp : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly RecordedLog log = new();
    private readonly MeterListener listener = new();
    private readonly WebApplication app;
    private readonly Dictionary<string, long> counted = new(StringComparer.Ordinal);

    private RealtimeApp(Dictionary<string, string?> settings, Action<WebApplicationBuilder>? configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Information);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Storage:DataFolder"] = folder.Path,

            // A write that happens to be under way when a test moves the clock is not stuck.
            ["Realtime:StuckWriteSeconds"] = "120",
        }).AddInMemoryCollection(settings);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton<IStreamReader>(Release);
        builder.Services.AddSingleton<IReadingRecord>(Readings);
        builder.Services.AddSingleton<ISessionRevocation>(Sessions);
        builder.Services.AddProblemEdge().AddSessionAuthentication().AddRealtime(builder.Configuration);
        builder.Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        configure?.Invoke(builder);
        app = builder.Build();
        app.UseProblemEdge();
        app.MapRealtime();
        Listen();
    }

    // Starts now, because the framework holds tickets against the real time.
    public FakeClock Clock { get; } = new(TimeProvider.System.GetUtcNow());

    public FakeStreams Release { get; } = new();

    public FakeReadings Readings { get; } = new();

    public FakeSessions Sessions { get; } = new();

    public IServiceProvider Services => app.Services;

    public Contracts.Release.IStreamGate Gate => app.Services.GetRequiredService<Contracts.Release.IStreamGate>();

    public IRightsGate Rights => app.Services.GetRequiredService<IRightsGate>();

    public IReadOnlyCollection<string> LogLines => log.Lines;

    public Uri Address => new(app.Urls.First());

    public static async Task<RealtimeApp> StartAsync(Action<WebApplicationBuilder>? configure = null, params (string Key, string Value)[] settings)
    {
        var started = new RealtimeApp(settings.ToDictionary(one => one.Key, one => (string?)one.Value, StringComparer.Ordinal), configure);
        await started.app.StartAsync();
        return started;
    }

    public string TokenOf(string person, string session = "s1") => app.Services.GetRequiredService<AccessTokens>()
        .Issue(new Participant(person, person, "o1", "Organisation", Constituency.Ingo, null, session, false), Clock.GetUtcNow()).Text;

    public Task<LiveClient> ConnectAsync(string person, string session = "s1", string query = "") =>
        LiveClient.ConnectAsync(Address, TokenOf(person, session), query: query);

    /// <summary>A person who may follow a stream, connected and following it from the beginning.</summary>
    public async Task<LiveClient> FollowAsync(string person, string stream, long after = 0, string query = "")
    {
        Release.Admit(person, stream);
        var client = await ConnectAsync(person, query: query);
        await client.SubscribeAsync((stream, FakeStreams.Cursor(person, stream, after)));
        return client;
    }

    /// <summary>Appends entries and brings them to live connections, as the outbox and the bus do.</summary>
    public void Publish(string stream, int count = 1, int bytes = 0) => Bring(Release.Append(stream, count, bytes));

    /// <summary>Brings frames to live connections.</summary>
    public void Bring(IEnumerable<Released> frames)
    {
        foreach (var of in frames.GroupBy(frame => frame.Stream, StringComparer.Ordinal))
        {
            Services.GetRequiredService<Topics>().Find(of.Key)?.Publish([.. of.Select(frame => frame.ToFrame())]);
        }
    }

    /// <summary>Waits until so many subscriptions of a stream have caught up.</summary>
    public Task SettledAsync(string stream, int count = 1) => UntilAsync(() => Services.GetRequiredService<Topics>().Find(stream)?.LiveCount == count);

    /// <summary>Waits for a condition, bounded.</summary>
    public static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!condition())
        {
            await Task.Delay(5, patience.Token);
        }
    }

    public long Counted(string instrument)
    {
        lock (counted)
        {
            return counted.GetValueOrDefault("contactgroup.realtime." + instrument);
        }
    }

    public int Connections => Services.GetRequiredService<LiveConnections>().Count;

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        listener.Dispose();
        log.Dispose();
        folder.Dispose();
    }

    // The meter of this application only: other tests run beside it.
    private void Listen()
    {
        var mine = app.Services.GetRequiredService<RealtimeMeter>();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (ReferenceEquals(instrument.Meter, mine.Serialisations.Meter))
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) =>
        {
            lock (counted)
            {
                counted[instrument.Name] = counted.GetValueOrDefault(instrument.Name) + value;
            }
        });
        listener.Start();
    }
}
