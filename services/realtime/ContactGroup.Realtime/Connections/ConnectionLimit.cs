using ContactGroup.Contracts;
using ContactGroup.Hosting.Shared;
using Microsoft.Extensions.Options;

namespace ContactGroup.Realtime.Connections;

/// <summary>
/// How many live connections a person may have, over all processes that share a server for it. What that server says only ever refuses what this process
/// would take; connections that are there are not ended by it.
/// </summary>
internal sealed class ConnectionLimit(
    LiveConnections connections, SharedTally tally, IOptions<RealtimeOptions> options, TimeProvider clock) : BackgroundService
{
    private const string Kind = "connections";

    private readonly string process = Ids.New();

    /// <summary>Whether a person has room for the connection that was just added.</summary>
    /// <param name="person">The person.</param>
    /// <param name="mine">How many the person had here when it was added, itself included.</param>
    public async ValueTask<bool> HasRoomAsync(string person, int mine)
    {
        var most = options.Value.ConnectionsPerPerson;
        if (mine > most || !tally.IsShared)
        {
            return mine <= most;
        }

        return await SayAsync(person, CancellationToken.None) is { } others ? mine + others <= most : mine <= tally.ShareOf(most);
    }

    /// <summary>A connection of a person is gone.</summary>
    public async ValueTask LessAsync(string person)
    {
        if (tally.IsShared)
        {
            await SayAsync(person, CancellationToken.None);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!tally.IsShared)
        {
            return;
        }

        using var pace = new PeriodicTimer(SharedTally.Life / 3, clock);
        while (await pace.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var person in connections.People())
            {
                if (await SayAsync(person, stoppingToken) is null)
                {
                    break; // It is away, and is told everything when it is back.
                }
            }
        }
    }

    private ValueTask<int?> SayAsync(string person, CancellationToken cancellationToken) =>
        tally.SayAsync(Kind, person, process, connections.CountOf(person), cancellationToken);
}
