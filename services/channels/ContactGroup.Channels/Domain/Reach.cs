using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;

namespace ContactGroup.Channels.Domain;

/// <summary>
/// Whom a notification in a room can reach now. INVARIANT: told to who may notify there and to nobody else; the humanitarian side knows every audience
/// of its group anyhow, and two forces must not learn of each other.
/// </summary>
internal static class Reach
{
    /// <summary>The audiences outside the humanitarian side that the room admits, sorted, each once, however many people belong to them.</summary>
    public static IReadOnlyList<string> Of(ChannelPass pass, IEnumerable<Audience> present) => !pass.MayNotify ? [] :
    [
        .. present
            .Where(audience => audience.Side is not Side.Humanitarian && Admission.Admits(pass.Admits, audience))
            .Select(audience => audience.ToString())
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];
}
