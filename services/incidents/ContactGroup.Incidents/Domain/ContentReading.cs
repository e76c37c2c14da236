using System.Text.Json.Nodes;
using ContactGroup.Hosting.Items;

namespace ContactGroup.Incidents.Domain;

/// <summary>Reads content that was checked before. What is not there is null.</summary>
internal static class ContentReading
{
    public static string? Text(this JsonObject content, string name) => content[name]?.GetValue<string>();

    public static bool? Flag(this JsonObject content, string name) => content[name]?.GetValue<bool>();

    public static DateTimeOffset? Instant(this JsonObject content, string name) =>
        InstantText.TryParse(content.Text(name), out var instant) ? instant : null;

    public static IReadOnlyList<string> Texts(this JsonObject content, string name) =>
        content[name] is JsonArray entries ? [.. entries.Select(entry => entry!.GetValue<string>())] : [];

    /// <summary>A figure of the impact; zero when it was not said.</summary>
    public static int Figure(this JsonObject content, string name) => content[ContentNames.Impact]?[name]?.GetValue<int>() ?? 0;
}
