using ContactGroup.Classification;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>Everything at hand while one item is brought in line.</summary>
internal sealed record ItemWork(
    WriteScope Scope,
    StreamAppender Writer,
    ChannelState Channel,
    ItemVersioned Item,
    ItemSchema Schema,
    IReadOnlyList<StreamRow> Streams,
    IReadOnlyDictionary<string, HeldRow> Held,
    IReadOnlySet<string> ParentHolders,
    IReadOnlyDictionary<string, ReleaseRow> Releases,
    IReadOnlyDictionary<string, RecallRow> Recalls,
    IReadOnlySet<string> Unconfirmed,
    IReadOnlyList<LabelRow> Labels,
    IReadOnlyList<WideningRow> Widenings,
    long At)
{
    /// <summary>Streams that get no more of the item now: the loosening brings it.</summary>
    public IReadOnlySet<string> HeldBack { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Whether nothing was there of the item before: nobody can hold, release, take back, acknowledge or wait for anything of it.</summary>
    public bool IsFirst { get; init; }

    /// <summary>What a coordinator settled about this version, when it is quarantined.</summary>
    public QuarantineRow? Settled { get; init; }

    /// <summary>Id of a stream that is known to exist.</summary>
    public string Stream(StreamScope scope, string subject) =>
        Streams.First(stream => stream.Scope == (long)scope && string.Equals(stream.Subject, subject, StringComparison.Ordinal)).Stream;

    /// <summary>Makes one stream's readers hold the view, or nothing. True when the item appeared or disappeared for them.</summary>
    /// <param name="stream">Id of the stream.</param>
    /// <param name="view">The view; null for nothing.</param>
    /// <param name="disclosure">What it discloses.</param>
    /// <param name="isOwner">Whether the readers own the item: for them it does not expire.</param>
    /// <param name="together">Where what appears is collected, for the caller to write; null to write at once.</param>
    public async Task<bool> ShowAsync(
        string stream, ItemView? view, Disclosure disclosure, bool isOwner = false, FirstViews? together = null)
    {
        var held = Held.GetValueOrDefault(stream);
        if (view is null)
        {
            if (held is null)
            {
                return false;
            }

            await Writer.RecallAsync(stream, Item.Item, held);
            return true;
        }

        if (held is not null && string.Equals(held.Hash, view.Hash, StringComparison.Ordinal))
        {
            return false; // Nothing this audience may see has changed: no frame, no revision.
        }

        var expires = isOwner ? null : Item.Expires?.ToMicroseconds();
        if (held is not null)
        {
            await Writer.ReplaceAsync(stream, Item.Item, view, disclosure.Bits, held, expires);
            return false;
        }

        var first = new FirstView(stream, view, disclosure.Bits, expires);
        if (together is null)
        {
            await Writer.PutFirstAsync(Item.Item, first);
        }
        else
        {
            together.Add(Item.Item, At, first);
        }

        return true;
    }
}
