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
        if (!work.Schema.Fields.Any(field => field.Shape == FieldShape.Dispatches))
        {
            return;
        }

        var held = await HeldRows.OfItemAsync(work.Scope.Connection, work.Item.Item);
        var present = (await ChannelRows.PresentAsync(work.Scope.Connection, work.Channel.Group)).Select(member => member.Audience).ToHashSet();
        string[] reached = [.. outcomes.Where(outcome => IsNamed(work.Item, outcome.Audience) && present.Contains(outcome.Audience) && Holds(outcome)).Select(outcome => outcome.Audience.ToString())];
        if (hasArrived || reached.Length > 0)
        {
            await work.Scope.PublishAsync(work.Item.Channel, new RecipientsReached(work.Item.Item, work.Item.Version, reached, hasArrived));
        }

        bool Holds(AudienceOutcome outcome) =>
            !Settlement.Waits(outcome)
            && Settlement.ViewFor(outcome) is { } view
            && held.GetValueOrDefault(work.Stream(StreamScope.Audience, outcome.Audience.ToString()))?.Hash == view.Hash;
    }

    private static bool IsNamed(ItemVersioned item, Audience audience) => item.Recipients.Contains(AudienceAtom + audience, StringComparer.Ordinal);
}
