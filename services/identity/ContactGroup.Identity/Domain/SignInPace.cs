using System.Collections.Concurrent;
using System.Net;
using ContactGroup.Hosting.Web;
using Microsoft.Extensions.Options;

namespace ContactGroup.Identity.Domain;

/// <summary>
/// Counts attempts per minute by account name and by address, whether or not the account exists. In this process only; the lock of an account
/// name is in the store.
/// </summary>
internal sealed class SignInPace(IOptions<SignInLimits> limits, TimeProvider clock)
{
    private const int MostKeys = 100_000;

    private Minute current = new(0);

    /// <summary>Counts an attempt from an address: null when it may go on, otherwise the wait in seconds.</summary>
    public int? WaitForAddress(IPAddress? address) => Count($"address {ClientAddress.BlockOf(address)}", limits.Value.PerAddressPerMinute);

    /// <summary>Counts an attempt on an account name: null when it may go on, otherwise the wait in seconds.</summary>
    public int? WaitForAccount(string name) => Count($"account {name}", limits.Value.PerAccountPerMinute);

    private int? Count(string key, int limit)
    {
        var now = clock.GetUtcNow();
        return Of(now.ToUnixTimeSeconds() / 60).Count(key) <= limit ? null : 60 - now.Second;
    }

    private Minute Of(long number)
    {
        var seen = Volatile.Read(ref current);
        if (seen.Number == number)
        {
            return seen;
        }

        var next = new Minute(number);
        var winner = Interlocked.CompareExchange(ref current, next, seen);
        return winner == seen ? next : winner;
    }

    private sealed class Minute(long number)
    {
        private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);

        public long Number { get; } = number;

        // Full means that somebody floods us with addresses or names: nobody new gets in until the minute is over.
        public int Count(string key) => counts.Count >= MostKeys && !counts.ContainsKey(key)
            ? int.MaxValue
            : counts.AddOrUpdate(key, 1, (_, before) => before + 1);
    }
}
