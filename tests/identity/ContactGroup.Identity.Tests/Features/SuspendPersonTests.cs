using System.Net;
using ContactGroup.Contracts.Identity;

namespace ContactGroup.Identity.Tests.Features;

public sealed class SuspendPersonTests
{
    private const string Me = "/api/identity/me";
    private const string Administrators = "/api/identity/administrators";

    [Fact]
    public async Task Everything_a_suspended_person_holds_is_worth_nothing_at_once_and_after_a_restart()
    {
        await using var app = await IdentityApp.StartAsync();
        var person = await app.PersonAsync("nngo", "local");
        var (browser, _) = await app.BrowserAsync("local");

        var suspended = await SuspendAsync(app, person.PersonId!);
        var before = await HeldAsync(app, person, browser);
        await app.RestartAsync();
        var after = await HeldAsync(app, person, browser);

        Assert.Equal(HttpStatusCode.NoContent, suspended.Status);
        Assert.Equal("CG-2001 CG-2001 CG-2001 CG-2002", before);
        Assert.Equal(before, after);
    }

    [Fact]
    public async Task What_a_session_was_still_sending_when_it_ended_is_not_carried_out()
    {
        await using var app = await IdentityApp.StartAsync();
        var administrator = await app.AdministratorAsync();
        using var body = new SlowContent("""{"name":"Nobody's organisation","constituency":"ingo"}""");
        var sending = administrator.SendAsync(HttpMethod.Post, "/api/identity/organisations", body, ("Idempotency-Key", Contracts.Ids.New()));
        await body.IsRead;

        await administrator.DeleteAsync("/api/identity/sessions/current");
        body.GoOn();

        Assert.Equal("CG-2001", (await sending).Code);
        Assert.DoesNotContain("Nobody's organisation", (await (await app.SignInAsync("admin")).GetAsync("/api/identity/organisations")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Administrators_find_each_other_and_nobody_else_finds_them()
    {
        await using var app = await IdentityApp.StartAsync();
        var first = await app.AdministratorAsync();
        var person = await app.PersonAsync("coordination", "coordinator");
        var invited = await first.PostAsync("/api/identity/invitations", new { administrator = true });
        await app.AcceptAsync(invited["code"]!, "second");
        var second = await app.SignInAsync("second");

        var listed = (await second.GetAsync(Administrators)).Body.GetProperty("people").EnumerateArray().ToList();
        Assert.Equal(["admin", "second"], listed.Select(one => one.GetProperty("account").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync(Administrators)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Nobody.GetAsync(Administrators)).Status);

        var lost = listed.Single(one => one.GetProperty("account").GetString() == "admin").GetProperty("id").GetString()!;
        Assert.Equal(HttpStatusCode.NoContent, (await second.PostAsync($"/api/identity/people/{lost}/suspend", new { })).Status);
        Assert.Equal("CG-2001", (await first.GetAsync(Me)).Code);
    }

    [Fact]
    public async Task Live_connections_and_other_services_are_told()
    {
        await using var app = await IdentityApp.StartAsync();
        var person = await app.PersonAsync("nngo", "local");
        var told = new List<(string Person, bool All)>();
        app.Revocation.Revoked += (_, revoked) => told.Add((revoked.Person, revoked.Session is null));

        await SuspendAsync(app, person.PersonId!);

        Assert.Contains((person.PersonId!, true), told);
        Assert.Contains((person.PersonId!, false), told);
        var fact = await app.Facts.NextAsync<PersonChanged>(one => one.Person == person.PersonId && one.Suspended);
        Assert.Equal(2, fact.Version);
    }

    [Fact]
    public async Task A_listener_that_fails_does_not_keep_anybody_signed_in()
    {
        await using var app = await IdentityApp.StartAsync();
        var person = await app.PersonAsync("nngo", "local");
        app.Revocation.Revoked += (_, _) => throw new InvalidOperationException("The listener is broken.");

        var suspended = await SuspendAsync(app, person.PersonId!);

        Assert.Equal(HttpStatusCode.NoContent, suspended.Status);
        Assert.Equal("CG-2001", (await person.GetAsync(Me)).Code);
    }

    [Fact]
    public async Task Suspending_twice_is_suspending_once()
    {
        await using var app = await IdentityApp.StartAsync();
        var person = await app.PersonAsync("nngo", "local");
        await SuspendAsync(app, person.PersonId!);

        var again = await SuspendAsync(app, person.PersonId!);

        Assert.Equal(HttpStatusCode.NoContent, again.Status);
    }

    [Fact]
    public async Task A_suspension_is_not_acknowledged_while_a_right_goes_on_and_a_repeat_ends_it()
    {
        await using var app = await IdentityApp.StartAsync();
        var person = await app.PersonAsync("nngo", "local");
        app.Gate.Fails = true;
        var failed = await SuspendAsync(app, person.PersonId!);
        app.Gate.Fails = false;

        var again = await SuspendAsync(app, person.PersonId!);

        Assert.Equal("CG-1008", failed.Code);
        Assert.Equal(HttpStatusCode.NoContent, again.Status);
        var told = Assert.Single(app.Gate.People);
        Assert.Equal((person.PersonId, true, 2L), (told.Person, told.Suspended, told.Version));
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        await using var app = await IdentityApp.StartAsync();
        var administrator = await app.AdministratorAsync();

        var answer = await SuspendAsync(app, administrator.PersonId!);

        Assert.Equal("CG-1002", answer.Code);
        Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync(Me)).Status);
    }

    [Theory]
    [InlineData("00000000000000000000000000")]
    [InlineData("x")]
    public async Task Nobody_of_that_id_is_not_found(string id)
    {
        await using var app = await IdentityApp.StartAsync();

        var answer = await SuspendAsync(app, id);

        Assert.Equal((HttpStatusCode.NotFound, "CG-2004"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Only_an_administrator_suspends()
    {
        await using var app = await IdentityApp.StartAsync();
        var coordinator = await app.PersonAsync("coordination", "cimic");

        var answer = await coordinator.PostAsync($"/api/identity/people/{coordinator.PersonId}/suspend", new { });

        Assert.Equal((HttpStatusCode.Forbidden, "CG-2003"), (answer.Status, answer.Code));
    }

    private static async Task<Answer> SuspendAsync(IdentityApp app, string person) =>
        await (await app.AdministratorAsync()).PostAsync($"/api/identity/people/{person}/suspend", new { });

    private static async Task<string> HeldAsync(IdentityApp app, Caller person, Caller browser) => string.Join(
        ' ',
        (await person.GetAsync(Me)).Code,
        (await browser.GetAsync(Me)).Code,
        (await app.RefreshAsync(person.RefreshToken!)).Code,
        (await app.TrySignInAsync("local")).Code);
}
