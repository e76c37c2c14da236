using System.Data.Common;
using ContactGroup.Contracts.Channels;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>Views that were read for a person, on the way to them.</summary>
/// <param name="Streams">What the person read when they were read.</param>
/// <param name="Items">The views.</param>
internal sealed record GivenViews(IReadOnlyList<ReadableStream> Streams, IReadOnlyList<VisibleItem> Items)
{
    /// <summary>Those that are not of the person's own organisation.</summary>
    public IReadOnlyList<Given> OfOthers(bool opened)
    {
        var own = Streams.Where(stream => stream.Scope == StreamScope.Organisation).Select(stream => stream.Stream).ToHashSet(StringComparer.Ordinal);
        return [.. Items.Where(item => !own.Contains(item.Stream)).Select(item => new Given(item.Item, item.Stream, item.Revision, opened))];
    }

    /// <summary>Whether the person holds each of them, as it was read.</summary>
    public async Task<bool> AreHeldAsync(DbConnection connection, WhoAsks who, DateTimeOffset at)
    {
        var open = (await Readership.OfAsync(connection, who)).Where(stream => !stream.Closed).ToList();
        var held = await VisibleItems.HeldByAsync(connection, open, Items, at);
        return Items.All(item => held.Contains((item.Stream, item.Seq)));
    }
}
