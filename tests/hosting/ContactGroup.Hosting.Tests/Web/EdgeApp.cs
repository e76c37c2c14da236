using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Health;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;

namespace ContactGroup.Hosting.Tests.Web;

/// <summary>A small application on a real port, with one module whose endpoints can be asked for every kind of trouble.</summary>
public sealed class EdgeApp : IAsyncLifetime, IAsyncDisposable
{
    /// <summary>More than the machine holds for a connection whose other end does not read.</summary>
    public const int LargeAnswer = 16 * 1024 * 1024;

    private readonly TemporaryFolder folder = new();
    private readonly RecordedLog log = new();
    private WebApplication? app;

    public HttpClient Client { get; } = new();

    public ModuleStore Store => app!.Services.GetRequiredKeyedService<ModuleStore>("things");

    public IReadOnlyCollection<string> LogLines => log.Lines;

    public int Handled => handled;

    private int handled;

    /// <summary>The system's when absent.</summary>
    public FakeClock? Clock { get; init; }

    public Dictionary<string, string?> Settings { get; } = new(StringComparer.Ordinal);

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Information);
        builder.Configuration.AddInMemoryCollection(Settings).AddInMemoryCollection(TestStorage.Settings(folder, "things"));
        builder.Services.AddSingleton<TimeProvider>(Clock ?? TimeProvider.System);
        builder.Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        builder.Services.AddAuthentication("test").AddScheme<SignedInOptions, SignedIn>("test", null);
        builder.Services.AddAuthorization();
        builder.Services.AddProblemEdge().AddHealth().AddModuleStore("things", typeof(EdgeApp).Assembly);
        app = builder.Build();
        app.UseProblemEdge();
        app.MapHealth();
        MapThings(app.MapModule("things"));
        await app.StartAsync();
        Client.BaseAddress = new Uri(app.Urls.First());
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (app is not null)
        {
            await app.DisposeAsync();
        }

        log.Dispose();
        folder.Dispose();
    }

    public async Task<Answer> SendAsync(HttpMethod method, string path, byte[]? body = null, string? contentType = "application/json", string? key = "key-00000001", string person = "p1")
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        }

        request.Headers.Add("X-Person", person);
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation(IdempotencyKey.Header, key);
        }

        using var response = await Client.SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    public Task<Answer> PostAsync(string json, string? key = "key-00000001", string person = "p1") =>
        SendAsync(HttpMethod.Post, "/api/things", Encoding.UTF8.GetBytes(json), key: key, person: person);

    private void MapThings(IEndpointRouteBuilder things)
    {
        things.MapPost("/", async (Thing thing, Participant who, IdempotencyKey key, [FromKeyedServices("things")] ModuleStore store, CancellationToken cancellationToken) =>
        {
            var checks = new FieldChecks();
            checks.Text("text", thing.Text, 1, 100);
            checks.Order("start", thing.Start, "end", thing.End);
            checks.Coordinates("lat", thing.Lat, "lon", thing.Lon);
            if (checks.Failed)
            {
                return Results.Extensions.Refuse(checks);
            }

            var receipt = await store.WriteAsync(
                scope => Idempotency.RunOnceAsync(scope, who, key, thing, () => Task.FromResult(new Receipt(Interlocked.Increment(ref handled)))),
                cancellationToken);
            return TypedResults.Accepted((string?)null, receipt);
        });
        things.MapGet("/open/door", () => TypedResults.Ok()).AllowAnonymous();
        things.MapGet("/{thing}", (string thing) => Problems.NotFound());
        things.MapGet("/by-number/{number}", (int number, DateOnly? day) => TypedResults.Ok(number));
        things.MapGet("/failing/{how}", IResult (string how) => throw (how switch
        {
            "busy" => new SqliteException("secret text", 5),
            "store" => new StoreUnavailableException("things"),
            "refused" => new RefusedException(ProblemCode.CursorNotUsable, "after", "Start again."),
            _ => new InvalidOperationException("secret text"),
        }));
        things.MapGet("/waiting/long", async (CancellationToken cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return "never";
        });
        things.MapGet("/large/answer", () => TypedResults.Bytes(new byte[LargeAnswer]));
        things.MapGet("/echo/time", () => TypedResults.Ok(new { at = new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.FromHours(2)), posture = Posture.Coexistence, name = "سلام" }));
    }

    internal sealed record Thing(
        string Text, Posture? Posture = null, DateTimeOffset? Start = null, DateTimeOffset? End = null, double? Lat = null, double? Lon = null,
        int? Count = null, DateOnly? Day = null, string[]? ReleaseTo = null, Place? Place = null, JsonObject? Content = null, bool? Flag = null);

    internal sealed record Place(string Name, int Code);

    internal sealed record Receipt(int Number);
}

internal static class RefuseResult
{
    public static IResult Refuse(this IResultExtensions extensions, FieldChecks checks) => Problems.Invalid(checks);
}
