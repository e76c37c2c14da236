using System.Collections.Concurrent;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Ports;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>
/// The processes with live connections besides this one. INVARIANT: what is narrowed holds when each of them has said that it follows, or when the lease of
/// those that did not has run out. Where all modules are in one process there are none.
/// </summary>
internal sealed class LiveNodes(ReleaseStore store, PortCallers callers, TimeProvider clock, ILogger<LiveNodes> log) : ILiveNodes
{
    /// <summary>A process that did not renew its lease for so long is gone, also by the clocks of two machines, which may differ.</summary>
    public static readonly TimeSpan LongGone = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(4);

    // Longer than any lease that may have been given before, with room for a node whose clock runs slow.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);


    private readonly ConcurrentDictionary<string, long> runOut = new(StringComparer.Ordinal);
    private long number;

    public async ValueTask<LiveLease> RenewAsync(LiveNode node, CancellationToken cancellationToken) => await store.Store.WriteAsync(
        async scope =>
        {
            var now = scope.Now.ToMicroseconds();
            if (await NodeRows.FormerAsync(scope.Connection, node) is { } former)
            {
                await ReadingRows.EndOfProcessAsync(scope.Connection, former, now);
            }

            await NodeRows.RenewAsync(scope.Connection, node, now);
            return new LiveLease((int)Lease.TotalMilliseconds, Next(), await StreamClosing.ClosedAsync(scope));
        },
        cancellationToken);

    /// <summary>Makes every node hold these streams closed and no others. In the turn of a writer, so that states have one order.</summary>
    /// <param name="closed">All streams that are closed.</param>
    /// <param name="mustHold">Whether to wait until none can go on by an earlier state; otherwise those that cannot be reached hear of it with their next lease.</param>
    public Task AlignAsync(IReadOnlyList<string> closed, bool mustHold) =>
        OnEachAsync((gate, token) => AlignAsync(gate, closed, token), mustHold);

    /// <summary>Ends a person's live connections at every node.</summary>
    public Task EndAsync(string person, MembershipEnd end) =>
        OnEachAsync((gate, token) => gate.EndAsync(person, end, token).AsTask(), mustHold: true);

    private async Task AlignAsync(ILiveGate gate, IReadOnlyList<string> closed, CancellationToken cancellationToken)
    {
        for (var mine = Next(); await gate.AlignAsync(mine, closed, cancellationToken) is var theirs && theirs > mine; mine = Next())
        {
            // An earlier writer had a later clock.
            Interlocked.Exchange(ref number, theirs);
        }
    }

    private async Task OnEachAsync(Func<ILiveGate, CancellationToken, Task> ask, bool mustHold)
    {
        var since = (clock.GetUtcNow() - LongGone).ToMicroseconds();
        var nodes = (await store.Store.ReadAsync(connection => NodeRows.SinceAsync(connection, since), CancellationToken.None))
            .Where(node => !runOut.TryGetValue(node.Node, out var at) || at < node.RenewedAt)
            .ToList();
        var silent = (await Task.WhenAll(nodes.Select(node => FollowsAsync(node, ask)))).Zip(nodes).Where(one => !one.First).Select(one => one.Second).ToList();
        if (silent.Count > 0 && mustHold)
        {
            await Task.Delay(Patience, clock);
            silent.ForEach(node => runOut[node.Node] = node.RenewedAt);
        }
    }

    private async Task<bool> FollowsAsync(NodeRow node, Func<ILiveGate, CancellationToken, Task> ask)
    {
        using var limit = new CancellationTokenSource(Lease, clock);
        try
        {
            await ask(callers.At<ILiveGate>(new Uri(node.Address)), limit.Token);
            return true;
        }
        catch (Exception failure)
        {
            ReleaseLog.NodeSilent(log, node.Node, failure.GetType().Name);
            return false;
        }
    }

    private long Next()
    {
        while (true)
        {
            var last = Interlocked.Read(ref number);
            var next = Math.Max(last + 1, clock.GetUtcNow().ToMicroseconds());
            if (Interlocked.CompareExchange(ref number, next, last) == last)
            {
                return next;
            }
        }
    }
}
