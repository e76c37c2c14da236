using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Movements.Domain;

/// <summary>Reads whom a movement is notified to. Each is named for itself and with the owner's consent: there is no word for all.</summary>
internal static class NamedForces
{
    private const int Most = 32;

    /// <summary>The audiences, sorted, each once.</summary>
    /// <param name="said">What the request says.</param>
    /// <param name="channel">Where it is said: who is not in that room would never be shown the movement, and its owner would believe them told.</param>
    /// <param name="checks">Takes the faults.</param>
    public static IReadOnlyList<string> Read(IReadOnlyList<Recipient> said, ChannelPass channel, FieldChecks checks)
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

            checks.That(all[index].Consent == true, $"{field}.consent", "Say true: a movement goes to nobody without its owner's consent for that recipient.");
            checks.That(IsInTheRoom(audience, channel), $"{field}.audience", "That recipient is not in this channel and would not be told; notify in one that admits it.");
            named.Add(audience.ToString());
        }

        return [.. named];
    }

    private static bool IsInTheRoom(Audience audience, ChannelPass channel) => channel.Kind == ChannelKind.Plenary
        ? channel.Posture != Posture.Distance
        : channel.Admits.Contains("all", StringComparer.Ordinal) || channel.Admits.Contains(audience.ToString(), StringComparer.Ordinal);
}
