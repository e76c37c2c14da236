using System.Net;
using System.Text;

namespace ContactGroup.Identity.Tests.Features;

public sealed class SignInTests
{
    [Fact]
    public async Task A_person_learns_who_they_are_and_where_they_stand()
    {
        await using var app = await IdentityApp.StartAsync(("Identity:Exercise", "true"));
        var liaison = await app.PersonAsync("military", "liaison", "northern-force");

        var me = (await liaison.GetAsync("/api/identity/me")).Body;

        Assert.Equal("liaison", me.GetProperty("person").GetProperty("account").GetString());
        Assert.Equal("Display liaison", me.GetProperty("person").GetProperty("displayName").GetString());
        Assert.Equal("northern-force", me.GetProperty("organisation").GetProperty("force").GetString());
        Assert.Equal("security", me.GetProperty("side").GetString());
        Assert.Equal("military:northern-force", me.GetProperty("audience").GetString());
        Assert.False(me.GetProperty("isCoordinator").GetBoolean());
        Assert.True(me.GetProperty("exercise").GetBoolean());
    }

    [Fact]
    public async Task Coordination_follows_from_the_organisation_alone()
    {
        await using var app = await IdentityApp.StartAsync();
        var coordinator = await app.PersonAsync("coordination", "cimic");

        var me = (await coordinator.GetAsync("/api/identity/me")).Body;

        Assert.True(me.GetProperty("isCoordinator").GetBoolean());
        Assert.Equal("humanitarian", me.GetProperty("side").GetString());
    }

    [Fact]
    public async Task Case_and_surrounding_spaces_of_the_account_do_not_matter()
    {
        await using var app = await IdentityApp.StartAsync();
        await app.AdministratorAsync();

        var answer = await app.TrySignInAsync(" Admin ");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task Unknown_wrong_locked_and_suspended_get_the_same_answer()
    {
        await using var app = await IdentityApp.StartAsync();
        var administrator = await app.AdministratorAsync();
        var suspended = await app.PersonAsync("ingo", "suspended");
        await app.PersonAsync("ingo", "locked");
        await administrator.PostAsync($"/api/identity/people/{suspended.PersonId}/suspend", new { });
        await FailAsync(app, "locked", times: 5);

        app.Hashing.Reset();

        Answer[] answers =
        [
            await app.TrySignInAsync("admin", "not the password at all"),
            await app.TrySignInAsync("nobody-here"),
            await app.TrySignInAsync("suspended"),
            await app.TrySignInAsync("locked"),
            await app.TrySignInAsync("not an account!"),
        ];

        Assert.All(answers, answer =>
        {
            Assert.Equal((HttpStatusCode.Unauthorized, "CG-2002"), (answer.Status, answer.Code));
            Assert.Equal(answers[0].Text, answer.Text);
            Assert.Equal(answers[0].Headers, answer.Headers);
        });
        Assert.Equal(answers.Length, app.Hashing.Verified);
    }

    [Fact]
    public async Task Five_failures_lock_the_account_for_fifteen_minutes_even_for_the_right_password()
    {
        await using var app = await IdentityApp.StartAsync();
        await app.AdministratorAsync();
        await FailAsync(app, "admin", times: 5);

        var atOnce = await app.TrySignInAsync("admin");
        app.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        var justBefore = await app.TrySignInAsync("admin");
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = await app.TrySignInAsync("admin");

        Assert.Equal("CG-2002", atOnce.Code);
        Assert.Equal("CG-2002", justBefore.Code);
        Assert.Equal(HttpStatusCode.OK, after.Status);
    }

    [Fact]
    public async Task The_fifth_try_may_still_be_right_and_forgets_the_others()
    {
        await using var app = await IdentityApp.StartAsync();
        await app.AdministratorAsync();

        await FailAsync(app, "admin", times: 4);
        var fifth = await app.TrySignInAsync("admin");
        await FailAsync(app, "admin", times: 4);
        var tenth = await app.TrySignInAsync("admin");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (fifth.Status, tenth.Status));
    }

    [Fact]
    public async Task Guesses_sent_at_once_count_each()
    {
        await using var app = await IdentityApp.StartAsync();
        await app.AdministratorAsync();

        var guesses = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(number => app.TrySignInAsync("admin", number == 19 ? IdentityApp.Password : $"guess number {number}")).ToArray());
        var afterwards = await app.TrySignInAsync("admin");

        // Whichever five came first were looked at; if the right one was among them, it came first and there was no lock.
        Assert.True(guesses[19].Status == HttpStatusCode.OK || afterwards.Code == "CG-2002");
    }

    [Fact]
    public async Task A_password_hashed_with_less_work_is_hashed_anew_and_still_signs_in()
    {
        await using var app = await IdentityApp.StartAsync();
        await app.AdministratorAsync();
        app.Hashing.RaiseWorkFactor();

        var first = await app.SignInAsync("admin");
        var second = await app.SignInAsync("admin");

        Assert.Equal(HttpStatusCode.OK, (await first.GetAsync("/api/identity/me")).Status);
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync("/api/identity/me")).Status);
    }

    [Fact]
    public async Task A_lock_survives_a_restart()
    {
        await using var app = await IdentityApp.StartAsync();
        await app.AdministratorAsync();
        await FailAsync(app, "admin", times: 5);
        await app.RestartAsync();

        var answer = await app.TrySignInAsync("admin");

        Assert.Equal("CG-2002", answer.Code);
    }

    [Theory]
    [InlineData("Identity:SignIn:PerAddressPerMinute", "7")]
    [InlineData("Identity:SignIn:PerAccountPerMinute", "7")]
    public async Task Too_many_attempts_in_a_minute_have_to_wait_for_the_next(string bound, string value)
    {
        await using var app = await IdentityApp.StartAsync((bound, value));
        await FailAsync(app, "nobody-here", times: 7);

        var eighth = await app.TrySignInAsync("nobody-here");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var later = await app.TrySignInAsync("nobody-here");

        Assert.Equal((HttpStatusCode.TooManyRequests, "CG-1007"), (eighth.Status, eighth.Code));
        Assert.Equal("60", eighth.Headers["Retry-After"]);
        Assert.Equal("CG-2002", later.Code);
    }

    [Theory]
    [InlineData("""{"account":"a","password":"b","role":"administrator"}""", "CG-1001")]
    [InlineData("""{"account":"a","password":"b","account":"c"}""", "CG-1001")]
    [InlineData("""{"account":"a","password":""", "CG-1001")]
    [InlineData("""{"account":"a"}""", "CG-1002")]
    [InlineData("""{"account":null,"password":"b"}""", "CG-1002")]
    [InlineData("""{"account":"","password":"b"}""", "CG-1002")]
    [InlineData("""{"account":["a"],"password":"b"}""", "CG-1002")]
    public async Task What_cannot_be_read_is_refused_with_its_code(string body, string code)
    {
        await using var app = await IdentityApp.StartAsync();

        var answer = await app.Nobody.SendAsync(
            HttpMethod.Post, "/api/identity/sessions", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_form_of_another_site_cannot_sign_in()
    {
        await using var app = await IdentityApp.StartAsync();

        var answer = await app.Nobody.SendAsync(
            HttpMethod.Post, "/api/identity/sessions", new StringContent("""{"account":"a","password":"b","cookie":true}""", Encoding.UTF8, "text/plain"));

        Assert.Equal("CG-1004", answer.Code);
    }

    [Fact]
    public async Task No_secret_is_kept_or_logged_in_clear()
    {
        await using var app = await IdentityApp.StartAsync();
        var code = app.SetUpCode;
        var administrator = await app.AdministratorAsync();
        var invited = await administrator.PostAsync("/api/identity/invitations", new { organisation = await app.AddOrganisationAsync("ingo") });
        await app.TrySignInAsync("admin", "a password typed wrongly");

        var kept = string.Concat(Directory.GetFiles(app.DataFolder, "identity.db*").Select(ReadShared)) + app.Log.All;

        Assert.All(
            [code, IdentityApp.Password, administrator.AccessToken!, administrator.RefreshToken!, invited["code"]!, "a password typed wrongly"],
            secret => Assert.DoesNotContain(secret, kept, StringComparison.Ordinal));
    }

    private static string ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private static async Task FailAsync(IdentityApp app, string account, int times)
    {
        for (var time = 0; time < times; time++)
        {
            Assert.Equal("CG-2002", (await app.TrySignInAsync(account, "not the password at all")).Code);
        }
    }
}
