using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts.Items;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Data;

/// <summary>Builds again what a review proposes, from the item as it is now. A proposal whose bytes have changed since is left out.</summary>
internal static class ProposedViews
{
    public static IReadOnlyList<ProposedView> Build(
        ReviewRow review, ItemVersioned item, string policy, Redaction? edits = null)
    {
        if (ItemSchemas.Find(item.Kind) is not { } schema)
        {
            return [];
        }

        var views = new List<ProposedView>();
        foreach (var proposal in review.Proposed)
        {
            if (Build(proposal, edits: null) is { } view && string.Equals(view.Matter, proposal.Hash, StringComparison.Ordinal))
            {
                views.Add(new ProposedView(proposal, view, edits is null ? view : Build(proposal, edits)));
            }
        }

        return views;

        ItemView Build(Proposal proposal, Redaction? edits) => ViewBuilder.Build(
            item, schema, Audience.Parse(proposal.Audience), Disclosure.FromBits((ulong)proposal.Disclosure), policy, holdsParent: false, owner: null, edits);
    }
}

/// <summary>What one audience would get.</summary>
/// <param name="Proposal">For whom.</param>
/// <param name="View">By the rules.</param>
/// <param name="Edited">With what a coordinator changes; the same when nothing.</param>
internal sealed record ProposedView(Proposal Proposal, ItemView View, ItemView Edited)
{
    /// <summary>How much the rules show of each class.</summary>
    public Disclosure Given { get; } = Disclosure.FromBits((ulong)Proposal.Disclosure);

    /// <summary>The fields of a view.</summary>
    public static JsonObject FieldsOf(ItemView view) => JsonNode.Parse(view.Body)!["fields"]!.DeepClone().AsObject();
}
