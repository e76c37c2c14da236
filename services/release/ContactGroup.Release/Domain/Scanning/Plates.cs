using System.Text.RegularExpressions;

namespace ContactGroup.Release.Domain.Scanning;

/// <summary>
/// Vehicle registrations. There is no general form of a plate: found are those with a word such as "plate", <c>immatriculation</c> or <c>لوحة</c> before
/// them, a few national forms that little else looks like, and letters with digits close behind the name of a vehicle. Others are missed.
/// </summary>
internal static class Plates
{
    private static readonly Regex Named = Patterns.InAnyCase(
        @"(?:\b(?:number ?plates?|licen[cs]e ?plates?|licen[cs]e (?:no|number)|plates?|registrations?|reg(?:istration)?\.? ?(?:no|number|nr|#)|vehicle reg|reg|immatriculations?|immatricule[es]{0,2}|plaques?(?: mineralogiques?| d'immatriculation)?|matricule)\b|لوحه|اللوحه|لوحات|اللوحات|لوحتها|النمره|نمره|نمرتها)(?:[ :.#\-=]{1,3}(?:no|nr|number|numero|n°|num|is|are|was|est|sous le|رقم|رقمها|الرقم|تحمل|ذات)\b[ :.#]{0,2}){0,3}[ :.#\-=(""'n°]{0,4}(?<plate>(?:[A-Z0-9]{1,4}|[\u0621-\u064A])(?:[ \-/.]{0,2}(?:[A-Z0-9]{1,7}|[\u0621-\u064A]\b)){0,4})");

    // AB-123-CD (since 2009 in France, Italy), AA 1234 BC (Ukraine), 1234 AB 56 (France until 2009), 12-AB-34
    private static readonly Regex National = Patterns.AsWritten(
        @"\b(?:[A-Z]{2}-\d{3}-[A-Z]{2}|[A-Z]{2} \d{3} [A-Z]{2}|[A-Z]{2}[ \-]?\d{4}[ \-]?[A-Z]{2}|\d{2,4}[ \-][A-Z]{2,3}[ \-]\d{2}|\d{2,5}[ \-]?[A-Z][ \-]?\d{1,2} ?[A-Z]{2})\b");

    private static readonly Regex BehindVehicle = Patterns.InAnyCase(
        @"(?:\b(?:vehicles?|cars?|trucks?|lorry|pick-?ups?|land ?cruisers?|hilux|toyota|nissan|ford|mercedes|van|bus|ambulance|convoy vehicle|vehicules?|voitures?|camions?|camionnette|4x4|motorbike|moto)\b|سياره|السياره|شاحنه|الشاحنه|مركبه|المركبه|حافله|بيك اب)[^\n.]{0,24}?[ (:,](?<plate>[A-Z]{1,3}[ \-]?\d{3,5}(?:[ \-]?[A-Z]{1,3})?|\d{3,6}[ \-][A-Z]{1,3})\b");

    public static IEnumerable<Place> Find(string text) =>
        Named.Matches(text).Concat(BehindVehicle.Matches(text)).Select(match => Trimmed(text, match.Groups["plate"]))
            .Where(place => place.Length > 0 && IsPlate(text.AsSpan(place.Start, place.Length)) && !Patterns.TouchesBehind(text, place.End))
            .Concat(National.Matches(text).Select(match => new Place(FindingKind.Plate, match.Index, match.Length)));

    /// <summary>The words that follow a plate are not part of it: it ends with the last piece that holds a digit, or one short piece of letters behind.</summary>
    private static Place Trimmed(string text, Group plate)
    {
        var end = plate.Index + plate.Length;
        while (end > plate.Index && LastPiece(text.AsSpan(plate.Index, end - plate.Index)) is var piece && !BelongsToPlate(piece))
        {
            end -= piece.Length;
            while (end > plate.Index && text[end - 1] is ' ' or '-' or '/' or '.')
            {
                end--;
            }
        }

        return new Place(FindingKind.Plate, plate.Index, end - plate.Index);
    }

    private static ReadOnlySpan<char> LastPiece(ReadOnlySpan<char> text)
    {
        var at = text.LastIndexOfAny(" -/.");
        return at < 0 ? text : text[(at + 1)..];
    }

    private static bool IsWord(ReadOnlySpan<char> piece) =>
        !piece.ContainsAnyInRange('0', '9') && (piece.Length > 3 || piece.ContainsAnyInRange('a', 'z'));

    private static bool BelongsToPlate(ReadOnlySpan<char> piece) =>
        piece.ContainsAnyInRange('0', '9') || (piece.Length is >= 1 and <= 3 && !piece.ContainsAnyExceptInRange('A', 'Z')) || (piece.Length == 1 && piece[0] > 'z');

    private static bool IsPlate(ReadOnlySpan<char> plate)
    {
        foreach (var piece in plate.SplitAny(" -/."))
        {
            if (IsWord(plate[piece]))
            {
                return false;
            }
        }

        var digits = 0;
        var letters = 0;
        foreach (var character in plate)
        {
            digits += char.IsAsciiDigit(character) ? 1 : 0;
            letters += char.IsLetter(character) ? 1 : 0;
        }

        return digits >= 2 && digits + letters is >= 4 and <= 12;
    }
}
