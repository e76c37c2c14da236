using System.Globalization;
using ContactGroup.Classification;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Items;

namespace ContactGroup.Access.Domain;

/// <summary>By what the overview counts a version.</summary>
/// <param name="IsCounted">
/// Whether it is counted: raised by the humanitarian side, released to all of it, and not withdrawn. INVARIANT: what one organisation keeps to itself, or a few
/// among themselves, is in no figure.
/// </param>
/// <param name="Country">A code of the list of countries.</param>
/// <param name="Month">The month in which it began, UTC, such as <c>2026-09</c>.</param>
/// <param name="Area">P-code of the first administrative level, or its name; empty when neither was said.</param>
/// <param name="IsExercise">Whether it belongs to an exercise, by its room or by what its author marked it with.</param>
/// <param name="ConstraintType">A code of the list of types.</param>
/// <param name="Severity">A code of the list of severities.</param>
internal sealed record Counted(bool IsCounted, bool IsExercise, string Country, string Month, string Area, string ConstraintType, string Severity)
{
    private static readonly string[] WholeSide = [ReleaseAtoms.OwnSide, ReleaseAtoms.Humanitarian, ReleaseAtoms.All];

    public static Counted Of(Notice notice) => new(
        notice.IsHumanitarian && notice.Status != ItemStatus.Withdrawn && notice.Label.ReleaseTo.Any(atom => WholeSide.Contains(atom, StringComparer.Ordinal)),
        notice.Exercise || notice.Label.Caveats.HasFlag(Caveats.Exercise),
        notice.Content.Text(ContentNames.Country)!,
        notice.Content.Instant(ContentNames.StartedAt)!.Value.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        notice.Content.Text(ContentNames.Admin1Pcode) ?? notice.Content.Text(ContentNames.Admin1) ?? string.Empty,
        notice.Content.Text(ContentNames.ConstraintType)!,
        notice.Content.Text(ContentNames.Severity)!);
}
