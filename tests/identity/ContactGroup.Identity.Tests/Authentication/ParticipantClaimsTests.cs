using System.Security.Claims;
using ContactGroup.Classification;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Identity.Tests.Authentication;

public sealed class ParticipantClaimsTests
{
    private static readonly DateTimeOffset Since = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public static TheoryData<Participant> Sound =>
    [
        new("p", "Ada", null, null, Constituency.Unknown, null, "s", IsAdministrator: true),
        new("p", "Leo", "o", "Northern Force", Constituency.Military, "northern-force", "s", IsAdministrator: false),
        .. Enum.GetValues<Constituency>().Except([Constituency.Unknown, Constituency.Military])
            .Select(constituency => new Participant("p", "Wanda", "o", "Aid Now", constituency, null, "s", IsAdministrator: false)),
    ];

    public static TheoryData<Participant> Contradictory =>
    [
        new("p", "Ada", "o", "Aid Now", Constituency.Ingo, null, "s", IsAdministrator: true),
        new("p", "Ada", null, null, Constituency.Coordination, null, "s", IsAdministrator: true),
        new("p", "Ada", null, null, Constituency.Unknown, "northern-force", "s", IsAdministrator: true),
        new("p", "Leo", "o", "Force", Constituency.Military, null, "s", IsAdministrator: false),
        new("p", "Cim", "o", "Desk", Constituency.Coordination, "northern-force", "s", IsAdministrator: false),
        new("p", "Nob", "o", "Nowhere", Constituency.Unknown, null, "s", IsAdministrator: false),
        new("p", "Nob", "o", "Nowhere", (Constituency)200, null, "s", IsAdministrator: false),
        new("p", "Nob", null, null, Constituency.Ingo, null, "s", IsAdministrator: false),
    ];

    [Theory]
    [MemberData(nameof(Sound))]
    public void A_ticket_says_what_was_put_in(Participant participant) =>
        Assert.Equal(new ReadTicket(participant, Since), ParticipantClaims.Read(ParticipantClaims.Write(participant, Since)));

    [Theory]
    [MemberData(nameof(Contradictory))]
    public void No_ticket_is_written_for_someone_who_stands_nowhere_or_in_two_places(Participant participant) =>
        Assert.Throws<ArgumentException>(() => ParticipantClaims.Write(participant, Since));

    [Theory]
    [InlineData(ClaimNames.Person)]
    [InlineData(ClaimNames.Session)]
    [InlineData(ClaimNames.Since)]
    [InlineData(ClaimNames.Organisation)]
    [InlineData(ClaimNames.Constituency)]
    public void A_ticket_without_a_claim_is_nobody(string missing)
    {
        var identity = (ClaimsIdentity)ParticipantClaims.Write(Worker(), Since).Identity!;
        identity.RemoveClaim(identity.FindFirst(missing));

        Assert.Null(ParticipantClaims.Read(new ClaimsPrincipal(identity)));
    }

    [Fact]
    public void A_ticket_made_by_another_scheme_is_nobody()
    {
        var claims = ParticipantClaims.Write(Worker(), Since).Claims;

        Assert.Null(ParticipantClaims.Read(new ClaimsPrincipal(new ClaimsIdentity(claims, "other"))));
        Assert.Null(ParticipantClaims.Read(new ClaimsPrincipal(new ClaimsIdentity(claims))));
    }

    [Theory]
    [MemberData(nameof(Sound))]
    public void Only_coordination_coordinates(Participant participant) =>
        Assert.Equal(participant.Constituency is Constituency.Coordination, participant.IsCoordinator);

    private static Participant Worker() => new("p", "Wanda", "o", "Aid Now", Constituency.Ingo, null, "s", IsAdministrator: false);
}
