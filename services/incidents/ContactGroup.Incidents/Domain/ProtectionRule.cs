using System.Text.Json.Nodes;
using ContactGroup.Classification;

namespace ContactGroup.Incidents.Domain;

/// <summary>
/// A report of sexual violence is High or more and never leaves the humanitarian side. Once a report was one, it stays protected, whatever a later
/// version calls it: a wrong click must not open it.
/// </summary>
internal static class ProtectionRule
{
    public static bool Applies(JsonObject content) =>
        content.Text(ContentNames.Category) is "SEXUAL_VIOLENCE" || content.Text(ContentNames.Means) is "RAPE_SEXUAL_ASSAULT";

    public static Sensitivity Raise(Sensitivity said) => said > Sensitivity.High ? said : Sensitivity.High;
}
