using ContactGroup.Hosting.Items;

namespace ContactGroup.Access.Domain;

/// <summary>
/// Whether a constraint eases: the severity before the present one, and since when. INVARIANT: it tells nobody of a version that was not for them. Who reads a notice
/// has been given the severity before it only while the label stood; with another label the course begins anew.
/// </summary>
internal static class Course
{
    public static void Note(Notice before, Notice next, DateTimeOffset now)
    {
        if (!IsForTheSame(before.Label, next.Label))
        {
            next.Content.Remove(ContentNames.SeverityBefore);
            next.Content.Remove(ContentNames.SeveritySince);
        }
        else if (before.Content.Text(ContentNames.Severity) is { } was && was != next.Content.Text(ContentNames.Severity))
        {
            next.Content[ContentNames.SeverityBefore] = was;
            next.Content[ContentNames.SeveritySince] = InstantText.Of(now);
        }
    }

    private static bool IsForTheSame(Label before, Label next) =>
        before.Sensitivity == next.Sensitivity && before.ReleaseTo.ToHashSet(StringComparer.Ordinal).SetEquals(next.ReleaseTo);
}
