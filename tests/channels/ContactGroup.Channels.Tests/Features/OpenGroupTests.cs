using System.Net;
using ContactGroup.Channels.Tests.Fixtures;
using ContactGroup.Contracts.Channels;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Channels.Tests.Features;

public sealed class OpenGroupTests : TheatreTests
{
    private static readonly object Opening = new { name = "South", purpose = "p", assumptions = "a", posture = "distance", exercise = true };

    [Fact]
    public async Task The_coordinator_who_opens_a_group_is_its_first_member_and_has_read_its_terms()
    {
        var id = (await Theatre.As(Theatre.Coordinator).PostAsync("groups", Opening)).Is(HttpStatusCode.Created).Id;

        var joined = (await App.PublishedAsync<MembershipChanged>())[^1];
        Assert.Equal(id, joined.Partition);
        Assert.Equal(Theatre.Coordinator.Id, joined.Fact.Person);
        Assert.True(joined.Fact.Member);
        var group = (await Theatre.As(Theatre.Coordinator).GetAsync("groups")).Json["groups"]!.AsArray().Single(one => (string?)one!["id"] == id)!;
        Assert.True((bool?)group["termsAccepted"]);
        Assert.True((bool?)group["exercise"]);
        Assert.Equal("OCHA", (string?)group["convenor"]!["name"]);
    }

    [Fact]
    public async Task Nobody_but_a_coordinator_opens_a_group()
    {
        var administrator = new Participant("admin", "Administrator", null, null, Classification.Constituency.Unknown, null, "s", IsAdministrator: true);
        var before = await App.RowsAsync();

        foreach (var person in Theatre.Members.Where(member => member != Theatre.Coordinator))
        {
            (await Theatre.As(person).PostAsync("groups", Opening)).Is(HttpStatusCode.Forbidden).Refuses("CG-2003");
        }

        (await App.As(administrator).PostAsync("groups", Opening)).Is(HttpStatusCode.Forbidden).Refuses("CG-2003");
        Assert.Equal(before, await App.RowsAsync());
    }

    [Theory]
    [InlineData("name", "", "p", "a", "distance")]
    [InlineData("name", "two\nlines", "p", "a", "distance")]
    [InlineData("purpose", "n", "  ", "a", "distance")]
    [InlineData("assumptions", "n", "p", "", "distance")]
    [InlineData("posture", "n", "p", "a", "Distance")]
    [InlineData("posture", "n", "p", "a", "unknown")]
    [InlineData("posture", "n", "p", "a", "war")]
    public async Task A_bad_field_is_named_and_nothing_is_stored(string field, string name, string purpose, string assumptions, string posture)
    {
        var before = await App.RowsAsync();

        var answer = await Theatre.As(Theatre.Coordinator).PostAsync("groups", new { name, purpose, assumptions, posture });

        answer.Is(HttpStatusCode.BadRequest).Refuses("CG-1002", field);
        Assert.Equal(before, await App.RowsAsync());
    }

    [Fact]
    public async Task Who_is_not_signed_in_gets_nothing() =>
        (await App.AsNobody().PostAsync("groups", Opening)).Is(HttpStatusCode.Unauthorized).Refuses("CG-2001");
}
