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
    long At)
{
    /// <summary>Id of a stream that is known to exist.</summary>
    public string Stream(StreamScope scope, string subject) =>
        Streams.First(stream => stream.Scope == (long)scope && string.Equals(stream.Subject, subject, StringComparison.Ordinal)).Stream;
}
