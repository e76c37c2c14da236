namespace ContactGroup.Release.Domain.Scanning;

/// <summary>
/// Finds in free text what should not cross to another side unseen. Pure, and linear in the length of the text: patterns do not backtrack and have bounded
/// lengths. It finds what is written in a usual form; it is a help for honest authors and no lock against one who wants to tell.
/// </summary>
internal static class TextScanner
{
    /// <summary>Texts beyond this length are scanned to here; no field accepts longer ones.</summary>
    public const int MostCharacters = 32_000;

    /// <summary>Every finding, in the order of the text, none over another.</summary>
    public static IReadOnlyList<Finding> Scan(string text)
    {
        var scanned = text.Length > MostCharacters ? text[..MostCharacters] : text;
        var folded = FoldedText.Of(scanned);
        return [.. WithoutOverlap(Places(folded.Text)).Select(place => folded.Locate(place.Kind, place.Start, place.Length))];
    }

    /// <summary>Whether the text carries a marking above unclassified.</summary>
    public static bool IsClassified(string text) => Scan(text).Any(finding => finding.Kind == FindingKind.Classified);

    /// <summary>What was found, the surer kind first: where two claim a place, the first keeps it.</summary>
    private static IEnumerable<Place> Places(string text)
    {
        var places = Markings.Find(text).Concat(EmailAddresses.Find(text)).Concat(PlaceCodes.Find(text));
        return text.AsSpan().ContainsAnyInRange('0', '9') ? places.Concat(Numbers(text)) : places;
    }

    private static IEnumerable<Place> Numbers(string text)
    {
        var telling = Harmless.Hide(text);
        return GridReferences.Find(text)
            .Concat(SexagesimalDegrees.Find(text))
            .Concat(DecimalDegrees.Find(text))
            .Concat(RoadMarkers.Find(text))
            .Concat(Plates.Find(text))
            .Concat(PhoneNumbers.Find(Harmless.HideTimes(telling)));
    }

    private static List<Place> WithoutOverlap(IEnumerable<Place> places)
    {
        var kept = new List<Place>();
        foreach (var place in places)
        {
            var at = kept.BinarySearch(place, ByStart);
            var next = at < 0 ? ~at : at;
            if (place.Length > 0 && (next == 0 || kept[next - 1].End <= place.Start) && (next == kept.Count || kept[next].Start >= place.End))
            {
                kept.Insert(next, place);
            }
        }

        return kept;
    }

    private static Comparer<Place> ByStart { get; } = Comparer<Place>.Create((one, other) => one.Start.CompareTo(other.Start));
}
