using System.Text.Json.Nodes;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Access.Domain;

/// <summary>Other items that a notice names: an incident behind it, a movement or a site that it hinders.</summary>
internal static class Links
{
    public const string Remedy = "Give the id of an item that you hold.";

    private const string One = "A notice names one other item; clear the other link first, or raise a notice of its own for it.";

    /// <summary>Fields that name an item.</summary>
    public static IReadOnlyList<string> Names { get; } = [ContentNames.LinkedIncident, ContentNames.LinkedNotification];

    /// <summary>A notice shows one other item at most: who holds one of two would otherwise be told of both.</summary>
    public static void Check(JsonObject content, FieldChecks checks) =>
        checks.That(Names.Count(content.ContainsKey) <= 1, ContentNames.LinkedNotification, One);
}
