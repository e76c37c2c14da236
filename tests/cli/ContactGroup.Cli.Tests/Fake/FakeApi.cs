using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContactGroup.Cli.Tests.Fake;

/// <summary>The HTTP API as a table of answers; keeps what was sent.</summary>
internal sealed class FakeApi : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, Func<Sent, (HttpStatusCode Status, object? Body)>> routes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

    public FakeApi()
    {
        On("POST /api/identity/sessions", _ => (HttpStatusCode.OK, new { accessToken = "access", expiresIn = 900, refreshToken = "refresh", person = new { id = "p1", displayName = "Ada" } }));
        On("DELETE /api/identity/sessions/current", _ => (HttpStatusCode.NoContent, null));
        On("GET /api/identity/me", _ => (HttpStatusCode.OK, new
        {
            person = new { id = "p1", account = "ada", displayName = "Ada" },
            organisation = new { id = "o1", name = "Relief One", constituency = "ingo" },
            side = "humanitarian",
            audience = "ingo",
            isCoordinator = false,
            isAdministrator = false,
            exercise = true,
        }));
        On("GET /api/channels/groups", _ => (HttpStatusCode.OK, new
        {
            groups = new[]
            {
                Group("g1", "Meridian", [("c1", "Plenary"), ("c2", "NGO room")]),
                Group("g2", "Harbour", [("c3", "Plenary")]),
            },
        }));
        On("POST /api/release/preview", _ => (HttpStatusCode.OK, new { views = Array.Empty<object>(), findings = Array.Empty<object>(), fingerprint = "shown" }));
        On("POST /api/channels/channels/c2/messages", _ => (HttpStatusCode.Accepted, new { item = "i1", reference = "MSG-AAAA-BBBB", version = 1 }));
        On("POST /api/movements/channels/c2/brought", _ => (HttpStatusCode.OK, new { there = Array.Empty<string>() }));
        On("POST /api/incidents/channels/c2/reports", TakeIn);
    }

    public ConcurrentQueue<Sent> Requests { get; } = new();

    /// <summary>Nothing answers.</summary>
    public bool Away { get; set; }

    /// <summary>Reports in the order in which they were taken in.</summary>
    public ConcurrentQueue<JsonObject> Reports { get; } = new();

    public void On(string route, Func<Sent, (HttpStatusCode Status, object? Body)> answer) => routes[route] = answer;

    public static (HttpStatusCode Status, object? Body) Problem(int status, string code, object? errors = null) =>
        ((HttpStatusCode)status, new { title = "Refused", detail = "It was refused.", status, code, errors });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Away)
        {
            throw new HttpRequestException("Connection refused");
        }

        var body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        var sent = new Sent(
            $"{request.Method} {request.RequestUri!.AbsolutePath}", request.RequestUri, request.Headers.Authorization?.Parameter,
            request.Headers.TryGetValues("Idempotency-Key", out var keys) ? keys.Single() : null, body,
            request.Headers.TryGetValues("Audience-Fingerprint", out var shown) ? shown.Single() : null);
        Requests.Enqueue(sent);
        var (status, answer) = routes.TryGetValue(sent.Route, out var route) ? route(sent) : Problem(404, "CG-2004");
        return new HttpResponseMessage(status)
        {
            Content = answer is null ? null : answer as HttpContent ?? new StringContent(JsonSerializer.Serialize(answer, JsonSerializerOptions.Web), Encoding.UTF8, "application/json"),
        };
    }

    // Like the real server: the same source reference again gives the same receipt.
    private (HttpStatusCode Status, object? Body) TakeIn(Sent sent)
    {
        var report = sent.Json;
        var reference = report["sourceReference"]?.ToJsonString() ?? sent.Key!;
        var added = known.TryAdd(reference, "i" + known.Count);
        if (added)
        {
            Reports.Enqueue(report);
        }

        return (HttpStatusCode.Accepted, new { item = known[reference], reference = "SIR-AAAA-BBBB", version = 1, existing = !added });
    }

    private static object Group(string id, string name, (string Id, string Name)[] channels) => Group(
        id,
        name,
        [.. channels.Select(c => (object)new { id = c.Id, name = c.Name, kind = "caucus", admits = new[] { "humanitarian" }, mayPost = true, crossing = "none" })]);

    /// <summary>A channel that admits everyone and in which the person does not post.</summary>
    public static object Channel(string id, string name, string kind, string[]? forces) =>
        new { id, name, kind, admits = new[] { "all" }, mayPost = false, crossing = "none", forces };

    public static object Group(string id, string name, object[] channels) => new
    {
        id,
        name,
        purpose = "To talk.",
        assumptions = "None.",
        termsVersion = 3,
        termsAccepted = false,
        posture = "coexistence",
        exercise = true,
        convenor = new { name = "Coordination Office" },
        channels,
    };

    internal sealed record Sent(string Route, Uri Address, string? Token, string? Key, string Body, string? Shown)
    {
        public JsonObject Json => JsonNode.Parse(Body)!.AsObject();
    }
}
