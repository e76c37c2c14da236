using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>
/// Closes streams to live connections before the commit that makes new rules hold, and opens them after the commit that ends their tightening.
/// INVARIANT: in that order, so that no frame of the old rules is handed out once the new ones hold.
/// </summary>
internal sealed class StreamClosing(ReleaseStore store, IEnumerable<IStreamGate> gates, LiveNodes nodes, ILogger<StreamClosing> log)
{
    private volatile bool isBehind;

    /// <summary>Runs a unit of work that may close streams; when it fails, those that it did not come to close are open again.</summary>
    public async Task<T> RunAsync<T>(Func<WriteScope, Task<T>> change, CancellationToken cancellationToken)
    {
        try
        {
            return await store.Store.WriteAloneAsync(
                async scope =>
                {
                    var before = await ClosedAsync(scope);
                    var result = await change(scope);
                    await CloseAsync(scope, await ClosedAsync(scope), before);
                    return result;
                },
                cancellationToken);
        }
        finally
        {
            await AlignAsync();
        }
    }

    /// <summary>
    /// Brings the gates in line with what the store holds, if that failed after a change. Streams that are closed too long are made good here; streams that
    /// are open too long never come about.
    /// </summary>
    public async Task CatchUpAsync()
    {
        if (isBehind)
        {
            isBehind = false;
            await AlignAsync();
        }
    }

    /// <summary>Streams that are closed to everybody who reads them live.</summary>
    public static async Task<IReadOnlyList<string>> ClosedAsync(WriteScope scope) =>
        [.. await BarrierRows.ClosedAsync(scope.Connection), .. await StreamRows.ShutAsync(scope.Connection)];

    private async Task AlignAsync()
    {
        try
        {
            // INVARIANT: in the turn of a writer, so that nobody closes a stream between the look at what is closed and the opening of the rest; and alone, so that what it
            // looks at is on disk.
            await store.Store.WriteAloneAsync(AlignAsync, CancellationToken.None);
        }
        catch (Exception failure)
        {
            isBehind = true;
            ReleaseLog.BarrierStuck(log, failure.GetType().Name);
        }
    }

    /// <summary>Opens a stream after its tightening has ended.</summary>
    public void Open(string stream)
    {
        foreach (var gate in gates)
        {
            gate.Open([stream]);
        }
    }

    private async Task CloseAsync(WriteScope scope, IReadOnlyList<string> closed, IReadOnlyList<string> before)
    {
        foreach (var gate in gates)
        {
            gate.Close(closed);
        }

        if (closed.Except(before, StringComparer.Ordinal).Any())
        {
            await nodes.CloseAsync(scope, closed);
        }
    }

    private async Task AlignAsync(WriteScope scope)
    {
        var closed = await ClosedAsync(scope);
        foreach (var gate in gates)
        {
            gate.Close(closed);
            gate.OpenAllBut(closed);
        }
    }
}
