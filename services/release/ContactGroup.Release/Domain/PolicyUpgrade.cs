using ContactGroup.Classification;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Data;

namespace ContactGroup.Release.Domain;

/// <summary>
/// Before the first request: compares the policy in force with the one that present views were decided by, and closes what the new one gives less of.
/// By the difference of two tables; a name or version that changed alone concerns nobody.
/// </summary>
internal sealed class PolicyUpgrade(
    ReleaseStore store, StreamClosing closing, RuleBarrier barrier, Rulings rulings, PolicySource source, TimeProvider clock, ILogger<PolicyUpgrade> log)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var stored = await store.Store.ReadAsync(PolicyRows.FindAsync, cancellationToken);
        if (stored is not null && stored.Document.AsSpan().SequenceEqual(source.Utf8) && IsInForce(stored))
        {
            return;
        }

        var concerned = await closing.RunAsync(TakeOverAsync, cancellationToken);
        ReleaseLog.PolicyChanged(log, stored?.Name ?? "none", rulings.Policy, concerned);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private bool IsInForce(PolicyRow stored) => string.Equals(stored.Fingerprint, rulings.Table.Fingerprint, StringComparison.Ordinal);

    /// <summary>Marks what is to be looked at again. The number of channels concerned.</summary>
    private async Task<int> TakeOverAsync(WriteScope scope)
    {
        // Asked again in the turn of a writer: another process may have put its own in force meanwhile.
        var stored = await PolicyRows.FindAsync(scope.Connection);
        await PolicyRows.SaveAsync(scope.Connection, source, rulings.Table, clock.GetUtcNow().ToMicroseconds());
        if (stored is not null && IsInForce(stored))
        {
            return 0;
        }

        var before = TableOf(stored);
        var concerned = 0;
        foreach (var channel in await ChannelRows.AllAsync(scope.Connection))
        {
            if (await barrier.ShiftAsync(scope, channel, audience => ShiftOf(before, channel, audience)))
            {
                await Reevaluation.RequestAsync(scope.Connection, channel.Channel);
                concerned++;
            }
        }

        return concerned;
    }

    private RuleShift ShiftOf(PolicyTable? before, ChannelState channel, Audience audience) => before is null
        ? RuleShift.Shrinks | RuleShift.Grows
        : Shifts.Between(before, channel, rulings.Table, channel, audience);

    /// <summary>The table that views were decided by; null when it cannot be had any more, because the document or the engine is another: then all are concerned.</summary>
    private static PolicyTable? TableOf(PolicyRow? stored)
    {
        if (stored is null || !PolicyDocument.TryParse(stored.Document, out var document, out _))
        {
            return null;
        }

        var table = PolicyTable.Compile(document);
        return string.Equals(table.Fingerprint, stored.Fingerprint, StringComparison.Ordinal) ? table : null;
    }
}
