using System.Data.Common;
using ContactGroup.Hosting.Storage;
using Dapper;

namespace ContactGroup.Hosting.Bus;

/// <summary>Whether this process is the one that relays a store's outbox. Lost with the connection to the store, and asked for again.</summary>
internal sealed class StoreLead(ModuleStore store, Action told) : IAsyncDisposable
{
    private DbConnection? held;

    /// <summary>Whether the lead began with the last question.</summary>
    public bool IsNew { get; private set; }

    /// <summary>Whether this process leads now.</summary>
    public async Task<bool> HoldsAsync(CancellationToken cancellationToken)
    {
        IsNew = false;
        if (held is null)
        {
            held = await store.TryLeadAsync(told, cancellationToken);
            IsNew = held is not null;
            return IsNew;
        }

        try
        {
            await held.ExecuteScalarAsync<long>("SELECT 1");
            return true;
        }
        catch (Exception failure) when (failure is DbException or InvalidOperationException)
        {
            await DisposeAsync();
            return false;
        }
    }

    /// <summary>Listens, between two questions, for what other processes tell; waits to the end when this one does not lead.</summary>
    public async Task ListenAsync(CancellationToken cancellationToken) =>
        await (held is { } connection ? store.ListenAsync(connection, cancellationToken) : Task.Delay(Timeout.Infinite, cancellationToken));

    /// <summary>Gives the lead up.</summary>
    public async ValueTask DisposeAsync()
    {
        if (held is { } connection)
        {
            held = null;
            await connection.DisposeAsync();
        }
    }
}
