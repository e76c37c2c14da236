using System.Data.Common;
using ContactGroup.Classification;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>
/// What a turn of the writer reads of rooms, each once: several posts in one room ask for the same. INVARIANT: it lives no longer than the turn, and only in one
/// that changes no room and no policy.
/// </summary>
internal sealed class Rooms(DbConnection connection)
{
    private readonly Dictionary<string, ChannelState?> channels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<StreamRow>> streams = new(StringComparer.Ordinal);
    private bool isPolicyMine;

    /// <summary>A channel as the store has it; null when it is not known.</summary>
    public async Task<ChannelState?> FindAsync(string channel)
    {
        if (!channels.TryGetValue(channel, out var known))
        {
            channels[channel] = known = await ChannelRows.FindAsync(connection, channel);
        }

        return known;
    }

    /// <summary>The streams of a channel.</summary>
    public async Task<IReadOnlyList<StreamRow>> StreamsAsync(string channel)
    {
        if (!streams.TryGetValue(channel, out var known))
        {
            streams[channel] = known = await StreamRows.OfChannelAsync(connection, channel);
        }

        return known;
    }

    /// <summary>See <see cref="PolicyRows.RequireAsync"/>.</summary>
    public async Task RequirePolicyAsync(PolicyTable mine)
    {
        if (!isPolicyMine)
        {
            await PolicyRows.RequireAsync(connection, mine);
            isPolicyMine = true;
        }
    }
}
