using ContactGroup.Classification;
using ContactGroup.Contracts.Identity;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Channels.Domain;

/// <summary>A member as stored.</summary>
internal sealed record Member(
    string Person, string Name, string Organisation, string OrganisationName, string Constituency, string? Force)
{
    /// <summary>Whoever calls, who has an organisation: only an administrator has none, and is nobody's member.</summary>
    public static Member Of(Participant who) => new(
        who.PersonId, who.DisplayName, who.OrganisationId!, who.OrganisationName!, ConstituencyCode.Of(who.Constituency)!, who.Force);
}

/// <summary>A member as another member may know them. A force stands there by its name alone, once, however many its people are.</summary>
internal sealed record ListedMember(string? Person, string DisplayName, string Organisation, string Constituency, string? Force);

/// <summary>Who may know of whom in a contact group.</summary>
internal static class MemberDirectory
{
    /// <summary>The list for one reader, in an order that does not tell who joined when.</summary>
    public static IReadOnlyList<ListedMember> For(WhoReads reader, IEnumerable<Member> members) =>
        [.. members
            .Select(member => Show(reader, member))
            .OfType<ListedMember>()
            .Distinct()
            .OrderBy(member => member.Organisation, StringComparer.Ordinal)
            .ThenBy(member => member.DisplayName, StringComparer.Ordinal)
            .ThenBy(member => member.Person, StringComparer.Ordinal)];

    private static ListedMember? Show(WhoReads reader, Member member)
    {
        var constituency = ConstituencyCode.Read(member.Constituency);
        return SeesPerson(reader, constituency, member.Force) ? new ListedMember(
                member.Person, member.Name, member.OrganisationName, member.Constituency, member.Force)
            : SeesForce(reader, constituency) ? new ListedMember(null, member.Force!, member.Force!, member.Constituency, member.Force)
            : null;
    }

    private static bool SeesPerson(WhoReads reader, Constituency member, string? force) => reader.Constituency switch
    {
        Constituency.Unknown => false,
        _ when member is Constituency.Coordination => true,
        Constituency.Coordination => true, // adds and removes members, so knows them all
        Constituency.Military => member is Constituency.Military && force == reader.Force,
        var own => IsHumanitarian(own) ? IsHumanitarian(member) : member == own,
    };

    private static bool SeesForce(WhoReads reader, Constituency member) => IsHumanitarian(reader.Constituency) && member is Constituency.Military;

    private static bool IsHumanitarian(Constituency constituency) => ConstituencyCode.SideOf(constituency) == Admission.Humanitarian;
}

/// <summary>Who reads a member list.</summary>
/// <param name="Constituency">The reader's constituency.</param>
/// <param name="Force">The reader's force.</param>
internal sealed record WhoReads(Constituency Constituency, string? Force);
