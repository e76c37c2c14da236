using ContactGroup.Contracts.Identity;
using ContactGroup.Identity.Domain;

namespace ContactGroup.Identity.Features;

/// <summary>An organisation as answers show it.</summary>
internal sealed record OrganisationAnswer(string Id, string Name, string Abbreviation, string Constituency, string? Force)
{
    public static OrganisationAnswer Of(Organisation organisation) => new(
        organisation.Id, organisation.Name, organisation.Abbreviation, ConstituencyCode.Of(organisation.Constituency)!, organisation.Force);
}
