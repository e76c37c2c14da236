using System.Net;

namespace ContactGroup.Identity.Tests.Features;

public sealed class CookieTests
{
    private const string Me = "/api/identity/me";

    private static readonly (string Name, string Value) Guard = ("X-ContactGroup", "1");

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        await using var app = await IdentityApp.StartAsync();
        await app.AdministratorAsync();

        var (_, plain) = await app.BrowserAsync("admin");
        var (_, overTls) = await app.BrowserAsync("admin", "https://localhost");

        Assert.StartsWith("cg_session=", plain, StringComparison.Ordinal);
        Assert.StartsWith("__Host-cg_session=", overTls, StringComparison.Ordinal);
        Assert.All([plain, overTls], cookie =>
        {
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Contains("; secure", overTls, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; path=/;", overTls, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", overTls, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Over_tls_a_cookie_that_another_host_could_have_planted_does_not_count()
    {
        await using var app = await IdentityApp.StartAsync();
        await app.AdministratorAsync();
        var (browser, setCookie) = await app.BrowserAsync("admin", "https://localhost");
        var planted = new Caller(app, cookie: setCookie.Split(';')[0].Replace("__Host-", string.Empty, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("https://localhost" + Me)).Status);
        Assert.Equal("CG-2001", (await planted.GetAsync("https://localhost" + Me)).Code);
    }

    [Fact]
    public async Task Signing_out_over_tls_takes_the_cookie_away()
    {
        await using var app = await IdentityApp.StartAsync();
        await app.AdministratorAsync();
        var (browser, _) = await app.BrowserAsync("admin", "https://localhost");

        var answer = await browser.DeleteAsync("https://localhost/api/identity/sessions/current", Guard);

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Equal("__Host-cg_session=", browser.Cookie);
    }

    [Fact]
    public async Task A_browser_gets_no_tokens()
    {
        await using var app = await IdentityApp.StartAsync();
        await app.AdministratorAsync();

        var answer = await app.Nobody.PostAsync("/api/identity/sessions", new { account = "admin", password = IdentityApp.Password, cookie = true });

        Assert.Equal("person", Assert.Single(answer.Body.EnumerateObject()).Name);
    }

    [Fact]
    public async Task A_change_by_cookie_needs_the_header_that_only_our_page_sends()
    {
        await using var app = await IdentityApp.StartAsync();
        await app.AdministratorAsync();
        var (browser, _) = await app.BrowserAsync("admin");

        var read = await browser.GetAsync(Me);
        var without = await browser.DeleteAsync("/api/identity/sessions/current");
        var wrong = await browser.DeleteAsync("/api/identity/sessions/current", ("X-ContactGroup", "0"));
        var still = await browser.GetAsync(Me);
        var with = await browser.DeleteAsync("/api/identity/sessions/current", Guard);
        var after = await new Caller(app, cookie: browser.Cookie).GetAsync(Me);

        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.Equal((HttpStatusCode.Forbidden, "CG-2008"), (without.Status, without.Code));
        Assert.Equal("CG-2008", wrong.Code);
        Assert.Equal(HttpStatusCode.OK, still.Status);
        Assert.Equal(HttpStatusCode.NoContent, with.Status);
        Assert.Equal("CG-2001", after.Code);
    }

    [Fact]
    public async Task A_copy_of_the_cookie_is_worth_nothing_after_signing_out()
    {
        await using var app = await IdentityApp.StartAsync();
        await app.AdministratorAsync();
        var (browser, setCookie) = await app.BrowserAsync("admin");
        var thief = new Caller(app, cookie: setCookie.Split(';')[0]);
        await browser.DeleteAsync("/api/identity/sessions/current", Guard);

        await app.RestartAsync();

        Assert.Equal("CG-2001", (await thief.GetAsync(Me)).Code);
    }

    [Fact]
    public async Task A_cookie_lasts_twelve_hours_from_its_last_use()
    {
        await using var app = await IdentityApp.StartAsync();
        await app.AdministratorAsync();
        var (browser, setCookie) = await app.BrowserAsync("admin");
        var idle = new Caller(app, cookie: setCookie.Split(';')[0]);

        app.Clock.Advance(TimeSpan.FromHours(7));
        var renewed = await browser.GetAsync(Me);
        app.Clock.Advance(TimeSpan.FromHours(7));
        var used = await browser.GetAsync(Me);
        var unused = await idle.GetAsync(Me);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (renewed.Status, used.Status));
        Assert.Equal("CG-2001", unused.Code);
    }

    [Fact]
    public async Task A_cookie_in_constant_use_still_ends_with_its_session()
    {
        await using var app = await IdentityApp.StartAsync(("Hosting:Sessions:SessionDays", "1"));
        await app.AdministratorAsync();
        var (browser, _) = await app.BrowserAsync("admin");
        for (var hours = 0; hours < 20; hours += 10)
        {
            app.Clock.Advance(TimeSpan.FromHours(10));
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Me)).Status);
        }

        app.Clock.Advance(TimeSpan.FromHours(4));
        var after = await browser.GetAsync(Me);

        Assert.Equal("CG-2001", after.Code);
    }

    [Theory]
    [InlineData("http://elsewhere.example", "CG-2008")]
    [InlineData("http://localhost.elsewhere.example", "CG-2008")]
    [InlineData("http://localhost:8080", "CG-2008")]
    [InlineData("null", "CG-2008")]
    [InlineData("http://localhost", null)]
    [InlineData("https://localhost", null)]
    [InlineData(null, null)]
    public async Task A_hub_takes_a_cookie_from_our_own_pages_only(string? origin, string? code)
    {
        await using var app = await IdentityApp.StartAsync();
        await app.AdministratorAsync();
        var (browser, _) = await app.BrowserAsync("admin");

        var answer = origin is null ? await browser.GetAsync("/hubs/probe") : await browser.GetAsync("/hubs/probe", ("Origin", origin));

        Assert.Equal(code, answer.Status == HttpStatusCode.OK ? null : answer.Code);
    }

    [Fact]
    public async Task A_bad_token_is_not_saved_by_a_good_cookie()
    {
        await using var app = await IdentityApp.StartAsync();
        await app.AdministratorAsync();
        var (browser, _) = await app.BrowserAsync("admin");

        var both = await browser.GetAsync(Me, ("Authorization", "Bearer garbage"));

        Assert.Equal("CG-2001", both.Code);
    }
}
