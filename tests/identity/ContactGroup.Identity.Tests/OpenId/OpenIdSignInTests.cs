using System.Net;
using System.Text;
using ContactGroup.Testing;
using Microsoft.AspNetCore.WebUtilities;

namespace ContactGroup.Identity.Tests.OpenId;

public sealed class OpenIdSignInTests : IAsyncLifetime
{
    private const string Me = "/api/identity/me";
    private const string Subject = "248289761001";

    private readonly FakeClock clock = new();
    private TestProvider provider = null!;
    private TestProvider other = null!;
    private IdentityApp app = null!;

    public async Task InitializeAsync()
    {
        provider = await TestProvider.StartAsync(clock);
        other = await TestProvider.StartAsync(clock, "other-desk");
        app = await IdentityApp.StartAsync(clock, TestProvider.Settings(provider, other));
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await other.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task Somebody_invited_makes_their_account_at_a_provider_and_signs_in_with_it()
    {
        var organisation = await app.AddOrganisationAsync("rcrc");

        var joined = await ProviderBrowser.JoinAsync(app, provider, Subject, "delegate", organisation);
        var browser = new ProviderBrowser(app);
        var again = browser.Inside(await browser.SignInAsync(provider, Subject));

        var (first, second) = ((await joined.GetAsync(Me)).Body, (await again.GetAsync(Me)).Body);
        Assert.Equal(organisation, first.GetProperty("organisation").GetProperty("id").GetString());
        Assert.Equal("Display delegate", first.GetProperty("person").GetProperty("displayName").GetString());
        Assert.Equal(first.GetRawText(), second.GetRawText());
    }

    [Fact]
    public async Task The_provider_is_asked_for_nothing_but_who_it_is_and_sends_back_to_one_address()
    {
        var address = new Uri(await new ProviderBrowser(app).BeginAsync("desk"));

        var asked = QueryHelpers.ParseQuery(address.Query);
        Assert.Equal($"{provider.Issuer}/authorize", address.GetLeftPart(UriPartial.Path));
        Assert.Equal(
            ("openid", "code", "query", "S256", "http://localhost/api/identity/providers/desk/callback"),
            (asked["scope"].ToString(), asked["response_type"].ToString(), asked["response_mode"].ToString(), asked["code_challenge_method"].ToString(), asked["redirect_uri"].ToString()));
        Assert.Equal(3, new[] { asked["state"], asked["nonce"], asked["code_challenge"] }.Distinct().Count(value => value.ToString().Length == 43));
    }

    [Fact]
    public async Task The_session_is_the_same_as_with_a_password()
    {
        var joined = await ProviderBrowser.JoinAsync(app, provider, Subject, "delegate");
        var (_, withPassword) = await app.BrowserAsync("admin");
        var browser = new ProviderBrowser(app);

        var answer = await browser.SignInAsync(provider, Subject);
        var inside = browser.Inside(answer);
        var left = await inside.DeleteAsync("/api/identity/sessions/current", ("X-ContactGroup", "1"));

        var withProvider = browser.LastSet.Single(cookie => cookie.StartsWith("cg_session=", StringComparison.Ordinal));
        Assert.Equal(withPassword.Split(';')[1..], withProvider.Split(';')[1..]);
        Assert.Equal(HttpStatusCode.NoContent, left.Status);
        Assert.Equal("CG-2001", (await new Caller(app, cookie: withProvider.Split(';')[0]).GetAsync(Me)).Code);
        Assert.Equal(HttpStatusCode.OK, (await joined.GetAsync(Me)).Status);
    }

    [Fact]
    public async Task The_cookie_of_a_sign_in_under_way_is_sealed_and_out_of_reach()
    {
        var browser = new ProviderBrowser(app);

        var asked = QueryHelpers.ParseQuery(new Uri(await browser.AcceptAsync("desk", await ProviderBrowser.InviteAsync(app), "delegate")).Query);

        var cookie = Assert.Single(browser.LastSet);
        Assert.All(
            ["httponly", "samesite=lax", "path=/api/identity/providers", "max-age=600"],
            part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.All([asked["state"].ToString(), asked["nonce"].ToString(), "delegate", "desk"], secret => Assert.DoesNotContain(secret, cookie, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_account_without_a_password_has_none_that_could_be_guessed()
    {
        await ProviderBrowser.JoinAsync(app, provider, Subject, "delegate");

        var guessed = await app.TrySignInAsync("delegate", "");
        var known = await app.TrySignInAsync("delegate");
        var unknown = await app.TrySignInAsync("nobody-at-all");

        Assert.Equal("CG-1002", guessed.Code);
        Assert.Equal("CG-2002", known.Code);
        Assert.Equal(unknown.Text, known.Text);
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("PS256")]
    [InlineData("ES256")]
    public async Task A_key_that_is_changed_needs_no_restart(string algorithm)
    {
        var browser = new ProviderBrowser(app);
        await ProviderBrowser.JoinAsync(app, provider, Subject, "delegate");
        clock.Advance(TimeSpan.FromSeconds(11));

        provider.Rotate(algorithm == "ES256" ? TestKey.Curve() : TestKey.Rsa(algorithm));

        browser.Inside(await browser.SignInAsync(provider, Subject));
        Assert.Equal(2, provider.KeysRead);
    }

    [Fact]
    public async Task A_key_that_was_withdrawn_counts_for_an_hour_at_most()
    {
        var browser = new ProviderBrowser(app);
        await ProviderBrowser.JoinAsync(app, provider, Subject, "delegate");
        var withdrawn = provider.Key;
        provider.Rotate();
        provider.Key = withdrawn;

        clock.Advance(TimeSpan.FromMinutes(59));
        browser.Inside(await browser.SignInAsync(provider, Subject));
        clock.Advance(TimeSpan.FromMinutes(1));
        var after = await browser.SignInAsync(provider, Subject);

        Assert.Equal(ProviderBrowser.Refused, after.Headers["Location"]);
    }

    [Fact]
    public async Task Unknown_keys_do_not_make_us_ask_again_and_again()
    {
        await ProviderBrowser.JoinAsync(app, provider, Subject, "delegate");
        clock.Advance(TimeSpan.FromSeconds(11));
        provider.Key = TestKey.Rsa();

        for (var time = 0; time < 10; time++)
        {
            await new ProviderBrowser(app).SignInAsync(provider, Subject);
        }

        Assert.Equal(2, provider.KeysRead);
    }

    [Fact]
    public async Task The_same_subject_of_two_issuers_is_two_people()
    {
        var here = await ProviderBrowser.JoinAsync(app, provider, Subject, "here");
        var stranger = await new ProviderBrowser(app).SignInAsync(other, Subject);

        var there = await ProviderBrowser.JoinAsync(app, other, Subject, "there");

        Assert.Equal(ProviderBrowser.Refused, stranger.Headers["Location"]);
        Assert.Equal(("here", "there"), (await AccountAsync(here), await AccountAsync(there)));
    }

    [Theory]
    [InlineData("248289761001", "248289761001 ")]
    [InlineData("AbCd", "abcd")]
    public async Task Subjects_that_look_alike_are_two_people(string subject, string alike)
    {
        await ProviderBrowser.JoinAsync(app, provider, subject, "delegate");

        var stranger = await new ProviderBrowser(app).SignInAsync(provider, alike);

        Assert.Equal(ProviderBrowser.Refused, stranger.Headers["Location"]);
    }

    [Fact]
    public async Task Nobody_gets_an_account_by_the_name_or_address_that_a_provider_gives_them()
    {
        await app.JoinAsync(await app.AddOrganisationAsync("ingo"), "somebody@elsewhere.example");

        var refused = await new ProviderBrowser(app).SignInAsync(provider, "somebody@elsewhere.example");

        Assert.Equal(ProviderBrowser.Refused, refused.Headers["Location"]);
    }

    [Fact]
    public async Task Who_is_suspended_is_refused_like_who_is_unknown()
    {
        var joined = await ProviderBrowser.JoinAsync(app, provider, Subject, "delegate");
        var id = (await joined.GetAsync(Me)).Body.GetProperty("person").GetProperty("id").GetString();
        await (await app.AdministratorAsync()).PostAsync($"/api/identity/people/{id}/suspend", new { });

        var ended = await joined.GetAsync(Me);
        var suspended = await new ProviderBrowser(app).SignInAsync(provider, Subject);
        var unknown = await new ProviderBrowser(app).SignInAsync(provider, "nobody we know");

        Assert.Equal("CG-2001", ended.Code);
        Assert.Equal(unknown.Headers, suspended.Headers);
        Assert.Equal(ProviderBrowser.Refused, suspended.Headers["Location"]);
    }

    [Fact]
    public async Task An_identity_that_has_an_account_takes_no_second_one_and_leaves_the_invitation_usable()
    {
        await ProviderBrowser.JoinAsync(app, provider, Subject, "delegate");
        var code = await ProviderBrowser.InviteAsync(app);
        var browser = new ProviderBrowser(app);

        var second = await browser.ReturnAsync(provider.Approve(await browser.AcceptAsync("desk", code, "again"), Subject));
        var colleague = await browser.ReturnAsync(provider.Approve(await browser.AcceptAsync("desk", code, "again"), "a colleague"));

        Assert.Equal(ProviderBrowser.Refused, second.Headers["Location"]);
        Assert.Equal("again", await AccountAsync(browser.Inside(colleague)));
    }

    [Fact]
    public async Task An_invitation_makes_one_account_however_many_went_to_the_provider_with_it()
    {
        var code = await ProviderBrowser.InviteAsync(app);
        var (first, second) = (new ProviderBrowser(app), new ProviderBrowser(app));
        var (one, two) = (await first.AcceptAsync("desk", code, "first"), await second.AcceptAsync("desk", code, "second"));

        first.Inside(await first.ReturnAsync(provider.Approve(one, "first")));
        var late = await second.ReturnAsync(provider.Approve(two, "second"));
        var lateAgain = await new ProviderBrowser(app).SignInAsync(provider, "second");

        Assert.All([late, lateAgain], answer => Assert.Equal(ProviderBrowser.Refused, answer.Headers["Location"]));
    }

    [Fact]
    public async Task Without_an_invitation_nobody_is_sent_anywhere_and_nobody_learns_of_accounts()
    {
        await app.AdministratorAsync();
        var browser = new ProviderBrowser(app);

        var taken = await browser.TryAcceptAsync("desk", "00000000000000000000000000", "admin");
        var free = await browser.TryAcceptAsync("desk", "00000000000000000000000000", "free");
        var invited = await browser.TryAcceptAsync("desk", await ProviderBrowser.InviteAsync(app), "ADMIN");

        Assert.Equal("CG-2006", taken.Code);
        Assert.Equal(free.Text, taken.Text);
        Assert.Equal("CG-2007", invited.Code);
        Assert.Null(browser.Pending);
    }

    [Fact]
    public async Task A_provider_that_is_down_is_said_to_be_and_keeps_nobody_from_signing_in_with_a_password()
    {
        await app.AdministratorAsync();
        provider.Fails = HttpStatusCode.ServiceUnavailable;

        var down = await new ProviderBrowser(app).TryBeginAsync("desk");
        var there = await new ProviderBrowser(app).TryBeginAsync("other-desk");
        var inside = await app.SignInAsync("admin");

        Assert.Equal((HttpStatusCode.FailedDependency, "CG-2009"), (down.Status, down.Code));
        Assert.Equal(HttpStatusCode.OK, there.Status);
        Assert.Equal(HttpStatusCode.OK, (await inside.GetAsync(Me)).Status);
    }

    [Fact]
    public async Task A_provider_that_goes_down_while_somebody_is_there_sends_them_back_to_the_page()
    {
        var browser = new ProviderBrowser(app);
        var callback = provider.Approve(await browser.BeginAsync("desk"), Subject);

        provider.Fails = HttpStatusCode.ServiceUnavailable;
        var refused = await browser.ReturnAsync(callback);

        Assert.Equal(ProviderBrowser.Refused, refused.Headers["Location"]);
    }

    [Fact]
    public async Task A_provider_that_never_answers_is_not_waited_for()
    {
        provider.Hangs = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var waiting = new ProviderBrowser(app).TryBeginAsync("desk");
        await provider.Hangs.Task.WaitAsync(TimeSpan.FromSeconds(20));
        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("CG-2009", (await waiting.WaitAsync(TimeSpan.FromSeconds(20))).Code);
    }

    [Fact]
    public async Task A_provider_that_is_down_for_some_hours_locks_nobody_out_whom_it_sends_back()
    {
        var browser = new ProviderBrowser(app);
        await browser.BeginAsync("desk");
        provider.Fails = HttpStatusCode.ServiceUnavailable;

        clock.Advance(TimeSpan.FromHours(11));
        var hours = await browser.TryBeginAsync("desk");
        clock.Advance(TimeSpan.FromHours(1));
        var longer = await browser.TryBeginAsync("desk");

        Assert.Equal(HttpStatusCode.OK, hours.Status);
        Assert.Equal("CG-2009", longer.Code);
    }

    [Fact]
    public async Task Everybody_may_know_what_the_buttons_say_and_nothing_else()
    {
        var listed = await app.Nobody.GetAsync("/api/identity/providers");

        Assert.Equal(
            """{"providers":[{"name":"desk","displayName":"The desk"},{"name":"other-desk","displayName":"The other-desk"}]}""", listed.Text);
    }

    [Fact]
    public async Task Without_a_provider_there_is_no_button_and_no_door()
    {
        await using var plain = await IdentityApp.StartAsync();
        var browser = new ProviderBrowser(plain);

        var listed = await plain.Nobody.GetAsync("/api/identity/providers");
        var began = await browser.TryBeginAsync("desk");
        var back = await browser.ReturnAsync("/api/identity/providers/desk/callback?code=a&state=b");

        Assert.Equal("""{"providers":[]}""", listed.Text);
        Assert.Equal("CG-2004", began.Code);
        Assert.Equal(ProviderBrowser.Refused, back.Headers["Location"]);
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_begin_a_sign_in()
    {
        var answer = await app.Nobody.SendAsync(
            HttpMethod.Post, "/api/identity/providers/desk/sign-ins", new StringContent("{}", Encoding.UTF8, "text/plain"));

        Assert.Equal("CG-1004", answer.Code);
    }

    [Fact]
    public async Task An_administrator_sees_through_which_provider_somebody_signs_in_and_nothing_of_who_they_are_there()
    {
        var organisation = await app.AddOrganisationAsync("coordination");
        var coordinator = await ProviderBrowser.JoinAsync(app, provider, Subject, "coordinator", organisation);
        await app.JoinAsync(organisation, "with-password");
        var path = $"/api/identity/organisations/{organisation}/people";

        var toAdministrator = await (await app.AdministratorAsync()).GetAsync(path);
        var toCoordinator = await coordinator.GetAsync(path);

        var providers = toAdministrator.Body.GetProperty("people").EnumerateArray()
            .Select(person => person.TryGetProperty("provider", out var name) ? name.GetString() : null);
        Assert.Equal(["desk", null], providers);
        Assert.DoesNotContain(Subject, toAdministrator.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("desk", toCoordinator.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_who_somebody_is_at_the_provider_is_kept_or_logged()
    {
        var browser = new ProviderBrowser(app);
        var address = await browser.AcceptAsync("desk", await ProviderBrowser.InviteAsync(app), "delegate");
        var callback = provider.Approve(address, Subject);
        await browser.ReturnAsync(callback);
        await new ProviderBrowser(app).SignInAsync(provider, "nobody we know");

        var kept = string.Concat(Directory.GetFiles(app.DataFolder, "identity.db*").Select(ReadShared)) + app.Log.All;

        var asked = QueryHelpers.ParseQuery(callback.Query);
        Assert.All(
            [Subject, "nobody we know", "elsewhere.example", "Somebody Elsewhere", TestProvider.ClientSecret, asked["code"].ToString(), asked["state"].ToString()],
            secret => Assert.DoesNotContain(secret, kept, StringComparison.Ordinal));
    }

    private static async Task<string?> AccountAsync(Caller caller) =>
        (await caller.GetAsync(Me)).Body.GetProperty("person").GetProperty("account").GetString();

    private static string ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file, Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
