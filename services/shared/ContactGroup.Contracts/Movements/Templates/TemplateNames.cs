using System.Text.Json.Nodes;

namespace ContactGroup.Contracts.Movements.Templates;

/// <summary>Columns that every template has.</summary>
public static class TemplateNames
{
    /// <summary>What the notification is called where it comes from.</summary>
    public const string Id = "id";

    /// <summary>Audiences to be told, separated by semicolons.</summary>
    public const string Tell = "tell";

    /// <summary>Marking and notice, for people; nothing is read from it.</summary>
    public const string About = "about";

    /// <summary>The audiences that were named, as a cell.</summary>
    internal static string ToldOf(JsonObject fields) => string.Join(";", (fields["recipients"] as JsonArray ?? []).Select(audience => (string)audience!));
}
