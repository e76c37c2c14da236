using System.Net;
using System.Text.Json;
using ContactGroup.Classification;
using ContactGroup.Contracts.Identity;

namespace ContactGroup.Identity.Tests.Features;

public sealed class OrganisationTests
{
    private const string Path = "/api/identity/organisations";

    [Fact]
    public async Task Other_services_learn_of_a_new_organisation()
    {
        await using var app = await IdentityApp.StartAsync();

        var id = await app.AddOrganisationAsync("military", "northern-force", "Northern Force Liaison");

        var fact = await app.Facts.NextAsync<OrganisationChanged>(one => one.Organisation == id);
        Assert.Equal(
            ("Northern Force Liaison", "Northern Force Liais", Constituency.Military, "northern-force", 1L),
            (fact.Name, fact.Abbreviation, fact.Constituency, fact.Force, fact.Version));
    }

    [Theory]
    [InlineData("""{"name":"A","constituency":"military"}""", "force")]
    [InlineData("""{"name":"A","constituency":"military","force":"Northern Force"}""", "force")]
    [InlineData("""{"name":"A","constituency":"military","force":"-"}""", "force")]
    [InlineData("""{"name":"A","constituency":"ingo","force":"northern-force"}""", "force")]
    [InlineData("""{"name":"A","constituency":"coordination","force":"northern-force"}""", "force")]
    [InlineData("""{"name":"A","constituency":"unknown"}""", "constituency")]
    [InlineData("""{"name":"A","constituency":"Ingo"}""", "constituency")]
    [InlineData("""{"name":" ","constituency":"ingo"}""", "name")]
    [InlineData("""{"name":"two\nlines","constituency":"ingo"}""", "name")]
    public async Task An_organisation_that_stands_nowhere_or_in_two_places_is_refused(string body, string field)
    {
        await using var app = await IdentityApp.StartAsync();

        var answer = await (await app.AdministratorAsync()).PostAsync(Path, JsonDocument.Parse(body).RootElement);

        Assert.Equal("CG-1002", answer.Code);
        Assert.NotEmpty(answer.Remedy(field));
    }

    [Fact]
    public async Task Two_organisations_do_not_share_a_name()
    {
        await using var app = await IdentityApp.StartAsync();
        await app.AddOrganisationAsync("ingo", name: "Aid Now");

        var same = await (await app.AdministratorAsync()).PostAsync(Path, new { name = "AID now", constituency = "nngo" });

        Assert.Contains("exists already", same.Remedy("name"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_key_adds_once()
    {
        await using var app = await IdentityApp.StartAsync();
        var administrator = await app.AdministratorAsync();

        var first = await administrator.PostAsync(Path, new { name = "Aid Now", constituency = "ingo" }, "key-00000001");
        var again = await administrator.PostAsync(Path, new { name = "Aid Now", constituency = "ingo" }, "key-00000001");
        var other = await administrator.PostAsync(Path, new { name = "Aid Later", constituency = "ingo" }, "key-00000001");

        Assert.Equal(first.Text, again.Text);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "CG-1006"), (other.Status, other.Code));
    }

    [Fact]
    public async Task A_command_without_key_or_with_an_unknown_field_is_refused()
    {
        await using var app = await IdentityApp.StartAsync();
        var administrator = await app.AdministratorAsync();

        var keyless = await administrator.SendAsync(HttpMethod.Post, Path, JsonContent.Create(new { name = "A", constituency = "ingo" }));
        var unknown = await administrator.PostAsync(Path, new { name = "A", constituency = "ingo", role = "coordinator" });

        Assert.Equal("CG-1005", keyless.Code);
        Assert.Equal("CG-1001", unknown.Code);
    }

    [Fact]
    public async Task A_change_of_where_it_stands_ends_every_session_of_its_people_before_the_answer()
    {
        await using var app = await IdentityApp.StartAsync();
        var organisation = await app.AddOrganisationAsync("military", "northern-force", "Liaison");
        await app.JoinAsync(organisation, "liaison");
        var liaison = await app.SignInAsync("liaison");
        var bystander = await app.PersonAsync("ingo", "bystander");
        var administrator = await app.AdministratorAsync();

        var changed = await administrator.PutAsync($"{Path}/{organisation}", new { name = "Liaison", constituency = "military", force = "southern-force" });

        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Equal("CG-2001", (await liaison.GetAsync("/api/identity/me")).Code);
        Assert.Equal("CG-2001", (await app.RefreshAsync(liaison.RefreshToken!)).Code);
        Assert.Equal(HttpStatusCode.OK, (await bystander.GetAsync("/api/identity/me")).Status);
        Assert.Equal("military:southern-force", (await (await app.SignInAsync("liaison")).GetAsync("/api/identity/me"))["audience"]);
        await app.Facts.NextAsync<OrganisationChanged>(fact => fact is { Force: "southern-force", Version: 2 });
    }

    [Fact]
    public async Task A_change_of_where_it_stands_is_not_acknowledged_while_a_right_goes_on_and_a_repeat_ends_it()
    {
        await using var app = await IdentityApp.StartAsync();
        var organisation = await app.AddOrganisationAsync("military", "northern-force", "Liaison");
        var administrator = await app.AdministratorAsync();
        var wanted = new { name = "Liaison", constituency = "military", force = "southern-force" };
        app.Gate.Fails = true;
        var failed = await administrator.PutAsync($"{Path}/{organisation}", wanted);
        app.Gate.Fails = false;

        var again = await administrator.PutAsync($"{Path}/{organisation}", wanted);

        Assert.Equal("CG-1008", failed.Code);
        Assert.Equal(HttpStatusCode.OK, again.Status);
        var told = Assert.Single(app.Gate.Organisations);
        Assert.Equal(("southern-force", 2L), (told.Force, told.Version));
    }

    [Fact]
    public async Task A_change_of_name_ends_no_session()
    {
        await using var app = await IdentityApp.StartAsync();
        var organisation = await app.AddOrganisationAsync("ingo", name: "Aid Now");
        await app.JoinAsync(organisation, "worker");
        var worker = await app.SignInAsync("worker");

        await (await app.AdministratorAsync()).PutAsync($"{Path}/{organisation}", new { name = "Aid Always", constituency = "ingo" });

        var me = (await worker.GetAsync("/api/identity/me")).Body;
        Assert.Equal("Aid Always", me.GetProperty("organisation").GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("military", "northern-force")]
    [InlineData("police", null)]
    [InlineData("donor", null)]
    [InlineData("ingo", null)]
    public async Task No_organisation_turns_into_coordination(string constituency, string? force)
    {
        await using var app = await IdentityApp.StartAsync();
        var organisation = await app.AddOrganisationAsync(constituency, force);

        var answer = await (await app.AdministratorAsync()).PutAsync($"{Path}/{organisation}", new { name = "Renamed", constituency = "coordination" });

        Assert.Equal("CG-1002", answer.Code);
        Assert.NotEmpty(answer.Remedy("constituency"));
    }

    [Fact]
    public async Task Coordinators_see_organisations_and_people_without_account_names_and_others_see_none()
    {
        await using var app = await IdentityApp.StartAsync();
        var organisation = await app.AddOrganisationAsync("ingo", name: "Aid Now");
        await app.JoinAsync(organisation, "worker");
        var coordinator = await app.PersonAsync("coordination", "cimic");
        var worker = await app.SignInAsync("worker");
        var administrator = await app.AdministratorAsync();

        var listed = await coordinator.GetAsync(Path);
        var seen = (await coordinator.GetAsync($"{Path}/{organisation}/people")).Body.GetProperty("people")[0];
        var managed = (await administrator.GetAsync($"{Path}/{organisation}/people")).Body.GetProperty("people")[0];

        Assert.Contains("Aid Now", listed.Text, StringComparison.Ordinal);
        Assert.Equal("Display worker", seen.GetProperty("displayName").GetString());
        Assert.False(seen.TryGetProperty("account", out _));
        Assert.Equal("worker", managed.GetProperty("account").GetString());
        Assert.Equal("CG-2003", (await worker.GetAsync(Path)).Code);
        Assert.Equal("CG-2003", (await worker.GetAsync($"{Path}/{organisation}/people")).Code);
        Assert.Equal("CG-2003", (await coordinator.PostAsync(Path, new { name = "B", constituency = "ingo" })).Code);
        Assert.Equal("CG-2004", (await coordinator.GetAsync($"{Path}/00000000000000000000000000/people")).Code);
    }
}
