using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ContactGroup.Testing;
using Microsoft.IdentityModel.Tokens;

namespace ContactGroup.Identity.Tests.OpenId;

/// <summary>
/// A provider, or somebody in its place, tells lies. Each is told where everything else is right, so that the sign-in would go through without it; and
/// goes through once the lie is taken back.
/// </summary>
public sealed class HostileProviderTests(SignInWorld world) : IClassFixture<SignInWorld>
{
    private static readonly Dictionary<string, (string Reason, Action<TestProvider> Tell)> InTokens = new(StringComparer.Ordinal)
    {
        ["no signature at all"] = ("algorithm not taken", at => (at.InHeader, at.Signs) = (header => header["alg"] = "none", _ => [])),
        ["none in another spelling"] = ("algorithm not taken", at => (at.InHeader, at.Signs) = (header => header["alg"] = "nOnE", _ => [])),
        ["no algorithm"] = ("algorithm not taken", at => at.InHeader = header => header.Remove("alg")),
        ["signed with our secret"] = ("algorithm not taken", at => Symmetric(at, Encoding.UTF8.GetBytes(TestProvider.ClientSecret))),
        ["signed with the public key as a secret"] = ("algorithm not taken", at => Symmetric(at, Base64UrlEncoder.DecodeBytes(at.Key.Published["n"]!.GetValue<string>()))),
        ["an algorithm that is not taken"] = ("algorithm not taken", at => at.InHeader = header => header["alg"] = "RS512"),
        ["an algorithm that is not the key's"] = ("unknown key", at => at.InHeader = header => header["alg"] = "PS256"),
        ["signed with another key under the name of the right one"] = ("wrong signature", at => at.Signs = TestKey.Rsa().Sign),
        ["a signature of something else"] = ("wrong signature", at => at.Signs = data => at.Key.Sign([.. data, 1])),
        ["a signature cut short"] = ("wrong signature", at => at.Signs = data => at.Key.Sign(data)[..128]),
        ["a key that is not published"] = ("unknown key", at => at.Key = TestKey.Rsa()),
        ["no name of a key"] = ("unknown key", at => at.InHeader = header => header.Remove("kid")),
        ["a key that the token brings along"] = ("unknown key", at => Brings(at, "jwk", key => key.Published.DeepClone())),
        ["a key at an address that the token names"] = ("unknown key", at => Brings(at, "jku", _ => $"{at.Issuer}/keys")),
        ["a certificate at an address that the token names"] = ("unknown key", at => Brings(at, "x5u", _ => $"{at.Issuer}/keys")),
        ["a private key in the key set"] = ("unknown key", at => Published(at, keys => keys[0]!["d"] = "AQAB")),
        ["two keys of one name"] = ("unknown key", at => Published(at, keys => keys.Add(keys[0]!.DeepClone()))),
        ["a key for encryption"] = ("unknown key", at => Published(at, keys => keys[0]!["use"] = "enc")),
        ["a key that is too short"] = ("unknown key", at => at.Rotate(TestKey.Rsa(bits: 1024))),
        ["a shared secret in the key set"] = ("algorithm not taken", SharedSecret),
        ["more keys than anybody has"] = ("unknown key", at => Published(at, keys => Enumerable.Range(0, 64).ToList().ForEach(_ => keys.Add(TestKey.Curve().Published)))),
        ["another issuer"] = ("wrong issuer", at => at.InClaims = claims => claims["iss"] = "https://elsewhere.example"),
        ["the issuer with a slash more"] = ("wrong issuer", at => at.InClaims = claims => claims["iss"] = at.Issuer + "/"),
        ["the issuer in capitals"] = ("wrong issuer", at => at.InClaims = claims => claims["iss"] = at.Issuer.ToUpperInvariant()),
        ["no issuer"] = ("wrong issuer", at => at.InClaims = claims => claims.Remove("iss")),
        ["another client"] = ("wrong audience", at => at.InClaims = claims => claims["aud"] = "another-client"),
        ["our client with a slash more"] = ("wrong audience", at => at.InClaims = claims => claims["aud"] = TestProvider.ClientId + "/"),
        ["our client in capitals"] = ("wrong audience", at => at.InClaims = claims => claims["aud"] = "CONTACTGROUP"),
        ["no audience"] = ("wrong audience", at => at.InClaims = claims => claims.Remove("aud")),
        ["several audiences and no word of whom it was made for"] = ("wrong audience", at => at.InClaims = claims => claims["aud"] = new JsonArray(TestProvider.ClientId, "another-client")),
        ["made for another client"] = ("wrong audience", at => at.InClaims = claims => claims["azp"] = "another-client"),
        ["over"] = ("wrong time", at => at.InClaims = claims => claims["exp"] = at.Now - 120),
        ["without an end"] = ("wrong time", at => at.InClaims = claims => claims.Remove("exp")),
        ["issued in the future"] = ("wrong time", at => at.InClaims = claims => claims["iat"] = at.Now + 121),
        ["issued long ago"] = ("wrong time", at => at.InClaims = claims => claims["iat"] = at.Now - 601),
        ["issued at no time"] = ("wrong time", at => at.InClaims = claims => claims.Remove("iat")),
        ["not valid yet"] = ("wrong time", at => at.InClaims = claims => claims["nbf"] = at.Now + 121),
        ["an end in words"] = ("token unreadable", at => at.InClaims = claims => claims["exp"] = "tomorrow"),
        ["another nonce"] = ("wrong nonce", at => at.InClaims = claims => claims["nonce"] = "another"),
        ["no nonce"] = ("wrong nonce", at => at.InClaims = claims => claims.Remove("nonce")),
        ["made for another code"] = ("wrong hash of code or access token", at => at.InClaims = claims => claims["c_hash"] = "AAAAAAAAAAAAAAAAAAAAAA"),
        ["made for another access token"] = ("wrong hash of code or access token", at => at.InAnswer = answer => answer["access_token"] = "another"),
        ["made for an access token that is not there"] = ("wrong hash of code or access token", at => at.InAnswer = answer => answer.Remove("access_token")),
        ["nobody"] = ("no usable subject", at => at.InClaims = claims => claims.Remove("sub")),
        ["a subject of no length"] = ("no usable subject", at => at.InClaims = claims => claims["sub"] = ""),
        ["a subject without end"] = ("no usable subject", at => at.InClaims = claims => claims["sub"] = new string('1', 256)),
        ["a subject that is a number"] = ("token unreadable", at => at.InClaims = claims => claims["sub"] = 248289761001),
        ["two subjects"] = ("token unreadable", at => at.InText = text => text.Replace("\"sub\"", "\"sub\":\"somebody else\",\"sub\"", StringComparison.Ordinal)),
        ["two audiences under one name"] = ("token unreadable", at => at.InText = text => text.Replace("\"aud\"", "\"aud\":\"another-client\",\"aud\"", StringComparison.Ordinal)),
        ["an access token"] = ("token of another type", at => at.InHeader = header => header["typ"] = "at+jwt"),
        ["a notice of sign-out"] = ("token of another type", at => at.InHeader = header => header["typ"] = "logout+jwt"),
        ["something critical that nobody knows"] = ("token of another type", at => at.InHeader = header => header["crit"] = new JsonArray("exp")),
        ["a token without end"] = ("token unreadable", at => at.InClaims = claims => claims["more"] = new string('x', 16 * 1024)),
        ["an encrypted token"] = ("token unreadable", at => at.InAnswer = answer => answer["id_token"] = "a.b.c.d.e"),
        ["not a token"] = ("token unreadable", at => at.InAnswer = answer => answer["id_token"] = "*.*.*"),
        ["claims that are a list"] = ("token unreadable", at => at.InText = text => $"[{text}]"),
        ["no token"] = ("no identity token", at => at.InAnswer = answer => answer.Remove("id_token")),
        ["a token that is no text"] = ("no identity token", at => at.InAnswer = answer => answer["id_token"] = 7),
        ["a refusal of the code"] = ("code refused by the provider", at => at.InToken = HttpStatusCode.BadRequest),
        ["a redirect instead of a token"] = ("code refused by the provider", at => at.InToken = HttpStatusCode.TemporaryRedirect),
    };

    private static readonly Dictionary<string, Action<TestProvider>> InDocuments = new(StringComparer.Ordinal)
    {
        ["another issuer"] = at => at.InDiscovery = document => document["issuer"] = "https://elsewhere.example",
        ["the issuer with a slash more"] = at => at.InDiscovery = document => document["issuer"] = at.Issuer + "/",
        ["no issuer"] = at => at.InDiscovery = document => document.Remove("issuer"),
        ["people sent over http"] = at => at.InDiscovery = document => document["authorization_endpoint"] = "http://elsewhere.example/authorize",
        ["people sent to a script"] = at => at.InDiscovery = document => document["authorization_endpoint"] = "javascript:alert(1)",
        ["people sent with a name in the address"] = at => at.InDiscovery = document => document["authorization_endpoint"] = "https://us@elsewhere.example/",
        ["codes sent over http"] = at => at.InDiscovery = document => document["token_endpoint"] = "http://elsewhere.example/token",
        ["codes sent nowhere"] = at => at.InDiscovery = document => document.Remove("token_endpoint"),
        ["keys over http"] = at => at.InDiscovery = document => document["jwks_uri"] = "http://elsewhere.example/keys",
        ["keys from a file"] = at => at.InDiscovery = document => document["jwks_uri"] = "file:///etc/hostname",
        ["no keys"] = at => at.InDiscovery = document => document.Remove("jwks_uri"),
        ["keys at an address that has none"] = at => at.InDiscovery = document => document["jwks_uri"] = $"{at.Issuer}/nothing",
        ["the document in the place of the keys"] = at => at.InDiscovery = document => document["jwks_uri"] = $"{at.Issuer}/.well-known/openid-configuration",
        ["tokens in the address alone"] = at => at.InDiscovery = document => document["response_types_supported"] = new JsonArray("id_token"),
        ["codes without proof"] = at => at.InDiscovery = document => document["code_challenge_methods_supported"] = new JsonArray("plain"),
        ["a document without end"] = at => at.InDiscovery = document => document["more"] = new string('x', 256 * 1024),
        ["a key set without end"] = at => at.InKeys = keys => keys[0]!["more"] = new string('x', 256 * 1024),
        ["an empty key set"] = at => at.InKeys = keys => keys.Clear(),
        ["a private key"] = at => at.InKeys = keys => keys[0]!["d"] = "AQAB",
        ["a redirect"] = at => at.Fails = HttpStatusCode.Redirect,
        ["an empty answer"] = at => at.Fails = HttpStatusCode.NoContent,
    };

    public static TheoryData<string> TokenLies => [.. InTokens.Keys];

    public static TheoryData<string> DocumentLies => [.. InDocuments.Keys];

    [Theory]
    [MemberData(nameof(TokenLies))]
    public async Task A_token_that_lies_lets_nobody_in(string lie)
    {
        world.BeHonest();
        var (app, provider, browser) = (world.App, world.Provider, new ProviderBrowser(world.App));
        var unknown = await browser.SignInAsync(provider, "nobody we know");
        var sessions = app.SessionsStarted;
        world.Clock.Advance(TimeSpan.FromSeconds(11));

        InTokens[lie].Tell(provider);
        var refused = await browser.SignInAsync(provider, SignInWorld.Subject);

        Assert.Equal((HttpStatusCode.Found, ProviderBrowser.Refused), (refused.Status, refused.Headers["Location"]));
        Assert.Equal(unknown.Headers, refused.Headers);
        Assert.Equal(unknown.Text, refused.Text);
        Assert.Equal(sessions, app.SessionsStarted);
        Assert.EndsWith($"Sign-in through provider desk refused: {InTokens[lie].Reason}", world.LastRefusal, StringComparison.Ordinal);

        world.BeHonest();
        browser.Inside(await browser.SignInAsync(provider, SignInWorld.Subject));
    }

    [Theory]
    [MemberData(nameof(DocumentLies))]
    public async Task A_document_that_lies_sends_nobody_anywhere(string lie)
    {
        var clock = new FakeClock();
        await using var provider = await TestProvider.StartAsync(clock);
        await using var app = await IdentityApp.StartAsync(clock, TestProvider.Settings(provider));
        var browser = new ProviderBrowser(app);
        await app.AdministratorAsync();

        InDocuments[lie](provider);
        var refused = await browser.TryBeginAsync(provider.Name);

        Assert.Equal((HttpStatusCode.FailedDependency, "CG-2009"), (refused.Status, refused.Code));
        Assert.Null(browser.Pending);
        Assert.DoesNotContain("elsewhere", refused.Text + app.Log.All, StringComparison.Ordinal);
        await app.SignInAsync("admin");

        provider.BeHonest();
        clock.Advance(TimeSpan.FromSeconds(11));
        Assert.StartsWith(provider.Issuer, await browser.BeginAsync(provider.Name), StringComparison.Ordinal);
    }

    private static void Symmetric(TestProvider at, byte[] secret) =>
        (at.InHeader, at.Signs) = (header => header["alg"] = "HS256", data => HMACSHA256.HashData(secret, data));

    private static void Brings(TestProvider at, string header, Func<TestKey, JsonNode?> value)
    {
        var own = TestKey.Rsa();
        (at.InHeader, at.Signs) = (members => (members["kid"], members[header]) = (own.Id, value(own)), own.Sign);
    }

    private static void Published(TestProvider at, Action<JsonArray> lie)
    {
        at.Rotate();
        at.InKeys = lie;
    }

    private static void SharedSecret(TestProvider at)
    {
        var secret = RandomNumberGenerator.GetBytes(32);
        Published(at, keys => keys.Add(new JsonObject { ["kty"] = "oct", ["kid"] = "shared", ["alg"] = "HS256", ["k"] = Base64UrlEncoder.Encode(secret) }));
        Symmetric(at, secret);
        at.InHeader += header => header["kid"] = "shared";
    }
}
