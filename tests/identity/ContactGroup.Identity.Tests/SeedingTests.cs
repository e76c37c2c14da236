using System.Net;
using ContactGroup.Classification;
using ContactGroup.Contracts.Identity;

namespace ContactGroup.Identity.Tests;

public sealed class SeedingTests
{
    private static readonly AccountSeed Seed = new(
        [
            new("Aid Now", "AN", Constituency.Ingo, null, [new("worker", "Wanda Worker", IdentityApp.Password)]),
            new("Northern Force", "NF", Constituency.Military, "northern-force", [new("liaison", "Leo Liaison", IdentityApp.Password)]),
        ],
        [new("admin", "Ada Admin", IdentityApp.Password)]);

    [Fact]
    public async Task A_seed_lays_out_accounts_that_can_sign_in()
    {
        await using var app = await IdentityApp.StartAsync();

        var people = await app.SeedAsync(Seed);

        Assert.Equal("worker liaison admin", string.Join(' ', people.Select(person => person.Account)));
        Assert.Equal((Constituency.Military, "northern-force", "Northern Force"), (people[1].Constituency, people[1].Force, people[1].OrganisationName));
        Assert.Equal((Constituency.Unknown, null), (people[2].Constituency, people[2].Organisation));
        Assert.Equal(HttpStatusCode.OK, (await app.TrySignInAsync("liaison")).Status);
    }

    [Fact]
    public async Task Seeding_again_changes_nothing()
    {
        await using var app = await IdentityApp.StartAsync();
        var first = await app.SeedAsync(Seed);
        await app.RestartAsync();

        var again = await app.SeedAsync(Seed);

        Assert.Equal(first, again);
        Assert.Equal("", app.Console);
    }

    [Fact]
    public async Task A_seed_that_breaks_a_rule_is_refused_by_name()
    {
        await using var app = await IdentityApp.StartAsync();
        var forceless = Seed with { Organisations = [new("Southern Force", "SF", Constituency.Military, null, [])] };

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => app.SeedAsync(forceless));

        Assert.Contains("Southern Force", refused.Message, StringComparison.Ordinal);
    }
}
