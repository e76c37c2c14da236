using System.Globalization;
using System.Text.RegularExpressions;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Hosting.Items;

/// <summary>
/// A day (<c>2026-03-01</c>) or an instant with its offset. A day is kept as its midnight UTC; that the hour is not known is kept beside it. An
/// instant without offset is refused: guessing a clock moves an incident by hours.
/// </summary>
public static partial class InstantText
{
    private const string Stored = "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'";

    public static bool IsDay(string text) => Day().IsMatch(text);

    /// <summary>The instant as stored; empty when it is none.</summary>
    public static string Check(string field, string text, FieldChecks checks)
    {
        if (TryParse(text, out var instant))
        {
            return Of(instant);
        }

        checks.Add(field, WithoutOffset().IsMatch(text)
            ? "Add Z for UTC or an offset such as +03:00 to the instant."
            : "Give a real day such as 2026-03-01, or an instant such as 2026-03-01T14:30:00Z.");
        return string.Empty;
    }

    public static string Of(DateTimeOffset instant) => instant.UtcDateTime.ToString(Stored, CultureInfo.InvariantCulture);

    public static bool TryParse(string? text, out DateTimeOffset instant)
    {
        instant = default;
        return text is { Length: <= 40 } && (Day().IsMatch(text) || Instant().IsMatch(text)) && DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant);
    }

    [GeneratedRegex(@"\A\d{4}-\d\d-\d\d\z", RegexOptions.ECMAScript, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Day();

    [GeneratedRegex(@"\A\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?\z", RegexOptions.ECMAScript, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WithoutOffset();

    [GeneratedRegex(@"\A\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?(Z|[+\-]\d\d:\d\d)\z", RegexOptions.ECMAScript, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Instant();
}
