using System.Collections.Concurrent;
using ContactGroup.Channels.Data;
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

        var standing = await store.ReadAsync(connection => Standings.FindAsync(connection, who.Person, channel), cancellationToken);
        var pass = standing?.PassFor(who);
        if (answers.Count >= MostAnswers)
        {
            answers.Clear();
        }

        answers[(who, channel)] = new Answer(now, pass);
        return pass;
    }

    /// <summary>Makes every kept answer void. Runs after the commit of a change and before its caller goes on.</summary>
    public void Forget() => Interlocked.Increment(ref age);

    private sealed record Answer(long Age, ChannelPass? Pass);
}
