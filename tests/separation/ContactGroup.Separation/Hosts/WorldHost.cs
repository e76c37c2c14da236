using System.Globalization;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Deadlines;
using ContactGroup.Hosting.Storage;
using ContactGroup.Separation.Leaks;
using ContactGroup.Testing;
using Dapper;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;

namespace ContactGroup.Separation.Hosts;

/// <summary>
/// The standalone as it ships, behind a real Kestrel on loopback, with a clock that only the harness moves. What differs from a deployment: the clock,
/// the source of ids, cheap password hashing, no log, bounds of the edge that no run reaches, and, in a run with an injected leak, the leak.
/// </summary>
internal sealed class WorldHost : WebApplicationFactory<Program>
{
    /// <summary>Every connection hears where its streams end this often.</summary>
    public static readonly TimeSpan Beacon = TimeSpan.FromSeconds(300);

    // Beyond the real time, because the framework holds tickets of live connections against that one.
    private static readonly string[] WithDeadlines = ["movements", "access"];
    private static readonly DateTimeOffset Start = new(2040, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // A consumer that fails for good is called again and again, and each call moves something.
    private static readonly TimeSpan LongestUnrest = TimeSpan.FromMinutes(2);

    // Instants of plans stand this far behind a beacon, so that none falls together with one.
    private static readonly TimeSpan BesideBeacons = TimeSpan.FromSeconds(7);

    private readonly string folder = Directory.CreateDirectory(Path.Combine(
        Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), "contactgroup-separation-" + Path.GetRandomFileName())).FullName;

    private readonly LeakSwitch leaks = new();
    private List<ModuleStore> stores = [];

    /// <summary>The clock of this host.</summary>
    public FakeClock Clock { get; } = new(Start);

    /// <summary>Port on loopback.</summary>
    public int Port { get; private set; }

    /// <summary>What ids were counted here, in a run with the leak that counts.</summary>
    public SeededIds.Counter Counted { get; } = new();

    /// <summary>Folder with the stores.</summary>
    public string DataFolder => folder;

    /// <summary>Which leak is planted, if any.</summary>
    public LeakSwitch Leaks => leaks;

    /// <summary>Starts; bounded by the caller.</summary>
    public void Run()
    {
        SeededIds.TakeOver();
        SeededIds.Begin("host", this);
        UseKestrel(0);
        var console = Console.Out;
        Console.SetOut(TextWriter.Null);
        try
        {
            StartServer();
        }
        finally
        {
            Console.SetOut(console);
        }

        var addresses = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Port = new Uri(addresses.Addresses.First()).Port;
        stores = [.. Services.GetServices<NamedStore>().Select(named => named.Store)];
    }

    /// <summary>An access token for somebody.</summary>
    public string TokenFor(Participant participant) => Services.GetRequiredService<AccessTokens>().Issue(participant).Text;

    /// <summary>Completes when nothing is under way: every fact of every commit has been handled by every consumer.</summary>
    /// <exception cref="TimeoutException">Nothing moved for ten seconds.</exception>
    /// <exception cref="OperationCanceledException">It did not end within two minutes.</exception>
    public async Task QuietAsync()
    {
        using var unrest = new CancellationTokenSource(LongestUnrest);
        while (true)
        {
            var moved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            void Move() => moved.TrySetResult();
            stores.ForEach(store => store.Progress.Moved += Move);
            try
            {
                var before = stores.Sum(store => store.Progress.Committed);
                if (stores.TrueForAll(store => store.Progress.IsDone) && stores.Sum(store => store.Progress.Committed) == before)
                {
                    return;
                }

                await moved.Task.WaitAsync(Patience, unrest.Token);
            }
            finally
            {
                stores.ForEach(store => store.Progress.Moved -= Move);
            }
        }
    }

    /// <summary>From where the instants of a plan are counted that begins now: a little after a beacon.</summary>
    public DateTimeOffset Origin() => Start + ((Clock.GetUtcNow() - Start).Ticks / Beacon.Ticks * Beacon) + BesideBeacons;

    /// <summary>
    /// Moves the clock and lets what falls due by time come to its end. A beacon tells what is there at its moment, and what ends at the same moment may
    /// come before or after it by real time; so the clock stops on either side of a beacon, and what ends between the two ends after the beacon has come.
    /// </summary>
    /// <param name="by">How far, less than the time between two beacons.</param>
    /// <param name="beacon">Waits until a beacon that fell due has come.</param>
    public async Task AdvanceAsync(TimeSpan by, Func<Task> beacon)
    {
        var target = Clock.GetUtcNow() + by;
        var due = Start + ((((Clock.GetUtcNow() - Start).Ticks / Beacon.Ticks) + 1) * Beacon);
        if (due <= target)
        {
            await EndByEndAsync(due - Instant);
            Clock.Advance(due + Instant - Clock.GetUtcNow());
            await Services.GetRequiredService<Realtime.Connections.Beacons>().TellAsync(CancellationToken.None);
            await beacon();
            await MoveToAsync(due + Instant);
        }

        await EndByEndAsync(target);
    }

    /// <summary>Moves the clock to the morning after, while nobody is connected.</summary>
    public Task SleepAsync() => EndByEndAsync(new DateTimeOffset(Clock.GetUtcNow().UtcDateTime.Date.AddDays(1), TimeSpan.Zero) + BesideBeacons);

    /// <summary>Forgets what would happen to notifications and notices by itself: the pair that they are of is over.</summary>
    public async Task ForgetDeadlinesAsync()
    {
        foreach (var module in WithDeadlines)
        {
            await StoreOf(module).WriteAsync(scope => scope.Connection.ExecuteAsync("DELETE FROM deadlines"), CancellationToken.None);
        }
    }

    /// <summary>
    /// Completes when nothing is under way and everything that the product does at its own pace and whose time has come is done: what the product's watches
    /// would do at this moment is done now, while the clock stands still, so that it bears this moment and no later one.
    /// </summary>
    public async Task SettleAsync()
    {
        await QuietAsync();
        var loosening = Services.GetRequiredService<Release.Domain.Loosening>();
        if (await loosening.IsPendingAsync(CancellationToken.None))
        {
            await Services.GetRequiredService<Release.Domain.Tightening>().RunAsync(CancellationToken.None);
            await Services.GetRequiredService<Release.Domain.Reevaluation>().RunAsync(CancellationToken.None);
            await loosening.TurnAsync(CancellationToken.None);
            await QuietAsync();
        }
    }

    /// <summary>How many live connections are recorded as reading on.</summary>
    public Task<long> OpenReadingsAsync() => StoreOf("release").ReadAsync(
        connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM readings WHERE through IS NULL"), CancellationToken.None);

    /// <summary>Completes when no more than so many are: the end of a reading is written down a moment after it.</summary>
    public async Task UntilOpenReadingsAsync(long count)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await OpenReadingsAsync() > count)
        {
            await Task.Delay(1, patience.Token);
        }
    }

    private ModuleStore StoreOf(string module) => stores.Single(store => string.Equals(store.Name, module, StringComparison.Ordinal));

    // An item ends at its moment and bears that time, so the clock stands still there until it has ended. So it is with what happens to notifications by itself.
    private async Task EndByEndAsync(DateTimeOffset target)
    {
        while (await NextAsync() is { } end && end <= target)
        {
            await MoveToAsync(end);
        }

        await MoveToAsync(target);
    }

    private async Task<DateTimeOffset?> NextAsync()
    {
        var next = await Services.GetRequiredService<Release.Domain.Expiry>().NextAsync(CancellationToken.None);
        foreach (var rounds in Deadlines)
        {
            var due = await rounds.NextAsync(CancellationToken.None);
            next = next < due || due is null ? next : due;
        }

        return next;
    }

    private IEnumerable<DueRounds> Deadlines => WithDeadlines.Select(module => Services.GetRequiredKeyedService<DueRounds>(module));

    private async Task MoveToAsync(DateTimeOffset to)
    {
        if (to > Clock.GetUtcNow())
        {
            Clock.Advance(to - Clock.GetUtcNow());
        }

        await Services.GetRequiredService<Release.Domain.Expiry>().RunAsync(CancellationToken.None);
        foreach (var rounds in Deadlines)
        {
            await rounds.RunAsync(CancellationToken.None);
        }

        await SettleAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("data", folder);
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.UseSetting("Edge:Burst", "1000000");
        builder.UseSetting("Edge:RequestsPerSecond", "100000");
        builder.UseSetting("Hosting:Sessions:AccessTokenMinutes", "60");
        // What happens by itself within the quarter of an hour that a pair lasts; figures of few notices.
        builder.UseSetting("Movements:EscalateAfterHours", "1");
        builder.UseSetting("Movements:EmergencyEscalateAfterHours", "1");
        builder.UseSetting("Movements:CheckInGraceMinutes", "5");
        // Forces that ask for lead times of their own: for whom else a movement is late is nothing for one of them.
        builder.UseSetting("Movements:LeadTimes:0:Audience", "military:northern-force");
        builder.UseSetting("Movements:LeadTimes:0:LeadHours", "1");
        builder.UseSetting("Movements:LeadTimes:1:Audience", "military:southern-force");
        builder.UseSetting("Movements:LeadTimes:1:LeadHours", "720");
        builder.UseSetting("Access:OverviewMinimum", "2");
        builder.UseSetting("Realtime:BeaconSeconds", ((int)Beacon.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddKeyedSingleton("set-up", TextWriter.Null);
            services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = 1);
            // What they do at their own pace is done here while the clock stands still.
            services.Remove(services.Single(service => service.ImplementationType == typeof(Release.Domain.BarrierWatch)));
            services.Remove(services.Single(service => service.ImplementationType == typeof(Realtime.Connections.BeaconPace)));
            foreach (var watch in services.Where(service => service.ImplementationFactory?.Method.DeclaringType?.DeclaringType == typeof(DeadlineRegistration)
                && service.ServiceType == typeof(IHostedService)).ToList())
            {
                services.Remove(watch);
            }

            leaks.Add(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
