using ContactGroup.Hosting.Storage;
using ContactGroup.Identity.Data;
using ContactGroup.Identity.Domain;
using Dapper;

namespace ContactGroup.Identity;

/// <summary>
/// Looks in the store every few seconds for sessions that ended and are not in memory: a commit whose answer got lost, or one of another process of
/// identity while one takes the other's place.
/// </summary>
internal sealed class SessionsReload(
    [FromKeyedServices(IdentityModule.Name)] ModuleStore store, Sessions sessions, EndedSessions ended, TimeProvider clock, ILogger<SessionsReload> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pace = new PeriodicTimer(Every, clock);
        while (await pace.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var (over, suspended) = await store.ReadAsync(
                    async connection => (
                        await sessions.EndedAsync(connection),
                        (await connection.QueryAsync<string>("SELECT id FROM people WHERE suspended_at IS NOT NULL")).AsList()),
                    stoppingToken);
                ended.Add(over, "found in the store");
                suspended.ForEach(ended.Suspend);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                IdentityLog.NotReloaded(logger, failure.GetType().Name);
            }
        }
    }
}
