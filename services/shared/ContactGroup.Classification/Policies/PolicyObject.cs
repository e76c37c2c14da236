using System.Globalization;
using System.Text.Json;

namespace ContactGroup.Classification;

/// <summary>One object of a policy document with the members it may have.</summary>
internal sealed class PolicyObject
{
    private const int MaxSlug = 60;

    private readonly JsonElement _json;
    private readonly string _path;
    private readonly PolicyErrors _errors;

    public PolicyObject(JsonElement json, string path, PolicyErrors errors, params string[] members)
    {
        (_json, _path, _errors) = (json, path, errors);
        if (json.ValueKind != JsonValueKind.Object)
        {
            errors.Add(path, "this must be an object.");
            _json = default;
            return;
        }

        foreach (var member in json.EnumerateObject().Where(member => !members.Contains(member.Name, StringComparer.Ordinal)))
        {
            errors.Add(PathOf(member.Name), $"`{member.Name}` is not a member here; use: {string.Join(", ", members)}.");
        }
    }

    public string PathOf(string member) => string.Equals(_path, "$", StringComparison.Ordinal) ? member : $"{_path}.{member}";

    public bool Has(string member) => _json.ValueKind == JsonValueKind.Object && _json.TryGetProperty(member, out _);

    public string Slug(string member)
    {
        var text = Text(member, 1, MaxSlug);
        if (!text.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))
        {
            _errors.Add(PathOf(member), $"`{text}` may only have a-z, 0-9 and hyphens.");
        }

        return text;
    }

    public string Text(string member, int min, int max)
    {
        if (Find(member, JsonValueKind.String, "a text") is not { } json)
        {
            return "";
        }

        var text = json.GetString()!;
        if (text.Length < min || text.Length > max)
        {
            _errors.Add(PathOf(member), string.Create(CultureInfo.InvariantCulture, $"this has {text.Length} characters; write {min} to {max}."));
        }

        return text;
    }

    public string? OptionalText(string member, int min, int max) => Has(member) ? Text(member, min, max) : null;

    public int Whole(string member, int min, int max)
    {
        if (Find(member, JsonValueKind.Number, "a number") is { } json)
        {
            if (json.TryGetInt32(out var number) && number >= min && number <= max)
            {
                return number;
            }

            _errors.Add(PathOf(member), string.Create(CultureInfo.InvariantCulture, $"write a whole number from {min} to {max}."));
        }

        return min;
    }

    public TCode Code<TCode>(string member, CodeTable<TCode> table)
        where TCode : struct, Enum =>
        Find(member, JsonValueKind.String, "a text") is { } json ? PolicyCodes.Read(json, PathOf(member), table, _errors) ?? default : default;

    public IReadOnlyList<TCode> CodesOf<TCode>(string member, CodeTable<TCode> table)
        where TCode : struct, Enum =>
        Find(member, JsonValueKind.Array, "a list") is { } json ? PolicyCodes.ReadAll(json, PathOf(member), table, _errors) : [];

    public IReadOnlyList<Constituency> Audiences(string member) =>
        Find(member, JsonValueKind.Array, "a list") is { } json ? PolicyCodes.ReadAudiences(json, PathOf(member), _errors) : [];

    public Disclosure Disclosure(string member, Gate gate) =>
        Find(member, JsonValueKind.Object, "an object of field classes and grains") is { } json
            ? PolicyCodes.ReadDisclosure(json, PathOf(member), gate, _errors)
            : Classification.Disclosure.Withheld;

    /// <summary>Markings may be written out, but only the one that is ever delivered.</summary>
    public void Unclassified(string member)
    {
        if (!Has(member) || Find(member, JsonValueKind.Array, "a list") is not { } json)
        {
            return;
        }

        foreach (var marking in json.EnumerateArray().Where(marking => marking.ValueKind != JsonValueKind.String || !marking.ValueEquals("unclassified")))
        {
            _errors.Add(PathOf(member), $"`{marking}` cannot be granted to anybody: {Floors.QuarantineReason.Sentence} Remove it.");
        }
    }

    public IEnumerable<(JsonElement Json, string Path)> Objects(string member, int limit)
    {
        if (Find(member, JsonValueKind.Array, "a list") is not { } json)
        {
            return [];
        }

        if (json.GetArrayLength() > limit)
        {
            _errors.Add(PathOf(member), string.Create(CultureInfo.InvariantCulture, $"there are more than {limit} entries; use fewer."));
            return [];
        }

        return json.EnumerateArray().Select((item, index) => (item, string.Create(CultureInfo.InvariantCulture, $"{PathOf(member)}[{index}]")));
    }

    public IEnumerable<(JsonElement Json, string Path)> OptionalObjects(string member, int limit) => Has(member) ? Objects(member, limit) : [];

    private JsonElement? Find(string member, JsonValueKind kind, string noun)
    {
        if (!Has(member))
        {
            _errors.Add(PathOf(member), $"this is missing; write {noun}.");
            return null;
        }

        var json = _json.GetProperty(member);
        if (json.ValueKind != kind)
        {
            _errors.Add(PathOf(member), $"this must be {noun}.");
            return null;
        }

        return json;
    }
}
