using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Hosting.Web;

/// <summary>Turns the serialiser's exception into a problem with the path as the caller wrote it. Never repeats a value.</summary>
internal static partial class JsonFaults
{
    private const int LongestPath = 120;

    public static ProblemHttpResult Read(JsonException fault)
    {
        var path = PathOf(fault);
        return fault switch
        {
            WireException wire when path.Length > 0 => Problems.Invalid(path, wire.Remedy),
            WireException wire => Problems.Refused(ProblemCode.BodyUnreadable, wire.Remedy),
            _ when fault.Message.Contains("Duplicate property", StringComparison.OrdinalIgnoreCase) => Unreadable(path, "Give each field once."),
            _ when fault.InnerException is JsonException => Problems.Refused(ProblemCode.BodyUnreadable, PlaceOf(fault)),
            _ when fault.InnerException is InvalidOperationException { Message: { } inner } && inner.Contains("UTF-", StringComparison.Ordinal) =>
                Unreadable(path, "Send text in valid UTF-8 without lone surrogates."),
            _ when fault.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal) =>
                Unreadable(path, "This field does not exist here; remove it or correct its name."),
            _ when Missing(fault, path) is { Count: > 0 } errors => Problems.Create(ProblemCode.FieldInvalid, null, errors),
            _ when path.Length > 0 => Problems.Invalid(path, RemedyFor(fault.InnerException?.Message ?? fault.Message)),
            _ => Problems.Refused(ProblemCode.BodyUnreadable, "Send a JSON object."),
        };
    }

    private static ProblemHttpResult Unreadable(string path, string remedy) => Problems.Create(
        ProblemCode.BodyUnreadable, null, new Dictionary<string, string[]>(StringComparer.Ordinal) { [path.Length > 0 ? path : "body"] = [remedy] });

    private static string PlaceOf(JsonException fault) => string.Create(
        CultureInfo.InvariantCulture,
        $"The body is not JSON that this service reads: it fails at line {(fault.LineNumber ?? 0) + 1}, byte {(fault.BytePositionInLine ?? 0) + 1}.");

    private static Dictionary<string, string[]> Missing(JsonException fault, string path)
    {
        var list = fault.Message.IndexOf("missing required properties", StringComparison.Ordinal);
        return list < 0
            ? []
            : Quoted().Matches(fault.Message[list..])
                .ToDictionary(match => path.Length > 0 ? $"{path}.{match.Groups["name"].Value}" : match.Groups["name"].Value, _ => new[] { "Give a value." }, StringComparer.Ordinal);
    }

    private static string PathOf(JsonException fault)
    {
        var path = (fault.Path ?? string.Empty).TrimStart('$').TrimStart('.');
        path = Bracketed().Replace(path, match => "." + match.Groups["name"].Value).TrimStart('.');
        return path.Length <= LongestPath ? path : path[..LongestPath] + "…";
    }

    // The serialiser tells what it wanted only in its sentence.
    private static string RemedyFor(string message) => Wanted().Match(message).Value switch
    {
        "Int32" or "Int64" or "Int16" or "Byte" => "Give a whole number that fits.",
        "number" => "Give a number, without quotation marks.",
        "Double" or "Decimal" => "Give a number that fits.",
        "boolean" or "System.Boolean" => "Give true or false, without quotation marks.",
        "DateOnly" => "Give a real day such as 2026-11-21.",
        "[]" or "List`1" => "Give a list in square brackets.",
        "null" or "Null" => "Give a value that is not null.",
        _ => "Give a value of the documented kind.",
    };

    [GeneratedRegex("'(?<name>[^']+)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\['(?<name>[^']*)'\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"Int32\b(?!,)|Int64|Int16|Byte|Double|Decimal|\bnumber\b|\bboolean\b|System\.Boolean|DateOnly|\[\]|List`1|\bnull\b|\bNull\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Wanted();
}
