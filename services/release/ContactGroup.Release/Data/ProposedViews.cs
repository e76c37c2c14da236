using System.Data.Common;
using ContactGroup.Classification;
using ContactGroup.Contracts.Items;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Data;

/// <summary>Builds again what a review proposes, from the item as it is now. A proposal whose bytes have changed since is left out.</summary>
internal static class ProposedViews
{
    public static async Task<IReadOnlyList<(Proposal Proposal, ItemView View)>> BuildAsync(
        DbConnection connection, ReviewRow review, ItemVersioned item, string policy)
    {
        if (ItemSchemas.Find(item.Kind) is not { } schema)
        {
            return [];
        }

        var streams = await StreamRows.OfChannelAsync(connection, item.Channel);
        var parent = ItemRows.ParentOf(item);
        var holders = parent is null ? [] : await HeldRows.StreamsHoldingAsync(connection, parent);
        var views = new List<(Proposal, ItemView)>();
        foreach (var proposal in review.Proposed)
        {
            var stream = streams.FirstOrDefault(row =>
                row.Scope == (long)StreamScope.Audience && string.Equals(row.Subject, proposal.Audience, StringComparison.Ordinal));
            var disclosure = Disclosure.FromBits((ulong)proposal.Disclosure);
            var view = ViewBuilder.Build(item, schema, disclosure, policy, stream is not null && holders.Contains(stream.Stream), owner: null);
            if (string.Equals(view.Hash, proposal.Hash, StringComparison.Ordinal))
            {
                views.Add((proposal, view));
            }
        }

        return views;
    }
}
