using System.Diagnostics;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Health;
using ContactGroup.Hosting.Shared;
using ContactGroup.Hosting.Tests.Web;
using ContactGroup.Hosting.Web;
using ContactGroup.Testing;

namespace ContactGroup.Hosting.Tests.Shared;

/// <summary>One instance of a service whose requests are limited: so many at once, and no more for a long time.</summary>
internal sealed class LimitedApp : IAsyncDisposable
{
    public const int Burst = 20;

    private readonly RecordedLog log = new();
    private readonly HttpClient http = new();
    private readonly WebApplication app;

    private LimitedApp(TemporaryFolder folder, string? redis, string prefix)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Information);
        builder.Configuration.AddInMemoryCollection(TestStorage.Settings(folder)).AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Edge:Burst"] = $"{Burst}",
            ["Edge:RequestsPerSecond"] = "1",
            ["Shared:Redis"] = redis,
            ["Shared:KeyPrefix"] = prefix,
        });
        builder.Services.AddSingleton<TimeProvider>(TimeProvider.System);
        builder.Services.AddKeyRing();
        builder.Services.AddAuthentication("test").AddScheme<SignedInOptions, SignedIn>("test", null);
        builder.Services.AddAuthorization();
        builder.Services.AddProblemEdge().AddHealth();
        app = builder.Build();
        app.UseProblemEdge();
        app.MapHealth();
        app.MapModule("things").MapGet("/", () => TypedResults.Ok());
    }

    public IReadOnlyCollection<string> LogLines => log.Lines;

    public static async Task<LimitedApp> StartAsync(TemporaryFolder folder, string? redis, string prefix = "contactgroup:")
    {
        var limited = new LimitedApp(folder, redis, prefix);
        await limited.app.StartAsync();
        limited.http.BaseAddress = new Uri(limited.app.Urls.First());
        return limited;
    }

    /// <summary>Waits until it counts together with others.</summary>
    public async Task<LimitedApp> TogetherAsync()
    {
        await Eventually.IsAsync(true, () => Task.FromResult(app.Services.GetRequiredService<RedisLink>().Answers));
        return this;
    }

    /// <summary>Waits until it knows that it is alone.</summary>
    public Task AloneAsync() => Eventually.IsAsync(false, () => Task.FromResult(app.Services.GetRequiredService<RedisLink>().Answers));

    /// <summary>Sends requests one after another; how many were let through.</summary>
    public async Task<int> AskAsync(string person, int times)
    {
        var passed = 0;
        for (var number = 0; number < times; number++)
        {
            passed += await StatusAsync(person) is 200 ? 1 : 0;
        }

        return passed;
    }

    /// <summary>The longest of some requests of different people.</summary>
    public async Task<TimeSpan> LongestAsync(int people)
    {
        var longest = TimeSpan.Zero;
        for (var number = 0; number < people; number++)
        {
            var before = Stopwatch.GetTimestamp();
            Assert.Equal(200, await StatusAsync($"somebody {number}"));
            longest = TimeSpan.FromTicks(Math.Max(longest.Ticks, Stopwatch.GetElapsedTime(before).Ticks));
        }

        return longest;
    }

    public async Task<(int Status, string Body)> HealthAsync()
    {
        using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
        log.Dispose();
    }

    private async Task<int> StatusAsync(string person)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/things");
        request.Headers.Add("X-Person", person);
        using var answer = await http.SendAsync(request);
        if ((int)answer.StatusCode is 429)
        {
            Assert.NotNull(answer.Headers.RetryAfter);
        }

        return (int)answer.StatusCode;
    }
}
