using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Movements.Domain;

/// <summary>Reads whom a notification is notified to. Each is named for itself and with the owner's consent: there is no word for all.</summary>
internal static class NamedForces
{
    private const int Most = 32;

    /// <summary>The audiences, sorted, each once.</summary>
    /// <param name="said">What the request says.</param>
    /// <param name="reached">
    /// Audiences that the room reaches: who is not among them would never be shown the notification, and its owner would believe them told. Null for a draft.
    /// </param>
    /// <param name="checks">Takes the faults.</param>
    public static IReadOnlyList<string> Read(IReadOnlyList<Recipient> said, IReadOnlyList<string>? reached, FieldChecks checks)
    {
        var named = new SortedSet<string>(StringComparer.Ordinal);
        var all = checks.List(ContentNames.Recipients, said, 0, Most);
        for (var index = 0; index < Math.Min(all.Count, Most); index++)
        {
            var field = $"{ContentNames.Recipients}[{index}]";
            if (!Audience.TryParse(all[index]?.Audience, out var audience) || audience.Side != Side.Security)
            {
                checks.Add($"{field}.audience", "Name a force, such as military:northern-force, or police.");
                continue;
            }

            checks.That(all[index].Consent == true, $"{field}.consent", "Say true: a notification goes to nobody without its owner's consent for that recipient.");
            checks.That(
                reached is null || reached.Contains(audience.ToString(), StringComparer.Ordinal),
                $"{field}.audience",
                $"Nobody of that name is in this room, so that nobody would be told. It reaches {Reaching(reached)}.");
            named.Add(audience.ToString());
        }

        return [.. named];
    }

    /// <summary>The named audiences as the own side reads them.</summary>
    public static JsonArray Listed(IReadOnlyList<string> named) => [.. named.Select(audience => JsonValue.Create(audience))];

    private static string Reaching(IReadOnlyList<string>? reached) =>
        reached?.Where(IsForce).ToList() is { Count: > 0 } forces ? string.Join(", ", forces) : "no force";

    private static bool IsForce(string audience) => Audience.TryParse(audience, out var parsed) && parsed.Side == Side.Security;
}
