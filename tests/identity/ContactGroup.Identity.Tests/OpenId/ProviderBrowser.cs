using System.Net;
using System.Text;

namespace ContactGroup.Identity.Tests.OpenId;

/// <summary>A browser in which somebody signs in through a provider.</summary>
internal sealed class ProviderBrowser(IdentityApp app)
{
    public const string Refused = "/#/sign-in-refused";

    /// <summary>The cookie of the sign-in under way as name=value; null when there is none.</summary>
    public string? Pending { get; set; }

    /// <summary>The cookies as the last answer set them.</summary>
    public IReadOnlyList<string> LastSet { get; private set; } = [];

    /// <summary>An account by invitation and provider, signed in.</summary>
    public static async Task<Caller> JoinAsync(IdentityApp app, TestProvider provider, string subject, string account, string? organisation = null)
    {
        var browser = new ProviderBrowser(app);
        var answer = await browser.ReturnAsync(provider.Approve(await browser.AcceptAsync(provider.Name, await InviteAsync(app, organisation), account), subject));
        return browser.Inside(answer);
    }

    public static async Task<string> InviteAsync(IdentityApp app, string? organisation = null)
    {
        organisation ??= await app.AddOrganisationAsync("ingo");
        return (await (await app.AdministratorAsync()).PostAsync("/api/identity/invitations", new { organisation }))["code"]!;
    }

    public Task<Answer> TryBeginAsync(string provider) => SendAsync(HttpMethod.Post, $"/api/identity/providers/{provider}/sign-ins", "{}");

    /// <summary>Begins: the address at the provider.</summary>
    public async Task<string> BeginAsync(string provider) => AddressOf(await TryBeginAsync(provider));

    public Task<Answer> TryAcceptAsync(string provider, string code, string account) => SendAsync(
        HttpMethod.Post, $"/api/identity/providers/{provider}/invitations", $$"""{"code":"{{code}}","account":"{{account}}","displayName":"Display {{account}}"}""");

    public async Task<string> AcceptAsync(string provider, string code, string account) => AddressOf(await TryAcceptAsync(provider, code, account));

    public Task<Answer> ReturnAsync(Uri callback) => ReturnAsync(callback.PathAndQuery);

    public Task<Answer> ReturnAsync(string callback) => SendAsync(HttpMethod.Get, callback, body: null);

    /// <summary>Begins and comes back: what the callback answers.</summary>
    public async Task<Answer> SignInAsync(TestProvider provider, string subject) =>
        await ReturnAsync(provider.Approve(await BeginAsync(provider.Name), subject));

    /// <summary>A caller with the session that the answer brought.</summary>
    public Caller Inside(Answer answer)
    {
        Assert.Equal((HttpStatusCode.Found, "/"), (answer.Status, answer.Headers["Location"]));
        return new Caller(app, cookie: LastSet.Single(cookie => cookie.StartsWith("cg_session=", StringComparison.Ordinal)).Split(';')[0]);
    }

    private static string AddressOf(Answer answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer["address"]!;
    }

    private async Task<Answer> SendAsync(HttpMethod method, string path, string? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        if (Pending is not null)
        {
            request.Headers.Add("Cookie", Pending);
        }

        using var client = app.NewClient();
        using var response = await client.SendAsync(request);
        LastSet = response.Headers.TryGetValues("Set-Cookie", out var set) ? [.. set] : [];
        if (LastSet.FirstOrDefault(cookie => cookie.StartsWith("cg_signing_in=", StringComparison.Ordinal))?.Split(';')[0] is { } kept)
        {
            Pending = kept == "cg_signing_in=" ? null : kept;
        }

        return await Answer.ReadAsync(response);
    }
}
