using System.Net;

namespace ContactGroup.Identity.Tests.Features;

public sealed class SessionTests
{
    private const string Me = "/api/identity/me";

    [Fact]
    public async Task An_access_token_lasts_fifteen_minutes_and_a_refresh_token_gets_the_next()
    {
        await using var app = await IdentityApp.StartAsync();
        var first = await app.AdministratorAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(15));

        var expired = await first.GetAsync(Me);
        var next = await app.RefreshAsync(first.RefreshToken!);
        var refreshed = await app.Holding(next).GetAsync(Me);

        Assert.Equal((HttpStatusCode.Unauthorized, "CG-2001"), (expired.Status, expired.Code));
        Assert.Equal(900, next.Body.GetProperty("expiresIn").GetInt32());
        Assert.False(first.RefreshToken == next["refreshToken"]);
        Assert.Equal(HttpStatusCode.OK, refreshed.Status);
    }

    [Theory]
    [InlineData("0", HttpStatusCode.OK)]
    [InlineData("4102444800", HttpStatusCode.Unauthorized)]
    [InlineData("unreadable", HttpStatusCode.Unauthorized)]
    public async Task A_session_from_before_a_restore_is_over(string restoredAt, HttpStatusCode expected)
    {
        await using var app = await IdentityApp.StartAsync();
        var session = await app.AdministratorAsync();
        await File.WriteAllTextAsync(Path.Combine(app.DataFolder, "keys", "restored-at"), restoredAt);
        await app.RestartAsync();

        Assert.Equal(expected, (await session.GetAsync(Me)).Status);
    }

    [Fact]
    public async Task A_refresh_token_that_comes_twice_ends_the_session_for_both_who_hold_it()
    {
        await using var app = await IdentityApp.StartAsync();
        var first = await app.AdministratorAsync();
        var second = app.Holding(await app.RefreshAsync(first.RefreshToken!));

        var reused = await app.RefreshAsync(first.RefreshToken!);

        Assert.Equal((HttpStatusCode.Unauthorized, "CG-2001"), (reused.Status, reused.Code));
        Assert.Equal("CG-2001", (await app.RefreshAsync(second.RefreshToken!)).Code);
        Assert.Equal("CG-2001", (await first.GetAsync(Me)).Code);
        Assert.Equal("CG-2001", (await second.GetAsync(Me)).Code);
    }

    [Fact]
    public async Task A_refresh_sent_twice_at_once_succeeds_once_at_most()
    {
        await using var app = await IdentityApp.StartAsync();
        var first = await app.AdministratorAsync();

        var answers = await Task.WhenAll(app.RefreshAsync(first.RefreshToken!), app.RefreshAsync(first.RefreshToken!));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal("CG-2001", (await first.GetAsync(Me)).Code);
    }

    [Fact]
    public async Task A_session_ends_after_its_days_however_much_it_is_used()
    {
        await using var app = await IdentityApp.StartAsync(("Hosting:Sessions:SessionDays", "1"));
        var caller = await app.AdministratorAsync();
        app.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(5));
        caller = app.Holding(await app.RefreshAsync(caller.RefreshToken!));
        var before = await caller.GetAsync(Me);
        app.Clock.Advance(TimeSpan.FromMinutes(5));

        var after = await caller.GetAsync(Me);
        var refresh = await app.RefreshAsync(caller.RefreshToken!);

        Assert.Equal(HttpStatusCode.OK, before.Status);
        Assert.Equal(("CG-2001", "CG-2001"), (after.Code, refresh.Code));
    }

    [Fact]
    public async Task Signing_out_ends_this_session_at_once_and_no_other()
    {
        await using var app = await IdentityApp.StartAsync();
        var here = await app.AdministratorAsync();
        var elsewhere = await app.SignInAsync("admin");

        var signedOut = await here.DeleteAsync("/api/identity/sessions/current");

        Assert.Equal(HttpStatusCode.NoContent, signedOut.Status);
        Assert.Equal("CG-2001", (await here.GetAsync(Me)).Code);
        Assert.Equal("CG-2001", (await app.RefreshAsync(here.RefreshToken!)).Code);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync(Me)).Status);
    }

    [Fact]
    public async Task A_session_that_ended_stays_ended_after_a_restart()
    {
        await using var app = await IdentityApp.StartAsync();
        var ended = await app.AdministratorAsync();
        var running = await app.SignInAsync("admin");
        await ended.DeleteAsync("/api/identity/sessions/current");

        await app.RestartAsync();

        Assert.Equal("CG-2001", (await ended.GetAsync(Me)).Code);
        Assert.Equal(HttpStatusCode.OK, (await running.GetAsync(Me)).Status);
    }

    [Fact]
    public async Task Foreign_garbage_and_missing_tokens_get_the_same_answer()
    {
        await using var app = await IdentityApp.StartAsync();
        await using var elsewhere = await IdentityApp.StartAsync();
        var foreign = await elsewhere.AdministratorAsync();
        var own = await app.AdministratorAsync();

        Answer[] answers =
        [
            await app.Nobody.GetAsync(Me),
            await new Caller(app, foreign.AccessToken).GetAsync(Me),
            await new Caller(app, own.AccessToken![..^2]).GetAsync(Me),
            await new Caller(app, own.RefreshToken).GetAsync(Me),
            await new Caller(app, "x").GetAsync(Me),
            await app.Nobody.GetAsync(Me, ("Authorization", "Basic YTpi")),
            await app.Nobody.GetAsync(Me, ("Authorization", "")),
            await app.Nobody.GetAsync(Me, ("Cookie", $"cg_session={own.AccessToken}")),
        ];

        Assert.All(answers, answer =>
        {
            Assert.Equal((HttpStatusCode.Unauthorized, "CG-2001"), (answer.Status, answer.Code));
            Assert.Equal(answers[0].Text, answer.Text);
            Assert.Equal(answers[0].Headers, answer.Headers);
        });
        Assert.Equal("CG-2001", (await app.RefreshAsync(foreign.RefreshToken!)).Code);
    }

    [Fact]
    public async Task A_token_in_the_address_counts_on_hubs_only()
    {
        await using var app = await IdentityApp.StartAsync();
        var administrator = await app.AdministratorAsync();

        var elsewhere = await app.Nobody.GetAsync($"{Me}?access_token={administrator.AccessToken}");
        var hub = await app.Nobody.GetAsync($"/hubs/probe?access_token={administrator.AccessToken}");

        Assert.Equal("CG-2001", elsewhere.Code);
        Assert.Equal(HttpStatusCode.OK, hub.Status);
        Assert.DoesNotContain(administrator.AccessToken!, app.Log.All, StringComparison.Ordinal);
    }
}
