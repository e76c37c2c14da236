using System.Globalization;
using System.Text.RegularExpressions;
using ContactGroup.Contracts.Identity;
using ContactGroup.Hosting.Web;
using ContactGroup.Identity.Domain;

namespace ContactGroup.Identity.Features;

/// <summary>An organisation as an administrator writes it.</summary>
internal sealed partial record OrganisationRequest(string Name, string Constituency, string? Abbreviation = null, string? Force = null)
{
    private const int LongestAbbreviation = 20;

    public Organisation Check(FieldChecks checks, string id, long version)
    {
        var name = checks.Line("name", Name, 1, 120);
        var abbreviation = string.IsNullOrWhiteSpace(Abbreviation) ? Shortened(name) : checks.Line("abbreviation", Abbreviation, 1, LongestAbbreviation);
        checks.Code("constituency", Constituency, ConstituencyCode.All);
        var constituency = ConstituencyCode.Read(Constituency);
        var military = constituency is Classification.Constituency.Military;

        // One force per party: "military" alone would let two parties read each other.
        checks.That(!military || Force is not null, "force", "Name the force: a military organisation belongs to one party.");
        checks.That(military || Force is null, "force", "Leave it out: only a military organisation has a force.");
        checks.That(Force is null || ForceShape().IsMatch(Force), "force", "Use 2 to 40 of a-z 0-9 in words joined by single hyphens.");
        return new Organisation(id, name, abbreviation, constituency, Force, version);
    }

    private static string Shortened(string name)
    {
        var text = new StringInfo(name);
        return text.LengthInTextElements <= LongestAbbreviation ? name : text.SubstringByTextElements(0, LongestAbbreviation).Trim();
    }

    [GeneratedRegex(@"\A(?=.{2,40}\z)[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ForceShape();
}
