using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Identity;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Channels.Tests.Fixtures;

/// <summary>Somebody who takes part, as identity knows them.</summary>
internal sealed record Person(string Id, string Name, string Organisation, string OrganisationName, Constituency Constituency, string? Force)
{
    public static Person Of(Constituency constituency, string name, string? force = null, string? organisation = null) =>
        new(Ids.New(), name, Ids.New(), organisation ?? name + "'s organisation", constituency, force);

    public static Person Coordinator(string name = "Coordinator") => Of(Constituency.Coordination, name, organisation: "OCHA");

    public static Person Ingo(string name = "Ingo") => Of(Constituency.Ingo, name);

    public static Person Nngo(string name = "Nngo") => Of(Constituency.Nngo, name);

    public static Person Donor(string name = "Donor") => Of(Constituency.Donor, name);

    public static Person Police(string name = "Police") => Of(Constituency.Police, name);

    public static Person North(string name = "North") => Of(Constituency.Military, name, "northern-force");

    public static Person South(string name = "South") => Of(Constituency.Military, name, "southern-force");

    public WhoAsks Asks => new(Id, Organisation, Constituency, Force);

    public Participant ToParticipant() => new(Id, Name, Organisation, OrganisationName, Constituency, Force, "session-" + Id, IsAdministrator: false);

    public MemberSeed ToSeed(bool acceptsTerms = true) => new(Id, Name, Organisation, OrganisationName, Constituency, Force, acceptsTerms);

    public PersonChanged ToFact(long version = 1, bool suspended = false) =>
        new(Id, Name, Organisation, suspended, IsAdministrator: false, version, DateTimeOffset.UnixEpoch);

    public OrganisationChanged ToOrganisationFact(long version = 1) =>
        new(Organisation, OrganisationName, "ORG", Constituency, Force, version, DateTimeOffset.UnixEpoch);
}
