using System.Collections.Concurrent;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>Receipts known to be on disk, so that looking again writes nothing. Bounded: when it is full it starts anew.</summary>
internal sealed class KnownReceipts
{
    private const int Most = 100_000;

    private ConcurrentDictionary<(string Person, Given Given), bool> known = new();

    public bool Contains(string person, Given given) => known.ContainsKey((person, given));

    public void Add(string person, Given given)
    {
        if (known.Count >= Most)
        {
            known = new ConcurrentDictionary<(string Person, Given Given), bool>();
        }

        known[(person, given)] = true;
    }
}
