using ContactGroup.Classification;

namespace ContactGroup.Release.Domain;

/// <summary>Whose own an organisation's items are.</summary>
internal static class Ownership
{
    /// <summary>
    /// Subject of an organisation's own stream. INVARIANT: an organisation that changes sides is another one; it does not take along what it wrote, and
    /// who confirmed it, on the side where it was.
    /// </summary>
    public static string Subject(string organisation, Audience audience) =>
        ConstituencyNames.SideOf(audience.Constituency) == Side.Humanitarian ? $"{organisation} humanitarian" : $"{organisation} {audience}";

    /// <summary>The audience that a subject names; null for the humanitarian side, which is named as a whole.</summary>
    public static Audience? AudienceOf(string subject) =>
        Audience.TryParse(subject[(subject.LastIndexOf(' ') + 1)..], out var audience) ? audience : null;
}
