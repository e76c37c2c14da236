using System.Globalization;
using System.Text.Json.Nodes;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Movements.Domain.Movements;

/// <summary>
/// How many travel for the humanitarian organisations, and of whom they consist. One rule: the parts are never more than the total, and a total that nobody said is their sum.
/// </summary>
internal static class StaffTotal
{
    /// <summary>The parts of the total, each of which may be left out.</summary>
    public static IReadOnlyList<string> Parts { get; } = [ContentNames.InternationalStaff, ContentNames.NationalStaff, ContentNames.Drivers, ContentNames.Contractors];

    /// <summary>Makes the total of what is said of a new movement the sum of its parts, where it is not said.</summary>
    public static void Fill(JsonObject said)
    {
        if (!said.ContainsKey(ContentNames.Staff) && SumOf(said) is { } sum)
        {
            said[ContentNames.Staff] = sum;
        }
    }

    /// <summary>Checks that the parts are not more than the total. A total that was their sum before an amendment, and is not said with it, is their sum after it.</summary>
    /// <param name="before">The content of the version before; null when this is the first.</param>
    /// <param name="content">The content of the version.</param>
    /// <param name="said">The fields that were said with it.</param>
    /// <param name="checks">Takes the faults.</param>
    public static void Check(JsonObject? before, JsonObject content, JsonObject said, FieldChecks checks)
    {
        var follows = !said.ContainsKey(ContentNames.Staff) && before is not null && SumOf(before) is { } was && was == (int?)before[ContentNames.Staff];
        if (SumOf(content) is not { } sum)
        {
            if (follows)
            {
                content.Remove(ContentNames.Staff);
            }

            return;
        }

        if (follows || !content.ContainsKey(ContentNames.Staff))
        {
            content[ContentNames.Staff] = sum;
        }

        checks.That(
            sum <= (int)content[ContentNames.Staff]!,
            ContentNames.Staff,
            string.Create(CultureInfo.InvariantCulture, $"International and national staff, drivers and contractors are {sum} together: give {sum} or more, or fewer of them."));
    }

    private static int? SumOf(JsonObject content) => Parts.Any(content.ContainsKey) ? Parts.Sum(part => (int?)content[part] ?? 0) : null;
}
