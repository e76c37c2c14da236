using System.Text.Json;
using ContactGroup.Client;

namespace ContactGroup.Cli.Output;

/// <summary>An item in one line: who, where and what, as far as it is shown.</summary>
internal static class ItemLine
{
    private static readonly string[] Where = ["place", "admin2", "admin1", "country"];

    public static string Of(Item item) => item.Kind is "message" ? Message(item) : Incident(item);

    public static string? Field(IReadOnlyDictionary<string, JsonElement> fields, string name) =>
        fields.TryGetValue(name, out var value) ? FieldText.Of(value) : null;

    private static string Message(Item item)
    {
        var author = Field(item.Fields, "author") ?? Field(item.Fields, "organisation");
        return Plain.Line((author is null ? string.Empty : author + ": ") + Field(item.Fields, "text"), 120);
    }

    private static string Incident(Item item)
    {
        var what = Field(item.Fields, "category") ?? Field(item.Fields, "hazard");
        var place = Where.Select(name => Field(item.Fields, name)).FirstOrDefault(text => !string.IsNullOrEmpty(text));
        var words = Field(item.Fields, "title") ?? Field(item.Fields, "summary") ?? Field(item.Fields, "narrativeRestricted");
        return Plain.Line(string.Join(" · ", new[] { what, place, Field(item.Fields, "occurredAt"), words }.Where(t => !string.IsNullOrEmpty(t))), 120);
    }
}
