namespace ContactGroup.Access.Domain;

/// <summary>Other items that a notice names: an incident behind it, a movement or a site that it hinders.</summary>
internal static class Links
{
    public const string Remedy = "Give the id of an item that you hold.";

    /// <summary>Fields that name an item.</summary>
    public static IReadOnlyList<string> Names { get; } = [ContentNames.LinkedIncident, ContentNames.LinkedNotification];
}
