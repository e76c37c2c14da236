using System.Net;
using ContactGroup.Contracts.Identity;

namespace ContactGroup.Identity.Tests.Features;

public sealed class InvitationTests
{
    [Fact]
    public async Task An_invited_person_belongs_to_the_organisation_that_invited_them()
    {
        await using var app = await IdentityApp.StartAsync();
        var organisation = await app.AddOrganisationAsync("rcrc");

        await app.JoinAsync(organisation, "delegate");

        var me = (await (await app.SignInAsync("delegate")).GetAsync("/api/identity/me")).Body;
        Assert.Equal(organisation, me.GetProperty("organisation").GetProperty("id").GetString());
        var fact = await app.Facts.NextAsync<PersonChanged>(one => one.Organisation == organisation);
        Assert.Equal(("Display delegate", false, false, 1L), (fact.DisplayName, fact.Suspended, fact.IsAdministrator, fact.Version));
    }

    [Fact]
    public async Task Used_expired_and_invented_codes_get_the_same_answer()
    {
        await using var app = await IdentityApp.StartAsync();
        var organisation = await app.AddOrganisationAsync("ingo");
        var administrator = await app.AdministratorAsync();
        var used = (await administrator.PostAsync("/api/identity/invitations", new { organisation }))["code"]!;
        await app.AcceptAsync(used, "first");
        var second = await app.AcceptAsync(used, "second");
        var expiring = (await administrator.PostAsync("/api/identity/invitations", new { organisation, expiresInHours = 1 }))["code"]!;
        app.Clock.Advance(TimeSpan.FromHours(1));

        var expired = await app.AcceptAsync(expiring, "third");
        var invented = await app.AcceptAsync("00000000000000000000000000", "admin");

        Assert.All([second, expired, invented], answer => Assert.Equal((HttpStatusCode.BadRequest, "CG-2006"), (answer.Status, answer.Code)));
        Assert.Equal(second.Text, expired.Text);
        Assert.Equal(second.Text, invented.Text);
    }

    [Fact]
    public async Task Two_who_accept_at_once_do_not_both_get_in()
    {
        await using var app = await IdentityApp.StartAsync();
        var organisation = await app.AddOrganisationAsync("ingo");
        var code = (await (await app.AdministratorAsync()).PostAsync("/api/identity/invitations", new { organisation }))["code"]!;

        var answers = await Task.WhenAll(Enumerable.Range(1, 6).Select(number => app.AcceptAsync(code, $"person{number}")));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        var people = (await (await app.AdministratorAsync()).GetAsync($"/api/identity/organisations/{organisation}/people")).Body.GetProperty("people");
        Assert.Equal(1, people.GetArrayLength());
    }

    [Fact]
    public async Task A_taken_account_name_leaves_the_invitation_usable()
    {
        await using var app = await IdentityApp.StartAsync();
        var organisation = await app.AddOrganisationAsync("ingo");
        var code = (await (await app.AdministratorAsync()).PostAsync("/api/identity/invitations", new { organisation }))["code"]!;

        var taken = await app.AcceptAsync(code, "ADMIN");
        var free = await app.AcceptAsync(code, "free");

        Assert.Equal((HttpStatusCode.Conflict, "CG-2007"), (taken.Status, taken.Code));
        Assert.Equal(HttpStatusCode.Created, free.Status);
    }

    [Theory]
    [InlineData("short", "password")]
    [InlineData("newcomer-account", "password")]
    [InlineData("PasswordPassword", "password")]
    [InlineData("aaaaaaaaaaaaaaaa", "password")]
    [InlineData("123456789012", "password")]
    [InlineData("abcdefghijklmnop", "password")]
    public async Task A_password_that_is_guessed_first_is_refused(string password, string field)
    {
        await using var app = await IdentityApp.StartAsync();
        var organisation = await app.AddOrganisationAsync("ingo");
        var code = (await (await app.AdministratorAsync()).PostAsync("/api/identity/invitations", new { organisation }))["code"]!;

        var answer = await app.AcceptAsync(code, "newcomer-account", password);

        Assert.Equal("CG-1002", answer.Code);
        Assert.NotEmpty(answer.Remedy(field));
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("two words")]
    [InlineData("аdmin")]
    public async Task An_account_that_could_be_mistaken_for_another_is_refused(string account)
    {
        await using var app = await IdentityApp.StartAsync();
        var organisation = await app.AddOrganisationAsync("ingo");
        var code = (await (await app.AdministratorAsync()).PostAsync("/api/identity/invitations", new { organisation }))["code"]!;

        var answer = await app.AcceptAsync(code, account);

        Assert.Equal("CG-1002", answer.Code);
        Assert.NotEmpty(answer.Remedy("account"));
    }

    [Fact]
    public async Task An_administrator_is_invited_to_no_organisation()
    {
        await using var app = await IdentityApp.StartAsync();
        var administrator = await app.AdministratorAsync();
        var organisation = await app.AddOrganisationAsync("coordination");

        var both = await administrator.PostAsync("/api/identity/invitations", new { organisation, administrator = true });
        var neither = await administrator.PostAsync("/api/identity/invitations", new { });
        var alone = await administrator.PostAsync("/api/identity/invitations", new { administrator = true });
        await app.AcceptAsync(alone["code"]!, "second-admin");

        Assert.Equal(("CG-1002", "CG-1002"), (both.Code, neither.Code));
        var me = (await (await app.SignInAsync("second-admin")).GetAsync("/api/identity/me")).Body;
        Assert.True(me.GetProperty("isAdministrator").GetBoolean());
        Assert.False(me.GetProperty("isCoordinator").GetBoolean());
    }

    [Fact]
    public async Task The_same_key_gets_the_same_code()
    {
        await using var app = await IdentityApp.StartAsync();
        var administrator = await app.AdministratorAsync();
        var organisation = await app.AddOrganisationAsync("ingo");

        var first = await administrator.PostAsync("/api/identity/invitations", new { organisation }, "key-00000001");
        var again = await administrator.PostAsync("/api/identity/invitations", new { organisation }, "key-00000001");
        var other = await administrator.PostAsync("/api/identity/invitations", new { organisation, expiresInHours = 2 }, "key-00000001");

        Assert.Equal(first.Text, again.Text);
        Assert.Equal("CG-1006", other.Code);
    }

    [Theory]
    [InlineData("""{"organisation":"00000000000000000000000000"}""", "organisation")]
    [InlineData("""{"administrator":true,"expiresInHours":0}""", "expiresInHours")]
    [InlineData("""{"administrator":true,"expiresInHours":721}""", "expiresInHours")]
    public async Task A_wrong_field_is_named(string body, string field)
    {
        await using var app = await IdentityApp.StartAsync();
        var administrator = await app.AdministratorAsync();

        var answer = await administrator.PostAsync("/api/identity/invitations", System.Text.Json.JsonDocument.Parse(body).RootElement);

        Assert.Equal("CG-1002", answer.Code);
        Assert.NotEmpty(answer.Remedy(field));
    }
}
