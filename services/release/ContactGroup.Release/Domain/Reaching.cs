using ContactGroup.Classification;
using ContactGroup.Contracts.Items;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>
/// Tells the service that owns an item which of the recipients it names hold the version that was just applied, in the transaction that gave it to them: nobody is
/// believed told who is not, and nobody forgotten whom a coordinator told later. An audience of which nobody is in the room is not told of anything.
/// </summary>
internal static class Reaching
{
    private const string AudienceAtom = "audience:";

    /// <param name="work">What was applied.</param>
    /// <param name="outcomes">What was decided for each audience.</param>
    /// <param name="hasArrived">Whether the version came just now.</param>
    public static async Task TellAsync(ItemWork work, IReadOnlyList<AudienceOutcome> outcomes, bool hasArrived)
    {
        if (!AsksWhoHolds(work))
        {
            return;
        }

        var held = await HeldRows.OfItemAsync(work.Scope.Connection, work.Item.Item);
        var reached = await PresentAsync(work, outcomes.Where(outcome =>
            Holds(held.GetValueOrDefault(work.Stream(StreamScope.Audience, outcome.Audience.ToString())), outcome)));
        if (hasArrived || reached.Length > 0)
        {
            Publish(work, reached, hasArrived);
        }
    }

    /// <summary>The same for one stream that was brought in line by itself.</summary>
    public static async Task TellAsync(ItemWork work, string stream, AudienceOutcome outcome)
    {
        if (AsksWhoHolds(work)
            && Holds(await HeldRows.InStreamAsync(work.Scope.Connection, stream, work.Item.Item), outcome)
            && await PresentAsync(work, [outcome]) is { Length: > 0 } reached)
        {
            Publish(work, reached, hasArrived: false);
        }
    }

    /// <summary>Whether what an audience holds is what was decided for it just now.</summary>
    public static bool Holds(HeldRow? held, AudienceOutcome outcome) =>
        held is not null && !Settlement.Waits(outcome) && string.Equals(Settlement.ViewFor(outcome)?.Hash, held.Hash, StringComparison.Ordinal);

    /// <summary>Whether it is told of the item, by what is held of it.</summary>
    public static bool AsksWhoHolds(ItemWork work) => work.Schema.Fields.Any(field => field.Shape == FieldShape.Dispatches);

    private static async Task<string[]> PresentAsync(ItemWork work, IEnumerable<AudienceOutcome> outcomes)
    {
        var present = (await ChannelRows.PresentAsync(work.Scope.Connection, work.Channel.Group)).Select(member => member.Audience).ToHashSet();
        return [.. outcomes.Select(outcome => outcome.Audience).Where(audience => IsNamed(work.Item, audience) && present.Contains(audience)).Select(audience => audience.ToString())];
    }

    private static void Publish(ItemWork work, string[] reached, bool hasArrived) =>
        work.Scope.Publish(work.Item.Channel, new RecipientsReached(work.Item.Item, work.Item.Version, reached, hasArrived));

    private static bool IsNamed(ItemVersioned item, Audience audience) => item.Recipients.Contains(AudienceAtom + audience, StringComparer.Ordinal);
}
