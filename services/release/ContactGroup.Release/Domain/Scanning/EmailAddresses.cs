using System.Text.RegularExpressions;

namespace ContactGroup.Release.Domain.Scanning;

/// <summary>E-mail addresses, also with the at and the dots written out.</summary>
internal static class EmailAddresses
{
    private static readonly Regex Plain = Patterns.InAnyCase(
        @"[\p{L}\p{N}._%+\-']{1,64} ?(?:@|\(at\)|\[at\]|\{at\}) ?(?:[\p{L}\p{N}\-]{1,63}(?:\.| ?\(dot\) ?| ?\[dot\] ?)){1,5}\p{L}{2,24}\b");

    private static readonly Regex Spoken = Patterns.InAnyCase(
        @"\b[\p{L}\p{N}._%+\-]{1,64} (?:(?:at|ات) (?:[\p{L}\p{N}\-]{1,63} (?:dot|دوت) ){1,4}|arobase (?:[\p{L}\p{N}\-]{1,63} point ){1,4})\p{L}{2,24}\b");

    public static IEnumerable<Place> Find(string text) =>
        Plain.Matches(text).Concat(Spoken.Matches(text)).Select(match => new Place(FindingKind.Email, match.Index, match.Length));
}
