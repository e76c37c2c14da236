using ContactGroup.Classification;
using ContactGroup.Contracts.Identity;

namespace ContactGroup.Identity.Domain;

/// <summary>An organisation and what it is in the theatre.</summary>
internal sealed record Organisation(string Id, string Name, string Abbreviation, Constituency Constituency, string? Force, long Version)
{
    /// <summary>The name as compared: two organisations must not differ by case only.</summary>
    public string NameKey => Name.ToUpperInvariant();

    public OrganisationChanged ToFact(DateTimeOffset at) => new(Id, Name, Abbreviation, Constituency, Force, Version, at);
}
