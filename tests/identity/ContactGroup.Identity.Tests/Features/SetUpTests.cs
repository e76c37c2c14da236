using System.Net;

namespace ContactGroup.Identity.Tests.Features;

public sealed class SetUpTests
{
    [Fact]
    public async Task The_code_on_the_console_makes_an_administrator_who_stands_on_no_side()
    {
        await using var app = await IdentityApp.StartAsync();

        var administrator = await app.AdministratorAsync();

        var me = (await administrator.GetAsync("/api/identity/me")).Body;
        Assert.True(me.GetProperty("isAdministrator").GetBoolean());
        Assert.False(me.GetProperty("isCoordinator").GetBoolean());
        Assert.All(["organisation", "side", "audience"], field => Assert.Equal(System.Text.Json.JsonValueKind.Null, me.GetProperty(field).ValueKind));
    }

    [Fact]
    public async Task The_code_works_once()
    {
        await using var app = await IdentityApp.StartAsync();
        var code = app.SetUpCode;
        await app.AdministratorAsync();

        var again = await SetUpAsync(app, code, "other");

        Assert.Equal((HttpStatusCode.Forbidden, "CG-2005"), (again.Status, again.Code));
    }

    [Fact]
    public async Task Two_who_use_the_code_at_once_do_not_both_become_administrator()
    {
        await using var app = await IdentityApp.StartAsync();
        var code = app.SetUpCode;

        var answers = await Task.WhenAll(Enumerable.Range(1, 6).Select(number => SetUpAsync(app, code, $"admin{number}")));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.Created), answer => Assert.Equal("CG-2005", answer.Code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00000000000000000000000000")]
    public async Task A_wrong_code_is_refused(string code)
    {
        await using var app = await IdentityApp.StartAsync();

        var answer = await SetUpAsync(app, code, "admin");

        Assert.Equal("CG-2005", answer.Code);
    }

    [Fact]
    public async Task A_refused_password_leaves_the_code_usable()
    {
        await using var app = await IdentityApp.StartAsync();
        var weak = await app.Nobody.PostAsync(
            "/api/identity/setup", new { code = app.SetUpCode, account = "admin", password = "password1234", displayName = "Ada" });

        var strong = await SetUpAsync(app, app.SetUpCode, "admin");

        Assert.Contains("harder to guess", weak.Remedy("password"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, strong.Status);
    }

    [Fact]
    public async Task Every_start_makes_another_code_until_one_is_used()
    {
        await using var app = await IdentityApp.StartAsync();
        var old = app.SetUpCode;
        await app.RestartAsync();

        var stale = await SetUpAsync(app, old, "admin");
        await app.AdministratorAsync();
        await app.RestartAsync();

        Assert.Equal("CG-2005", stale.Code);
        Assert.Equal("", app.Console);
    }

    private static Task<Answer> SetUpAsync(IdentityApp app, string code, string account) => app.Nobody.PostAsync(
        "/api/identity/setup", new { code, account, password = IdentityApp.Password, displayName = "Ada" });
}
