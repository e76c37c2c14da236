using ContactGroup.Hosting.Authentication;
using Microsoft.Extensions.Options;

namespace ContactGroup.Realtime.Connections;

/// <summary>Every live connection of this process, by person.</summary>
internal sealed class LiveConnections(IOptions<RealtimeOptions> options, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<LiveConnection>> byPerson = new(StringComparer.Ordinal);
    private int count;

    public int Count => Volatile.Read(ref count);

    /// <summary>Set once at start: hears of connections dropped for being slow.</summary>
    public Action<LiveConnection, string>? Slow { get; set; }

    /// <summary>Adds a connection; the answer says how many the person has here with it.</summary>
    public (LiveConnection Connection, int OfPerson) Add(ILiveSocket socket, Participant who)
    {
        var connection = new LiveConnection(socket, who, options.Value.WaitingBatches, clock) { Slow = (slow, reason) => Slow?.Invoke(slow, reason) };
        lock (gate)
        {
            if (!byPerson.TryGetValue(who.PersonId, out var mine))
            {
                byPerson[who.PersonId] = mine = [];
            }

            mine.Add(connection);
            count++;
            return (connection, mine.Count);
        }
    }

    /// <summary>Removes a connection whose transport closed.</summary>
    public void Remove(LiveConnection connection)
    {
        connection.Close();
        lock (gate)
        {
            if (byPerson.TryGetValue(connection.Who.PersonId, out var mine) && mine.Remove(connection))
            {
                count--;
                if (mine.Count == 0)
                {
                    byPerson.Remove(connection.Who.PersonId);
                }
            }
        }
    }

    /// <summary>How many connections a person has here.</summary>
    public int CountOf(string person)
    {
        lock (gate)
        {
            return byPerson.TryGetValue(person, out var mine) ? mine.Count : 0;
        }
    }

    /// <summary>Everybody who has a connection here.</summary>
    public IReadOnlyList<string> People()
    {
        lock (gate)
        {
            return [.. byPerson.Keys];
        }
    }

    public IReadOnlyList<LiveConnection> OfPerson(string person)
    {
        lock (gate)
        {
            return byPerson.TryGetValue(person, out var mine) ? [.. mine] : [];
        }
    }

    public IReadOnlyList<LiveConnection> All()
    {
        lock (gate)
        {
            return [.. byPerson.Values.SelectMany(mine => mine)];
        }
    }
}
