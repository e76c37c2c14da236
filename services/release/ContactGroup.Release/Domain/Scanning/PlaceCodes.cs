using System.Text.RegularExpressions;

namespace ContactGroup.Release.Domain.Scanning;

/// <summary>Codes that stand for a position of a few metres: Open Location Code ("plus codes") and what3words addresses with their slashes, short links to maps.</summary>
internal static class PlaceCodes
{
    private static readonly Regex Plus = Patterns.InAnyCase(
        @"\b(?:[2-9CFGHJMPQRVWX]{4}|[2-9CFGHJMPQRVWX]{6}|[2-9CFGHJMPQRVWX]{8})\+[2-9CFGHJMPQRVWX]{2,3}\b");

    private static readonly Regex ThreeWords = Patterns.InAnyCase(@"(?:///|\bw3w[: ]{1,2}|\bwhat3words[: ]{1,2}|what3words\.com/)\p{L}{2,20}\.\p{L}{2,20}\.\p{L}{2,20}");

    // Links that hold no position for us to read and open one for everybody else.
    private static readonly Regex MapLink = Patterns.InAnyCase(
        @"\b(?:maps\.app\.goo\.gl|goo\.gl/maps|osm\.org/go|omaps\.app|ge0\.me|w3w\.co|waze\.com/ul|maps\.apple\.com/p|plus\.codes|share\.here\.com/[lrp])/[^\s""'<>()]{2,120}");

    public static IEnumerable<Place> Find(string text) =>
        Plus.Matches(text).Where(match => match.ValueSpan.ContainsAnyInRange('0', '9'))
            .Concat(ThreeWords.Matches(text))
            .Concat(MapLink.Matches(text))
            .Select(match => new Place(FindingKind.Coordinate, match.Index, match.Length));
}
