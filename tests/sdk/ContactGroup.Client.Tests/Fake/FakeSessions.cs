namespace ContactGroup.Client.Tests.Fake;

/// <summary>Tokens that rotate; using an old refresh token ends the session, as on the real server.</summary>
internal sealed class FakeSessions
{
    private readonly Lock gate = new();
    private int generation;
    private bool ended;

    public double ExpiresIn { get; set; } = 900;

    public int Refreshes { get; private set; }

    /// <summary>The access token is refused from now on; the refresh token still works.</summary>
    public void Expire()
    {
        lock (gate)
        {
            generation++;
        }
    }

    public void End()
    {
        lock (gate)
        {
            ended = true;
        }
    }

    public bool Admits(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api/identity/sessions", StringComparison.Ordinal)
        || (!ended && string.Equals(context.Request.Headers.Authorization, "Bearer access" + generation, StringComparison.Ordinal));

    public void Map(WebApplication app)
    {
        app.MapPost("/api/identity/sessions", () => Results.Json(Tokens()));
        app.MapPost("/api/identity/sessions/refresh", (Refresh body) => Rotate(body.RefreshToken));
        app.MapDelete("/api/identity/sessions/current", () => Results.NoContent());
    }

    private IResult Rotate(string token)
    {
        lock (gate)
        {
            if (ended || !string.Equals(token, "refresh" + Refreshes, StringComparison.Ordinal))
            {
                ended = true;
                return Results.Problem(statusCode: 401, extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = "CG-2001" });
            }

            Refreshes++;
            generation++;
            return Results.Json(Tokens());
        }
    }

    private object Tokens() => new
    {
        accessToken = "access" + generation,
        expiresIn = ExpiresIn,
        refreshToken = "refresh" + Refreshes,
        person = new { id = "person1", displayName = "Ada" },
    };

    private sealed record Refresh(string RefreshToken);
}
