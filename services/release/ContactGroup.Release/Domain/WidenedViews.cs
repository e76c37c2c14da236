using System.Data.Common;
using ContactGroup.Classification;
using ContactGroup.Contracts.Items;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>
/// What a target would get of an item that does not go to it, if its owner consented: as far as floors and policy give. INVARIANT: an owner is never
/// asked about an audience that they may not know of; the question alone would tell a force of another.
/// </summary>
internal sealed class WidenedViews(Rulings rulings)
{
    /// <summary>A view per audience of the target; none when it goes there already or would give nothing.</summary>
    public async Task<IReadOnlyList<(Proposal Proposal, ItemView View)>> BuildAsync(
        DbConnection connection, ItemVersioned item, ChannelState channel, string target)
    {
        var present = Consents.On(item, await WideningRows.OfItemAsync(connection, item.Item));
        var widened = Consents.With(present, target);
        var views = new List<(Proposal, ItemView)>();
        foreach (var stream in (await StreamRows.OfChannelAsync(connection, channel.Channel)).Where(row => row.Scope == (long)StreamScope.Audience))
        {
            var audience = Audience.Parse(stream.Subject);
            var given = rulings.Decide(widened, channel, audience, organisation: null).With(Gate.Review);
            if (string.Equals(Targets.Of(audience), target, StringComparison.Ordinal)
                && channel.Admits(audience)
                && AudienceKnowledge.MayKnow(Rulings.OriginOf(item).Audience, audience)
                && Rulings.ReachOf(present, audience, organisation: null) != ReleaseReach.Full
                && given.IsVisible)
            {
                var view = ViewBuilder.Build(widened, ItemSchemas.Find(item.Kind)!, audience, given, rulings.Policy, holdsParent: false, owner: null);
                views.Add((new Proposal(audience.ToString(), (long)given.Bits, view.Matter), view));
            }
        }

        return views;
    }
}
