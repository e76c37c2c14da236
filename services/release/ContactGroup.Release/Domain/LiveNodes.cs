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
    // By the clocks of two machines, which may differ by a minute.
    private static readonly TimeSpan LongGone = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(4);

    // Longer than any lease that may have been given before, with room for a node whose clock runs slow.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    // Whoever does not follow within this time counts as silent. With the patience less than what callers of release wait.
    private static readonly TimeSpan Push = TimeSpan.FromSeconds(2);

    // By process: the renewal after which its lease has run out.
    private readonly ConcurrentDictionary<string, long> runOut = new(StringComparer.Ordinal);
    private long number;

    // First, because a lease that runs out behind a burst of posts sends everybody away, and who comes back makes the burst longer.
    public async ValueTask<LiveLease> RenewAsync(LiveNode node, CancellationToken cancellationToken) => await store.Store.WriteFirstAsync(
        async scope =>
        {
            var now = scope.Now;
            await ForgetGoneAsync(scope, now);
            await NodeRows.RenewAsync(scope.Connection, node, now.ToMicroseconds());
            return new LiveLease((int)Lease.TotalMilliseconds, Next(node.Number), await StreamClosing.ClosedAsync(scope));
        },
        cancellationToken);

    /// <summary>Makes every node hold these streams closed, and returns when none can go on by an earlier state. They open again with the next lease.</summary>
    /// <param name="scope">The turn of a writer, so that states have one order and no lease is given meanwhile.</param>
    /// <param name="closed">All streams that are closed.</param>
    public Task CloseAsync(WriteScope scope, IReadOnlyList<string> closed) =>
        OnEachAsync(scope, (node, gate, token) => InsistAsync(node, gate, closed, token));

    /// <summary>Ends a person's live connections at every node.</summary>
    /// <param name="scope">The turn of a writer, so that no lease is given meanwhile.</param>
    /// <param name="person">Id of the person.</param>
    /// <param name="end">The membership that ended.</param>
    public Task EndAsync(WriteScope scope, string person, MembershipEnd end) =>
        OnEachAsync(scope, (node, gate, token) => gate.EndAsync(node.Process, person, end, token).AsTask());

    private async Task InsistAsync(NodeRow node, ILiveGate gate, IReadOnlyList<string> closed, CancellationToken cancellationToken)
    {
        for (var mine = Next(0); await gate.AlignAsync(node.Process, mine, closed, cancellationToken) is var theirs && theirs > mine;)
        {
            mine = Next(theirs); // An earlier writer had a later clock.
        }
    }

    private async Task OnEachAsync(WriteScope scope, Func<NodeRow, ILiveGate, CancellationToken, Task> ask)
    {
        var nodes = await NodesAsync(scope);
        var silent = (await Task.WhenAll(nodes.Select(node => FollowsAsync(node, ask)))).Zip(nodes).Where(one => !one.First).Select(one => one.Second).ToList();
        if (silent.Count > 0)
        {
            await Task.Delay(Patience, clock);
            silent.ForEach(node => runOut[node.Process] = node.RenewedAt);
        }
    }

    // On the connection of the turn: a node that got its first lease in it is among them.
    private async Task<IReadOnlyList<NodeRow>> NodesAsync(WriteScope scope) =>
        [.. (await NodeRows.AllAsync(scope.Connection)).Where(node => !runOut.TryGetValue(node.Process, out var at) || at != node.RenewedAt)];

    // What it handed over has ended with its lease.
    private async Task ForgetGoneAsync(WriteScope scope, DateTimeOffset now)
    {
        foreach (var process in await NodeRows.GoneAsync(scope.Connection, (now - LongGone).ToMicroseconds()))
        {
            await ReadingRows.EndOfProcessAsync(scope.Connection, process, now.ToMicroseconds());
            await NodeRows.ForgetAsync(scope.Connection, process);
            scope.AfterCommit(() => runOut.TryRemove(process, out _));
        }
    }

    private async Task<bool> FollowsAsync(NodeRow node, Func<NodeRow, ILiveGate, CancellationToken, Task> ask)
    {
        using var limit = new CancellationTokenSource(Push, clock);
        try
        {
            await ask(node, callers.At<ILiveGate>(new Uri(node.Address)), limit.Token);
            return true;
        }
        catch (Exception failure)
        {
            ReleaseLog.NodeSilent(log, node.Node, failure.GetType().Name);
            return false;
        }
    }

    private long Next(long known)
    {
        while (true)
        {
            var last = Interlocked.Read(ref number);
            var next = Math.Max(Math.Max(last, known) + 1, clock.GetUtcNow().ToMicroseconds());
            if (Interlocked.CompareExchange(ref number, next, last) == last)
            {
                return next;
            }
        }
    }
}
