using System.Collections.Concurrent;

namespace ContactGroup.Hosting.Web;

/// <summary>How many bodies of one caller are waited for at once. What a slow line needs is a few; more is somebody who fills the memory.</summary>
internal sealed class BodiesUnderWay
{
    private const int Most = 32;
    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>Begins to wait for one; dispose it when it is here.</summary>
    /// <exception cref="RefusedException">Too many are under way.</exception>
    public IDisposable Begin(string caller)
    {
        if (counts.AddOrUpdate(caller, 1, (_, count) => count + 1) > Most)
        {
            End(caller);
            throw new RefusedException(ProblemCode.TooManyRequests);
        }

        return new Wait(this, caller);
    }

    private void End(string caller)
    {
        // Whoever has none is not kept: callers are without end.
        if (counts.AddOrUpdate(caller, 0, (_, count) => count - 1) == 0)
        {
            counts.TryRemove(KeyValuePair.Create(caller, 0));
        }
    }

    private sealed class Wait(BodiesUnderWay all, string caller) : IDisposable
    {
        public void Dispose() => all.End(caller);
    }
}
