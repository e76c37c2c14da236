using System.Globalization;
using System.Text.Json;

namespace ContactGroup.Classification;

/// <summary>Reads the coded values of a policy document. <c>all</c> stands for every value of a list.</summary>
internal static class PolicyCodes
{
    private const string All = "all";
    private const string SidePrefix = "side:";

    private static readonly string[] LiveTracks = ["live-track", "live-tracks", "track", "tracks"];

    public static TCode? Read<TCode>(JsonElement json, string path, CodeTable<TCode> table, PolicyErrors errors)
        where TCode : struct, Enum
    {
        var text = json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText();
        if (table.TryParse(text, out var code))
        {
            return code;
        }

        errors.Add(path, typeof(TCode) == typeof(ItemKind) && LiveTracks.Contains(text, StringComparer.Ordinal)
            ? $"`{text}` is not a kind of item: {Floors.LiveTracksReason.Sentence} Remove it."
            : table.Refusal(Shorten(text)));
        return null;
    }

    public static IReadOnlyList<TCode> ReadAll<TCode>(JsonElement json, string path, CodeTable<TCode> table, PolicyErrors errors)
        where TCode : struct, Enum =>
        ReadList(json, path, errors, table.Codes, (item, at) => Read(item, at, table, errors) is { } code ? [code] : []);

    public static IReadOnlyList<Constituency> ReadAudiences(JsonElement json, string path, PolicyErrors errors)
    {
        Constituency[] everyone = [.. ConstituencyNames.All.Select(ConstituencyNames.Parse)];
        return ReadList(json, path, errors, everyone, (item, at) =>
        {
            var text = item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText();
            if (text.StartsWith(SidePrefix, StringComparison.Ordinal) && Codes.TryParse(text[SidePrefix.Length..], out Side side))
            {
                return everyone.Where(constituency => ConstituencyNames.SideOf(constituency) == side);
            }

            if (ConstituencyNames.TryParse(text, out var constituency))
            {
                return [constituency];
            }

            errors.Add(at, $"`{Shorten(text)}` is not an audience; use all, side:humanitarian, side:security, side:political or one of: {string.Join(", ", ConstituencyNames.All)}.");
            return [];
        });
    }

    public static Disclosure ReadDisclosure(JsonElement json, string path, Gate gate, PolicyErrors errors)
    {
        var disclosure = Disclosure.Of(gate);
        if (json.TryGetProperty(All, out var everything) && Read(everything, $"{path}.{All}", Codes.Grains, errors) is { } grain)
        {
            disclosure = Codes.Classes.Codes.Aggregate(disclosure, (sum, fieldClass) => sum.With(fieldClass, grain));
        }

        foreach (var member in json.EnumerateObject().Where(member => !member.NameEquals(All)))
        {
            if (!Codes.TryParse(member.Name, out FieldClass fieldClass))
            {
                errors.Add($"{path}.{Shorten(member.Name)}", Codes.Classes.Refusal(Shorten(member.Name)));
            }
            else if (Read(member.Value, $"{path}.{member.Name}", Codes.Grains, errors) is { } shown)
            {
                disclosure = disclosure.With(fieldClass, shown);
            }
        }

        return disclosure;
    }

    private static TCode[] ReadList<TCode>(
        JsonElement json, string path, PolicyErrors errors, IReadOnlyList<TCode> everything, Func<JsonElement, string, IEnumerable<TCode>> read)
    {
        if (json.GetArrayLength() == 0)
        {
            errors.Add(path, "this is empty; name at least one value, or `all`.");
        }

        return [.. json.EnumerateArray()
            .SelectMany((item, index) => item.ValueKind == JsonValueKind.String && item.ValueEquals(All)
                ? everything
                : read(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]")))
            .Distinct()];
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 60), "…");
}
