using System.Text.Json.Nodes;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Release;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>Answers other services whether a person's audiences hold an item now.</summary>
internal sealed class HeldItems(ReleaseStore store, TimeProvider clock) : IHeldItems
{
    public async ValueTask<HeldItem?> FindAsync(WhoAsks who, string item, CancellationToken cancellationToken) =>
        await store.Store.ReadAsync(
            async connection =>
            {
                var streams = await Readership.OfAsync(connection, who);
                if (await VisibleItems.FindAsync(connection, streams, item, clock.GetUtcNow()) is not { } visible)
                {
                    return null;
                }

                var stream = streams.First(stream => string.Equals(stream.Stream, visible.Stream, StringComparison.Ordinal));
                var fields = JsonNode.Parse(visible.Body)?["fields"];
                var requested = fields?["acknowledgementRequested"]?.GetValue<bool>() ?? false;
                return new HeldItem(item, stream.Channel.Channel, visible.Kind, stream.Scope == StreamScope.Organisation, requested)
                {
                    Version = fields?["version"]?.GetValue<int>(),
                    Hash = visible.Hash,
                };
            },
            cancellationToken);
}
