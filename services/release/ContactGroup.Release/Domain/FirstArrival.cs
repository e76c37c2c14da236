using ContactGroup.Contracts.Items;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>An item that has just come and of which nothing was there before: what need not be asked, and where what appears of it is collected.</summary>
/// <param name="Label">The one label that it has.</param>
/// <param name="Unconfirmed">Audiences that would get more of it than its author was shown.</param>
/// <param name="HasReplies">Whether items that reply or link to it came before it.</param>
/// <param name="Views">What appears of it, and of others that came together with it.</param>
internal sealed record FirstArrival(LabelRow Label, IReadOnlySet<string> Unconfirmed, bool HasReplies, FirstViews Views)
{
    /// <summary>Whether an item may be one, and does not depend on what is held of another, so that it need not wait for that to be written.</summary>
    public static bool StandsAlone(ItemVersioned item) => item.Version == 1 && ItemRows.ParentOf(item) is null;
}
