using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ContactGroup.Testing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;

namespace ContactGroup.Identity.Tests.OpenId;

/// <summary>A provider of OpenID Connect on a port of its own, with real keys. Honest until a test tells it to lie.</summary>
internal sealed class TestProvider : IAsyncDisposable
{
    public const string ClientId = "contactgroup";
    public const string ClientSecret = "a secret: 100% of it";

    private readonly ConcurrentDictionary<string, Given> codes = new(StringComparer.Ordinal);
    private readonly WebApplication app;
    private readonly FakeClock clock;
    private readonly TestKey honest;

    private TestProvider(WebApplication app, FakeClock clock, string name)
    {
        (this.app, this.clock, Name) = (app, clock, name);
        Keys = [Key];
        honest = Key;
    }

    private sealed record Given(string Subject, string Nonce, string Challenge, string Redirect);

    public string Name { get; }

    public string Issuer { get; private set; } = "";

    /// <summary>What it signs with.</summary>
    public TestKey Key { get; set; } = TestKey.Rsa();

    /// <summary>What it publishes.</summary>
    public List<TestKey> Keys { get; }

    /// <summary>How often its keys were read.</summary>
    public int KeysRead { get; private set; }

    /// <summary>What it answers instead of its documents and tokens; null while it works.</summary>
    public HttpStatusCode? Fails { get; set; }

    /// <summary>Completed when a request arrived that is never answered; null while it answers.</summary>
    public TaskCompletionSource? Hangs { get; set; }

    public Action<JsonObject> InDiscovery { get; set; } = _ => { };

    public Action<JsonArray> InKeys { get; set; } = _ => { };

    public Action<JsonObject> InHeader { get; set; } = _ => { };

    public Action<JsonObject> InClaims { get; set; } = _ => { };

    public Action<JsonObject> InAnswer { get; set; } = _ => { };

    public Func<byte[], byte[]>? Signs { get; set; }

    /// <summary>What it answers to a code instead of a token; null while it gives tokens.</summary>
    public HttpStatusCode? InToken { get; set; }

    /// <summary>The claims as text, after all else.</summary>
    public Func<string, string> InText { get; set; } = text => text;

    public long Now => clock.GetUtcNow().ToUnixTimeSeconds();

    public static async Task<TestProvider> StartAsync(FakeClock clock, string name = "desk")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        var provider = new TestProvider(server, clock, name);
        server.Use(provider.OrFailAsync);
        server.MapGet("/.well-known/openid-configuration", () => Json(provider.Discovery()));
        server.MapGet("/keys", () => Json(provider.KeySet()));
        server.MapPost("/token", provider.TokenAsync);
        await server.StartAsync();
        provider.Issuer = server.Urls.Single();
        return provider;
    }

    /// <summary>Settings of a deployment whose people sign in here.</summary>
    public static (string Key, string Value)[] Settings(params TestProvider[] providers) =>
    [
        ("Identity:OpenId:PublicAddress", "http://localhost"),
        .. providers.SelectMany((provider, place) => new[]
        {
            ($"Identity:OpenId:Providers:{place}:Name", provider.Name),
            ($"Identity:OpenId:Providers:{place}:DisplayName", $"The {provider.Name}"),
            ($"Identity:OpenId:Providers:{place}:Issuer", provider.Issuer),
            ($"Identity:OpenId:Providers:{place}:ClientId", ClientId),
            ($"Identity:OpenId:Providers:{place}:ClientSecret", ClientSecret),
        }),
    ];

    /// <summary>Somebody signs in at the address they were sent to: the address that they are sent back to.</summary>
    public Uri Approve(string address, string subject)
    {
        var asked = QueryHelpers.ParseQuery(new Uri(address).Query);
        var code = Contracts.Ids.New();
        codes[code] = new Given(subject, asked["nonce"]!, asked["code_challenge"]!, asked["redirect_uri"]!);
        return new Uri(QueryHelpers.AddQueryString(asked["redirect_uri"]!, new Dictionary<string, string?> { ["code"] = code, ["state"] = asked["state"] }));
    }

    /// <summary>Signs with a new key from now on, and publishes no other.</summary>
    public void Rotate(TestKey? key = null)
    {
        Key = key ?? TestKey.Rsa();
        Keys.Clear();
        Keys.Add(Key);
    }

    /// <summary>Tells no more lies; its keys are those that it signs with.</summary>
    public void BeHonest()
    {
        (InDiscovery, InKeys, InHeader, InClaims, InAnswer) = (_ => { }, _ => { }, _ => { }, _ => { }, _ => { });
        (InText, Signs, InToken, Fails) = (text => text, null, null, null);
        Rotate(honest.Renamed());
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static IResult Json(JsonNode node) => Results.Text(node.ToJsonString(), "application/json");

    private async Task OrFailAsync(HttpContext context, RequestDelegate next)
    {
        if (Hangs is { } hangs)
        {
            hangs.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }

        if (Fails is { } status)
        {
            context.Response.StatusCode = (int)status;
            return;
        }

        await next(context);
    }

    private JsonObject Discovery()
    {
        var document = new JsonObject
        {
            ["issuer"] = Issuer,
            ["authorization_endpoint"] = $"{Issuer}/authorize",
            ["token_endpoint"] = $"{Issuer}/token",
            ["jwks_uri"] = $"{Issuer}/keys",
            ["response_types_supported"] = new JsonArray("code"),
            ["code_challenge_methods_supported"] = new JsonArray("S256"),
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["subject_types_supported"] = new JsonArray("public"),
        };
        InDiscovery(document);
        return document;
    }

    private JsonObject KeySet()
    {
        KeysRead++;
        var keys = new JsonArray([.. Keys.Select(key => key.Published.DeepClone())]);
        InKeys(keys);
        return new JsonObject { ["keys"] = keys };
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        if (InToken is { } status)
        {
            return Results.StatusCode((int)status);
        }

        var form = await request.ReadFormAsync();
        var client = $"Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes($"{ClientId}:{Uri.EscapeDataString(ClientSecret)}"))}";
        var code = form["code"].ToString();
        if (request.Headers.Authorization != client
            || !codes.TryRemove(code, out var given)
            || form["redirect_uri"] != given.Redirect
            || Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != given.Challenge)
        {
            return Results.BadRequest();
        }

        var answer = new JsonObject { ["access_token"] = "opaque", ["token_type"] = "Bearer", ["id_token"] = Token(given, code) };
        InAnswer(answer);
        return Json(answer);
    }

    private string Token(Given given, string code)
    {
        var header = new JsonObject { ["alg"] = Key.Algorithm, ["typ"] = "JWT", ["kid"] = Key.Id };
        var claims = new JsonObject
        {
            ["iss"] = Issuer,
            ["aud"] = ClientId,
            ["sub"] = given.Subject,
            ["nonce"] = given.Nonce,
            ["iat"] = Now,
            ["exp"] = Now + 3600,
            ["c_hash"] = HalfHash(code),
            ["at_hash"] = HalfHash("opaque"),
            ["email"] = "somebody@elsewhere.example",
            ["name"] = "Somebody Elsewhere",
        };
        InHeader(header);
        InClaims(claims);
        var signed = $"{Base64UrlEncoder.Encode(header.ToJsonString())}.{Base64UrlEncoder.Encode(InText(claims.ToJsonString()))}";
        return $"{signed}.{Base64UrlEncoder.Encode((Signs ?? Key.Sign)(Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string HalfHash(string text) => Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(text))[..16]);
}
