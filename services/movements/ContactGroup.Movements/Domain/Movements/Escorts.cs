using System.Text.Json.Nodes;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Movements.Domain.Movements;

/// <summary>
/// Who protects a movement on its way. Armed protection is a last resort (IASC guidelines on armed escorts, 2013), and whoever resorts to it says why nothing else served.
/// </summary>
internal static class Escorts
{
    /// <summary>Checks that what is armed has a justification, and that nothing else has one.</summary>
    /// <param name="content">The content of the version; a justification that is left over from an earlier one is taken out.</param>
    /// <param name="said">The fields that were said with it.</param>
    /// <param name="checks">Takes the faults.</param>
    public static void Check(JsonObject content, JsonObject said, FieldChecks checks)
    {
        if ((string?)content[ContentNames.Escort] is "ARMED_ESCORT" or "AREA_SECURITY")
        {
            checks.That(
                content.ContainsKey(ContentNames.EscortJustification),
                ContentNames.EscortJustification,
                "Armed protection is a last resort: say why nothing else serves, or choose another escort.");
            return;
        }

        checks.That(
            !said.ContainsKey(ContentNames.EscortJustification),
            ContentNames.EscortJustification,
            "Only ARMED_ESCORT and AREA_SECURITY are justified: give one of them as escort, or leave this out.");
        content.Remove(ContentNames.EscortJustification);
    }
}
