using System.Collections.Concurrent;
using System.Data.Common;
using ContactGroup.Channels.Data;
using ContactGroup.Channels.Domain;
using ContactGroup.Contracts.Channels;
using ContactGroup.Hosting.Storage;

namespace ContactGroup.Channels;

/// <summary>
/// Who may write where, from the store and then from memory. Kept per person and channel, found or not, so that a hidden channel and an absent one
/// cost the same. Every write that could change an answer makes all kept answers void; such writes are rare.
/// </summary>
internal sealed class ChannelDirectory([FromKeyedServices(ChannelsModule.Store)] ModuleStore store) : IChannelDirectory
{
    private const int MostAnswers = 20_000;
    private readonly ConcurrentDictionary<(WhoAsks Who, string Channel), Answer> answers = new();
    private long age;

    public async ValueTask<ChannelPass?> FindAsync(WhoAsks who, string channel, CancellationToken cancellationToken)
    {
        // The age is read before the store: an answer that was read while a change committed carries the old age and is never used.
        var now = Interlocked.Read(ref age);
        if (answers.TryGetValue((who, channel), out var kept) && kept.Age == now)
        {
            return kept.Pass;
        }

        var pass = await store.ReadAsync(connection => ReadAsync(connection, who, channel), cancellationToken);
        if (answers.Count >= MostAnswers)
        {
            answers.Clear();
        }

        answers[(who, channel)] = new Answer(now, pass);
        return pass;
    }

    /// <summary>Makes every kept answer void. Runs after the commit of a change and before its caller goes on.</summary>
    public void Forget() => Interlocked.Increment(ref age);

    private static async Task<ChannelPass?> ReadAsync(DbConnection connection, WhoAsks who, string channel)
    {
        var pass = (await Standings.FindAsync(connection, who.Person, channel))?.PassFor(who);
        return pass is { MayNotify: true } ? pass with { Forces = Reach.Of(pass, await Memberships.AudiencesAsync(connection, pass.Group)) } : pass;
    }

    private sealed record Answer(long Age, ChannelPass? Pass);
}
