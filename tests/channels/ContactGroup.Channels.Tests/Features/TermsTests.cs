using System.Net;
using ContactGroup.Channels.Tests.Fixtures;

namespace ContactGroup.Channels.Tests.Features;

public sealed class TermsTests : TheatreTests
{
    [Fact]
    public async Task A_member_who_has_not_accepted_the_terms_may_not_post()
    {
        await Theatre.AddAsync(Theatre.Outsider);

        (await Theatre.TryPostAsync(Theatre.Outsider, Theatre.Plenary)).Is(HttpStatusCode.Forbidden).Refuses("CG-3001");

        await Theatre.AcceptAsync(Theatre.Outsider, 1);
        (await Theatre.TryPostAsync(Theatre.Outsider, Theatre.Plenary)).Is(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task New_terms_must_be_accepted_again_by_all_but_their_author()
    {
        Assert.Equal(2, (int?)(await WriteAsync(Theatre.Coordinator)).Is(HttpStatusCode.OK).Json["version"]);

        (await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary)).Refuses("CG-3001");
        (await Theatre.TryPostAsync(Theatre.Coordinator, Theatre.Plenary)).Is(HttpStatusCode.Accepted);

        await Theatre.AcceptAsync(Theatre.Ingo, 2);
        (await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary)).Is(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task The_directory_forgets_an_acceptance_when_the_terms_change()
    {
        Assert.True((await App.Directory.FindAsync(Theatre.Ingo.Asks, Theatre.Plenary, default))!.TermsAccepted);

        await WriteAsync(Theatre.Coordinator);

        Assert.False((await App.Directory.FindAsync(Theatre.Ingo.Asks, Theatre.Plenary, default))!.TermsAccepted);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-1)]
    public async Task Only_the_present_version_can_be_accepted(int version)
    {
        var before = await App.RowsAsync();

        var answer = await Theatre.As(Theatre.Ingo).PostAsync($"groups/{Theatre.Group}/terms/acceptance", new { version });

        answer.Is(HttpStatusCode.BadRequest).Refuses("CG-1002", "version");
        Assert.Equal(before, await App.RowsAsync());
    }

    [Fact]
    public async Task A_member_who_is_no_coordinator_may_not_write_terms_and_an_outsider_finds_no_group()
    {
        (await WriteAsync(Theatre.Ingo)).Is(HttpStatusCode.Forbidden).Refuses("CG-2003");
        (await WriteAsync(Theatre.Outsider)).Is(HttpStatusCode.NotFound).Refuses("CG-2004");
        (await WriteAsync(Person.Coordinator("Of another convenor"))).Is(HttpStatusCode.NotFound).Refuses("CG-2004");
    }

    [Fact]
    public async Task Acceptance_ends_with_the_membership()
    {
        await Theatre.RemoveAsync(Theatre.Ingo);
        await Theatre.AddAsync(Theatre.Ingo);

        (await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary)).Refuses("CG-3001");
    }

    private Task<Answer> WriteAsync(Person person) =>
        Theatre.As(person).PostAsync($"groups/{Theatre.Group}/terms", new { purpose = "New purpose", assumptions = "New assumptions" });
}
