using ContactGroup.Hosting.Storage;
using ContactGroup.Identity.Data;
using ContactGroup.Identity.Domain;
using Dapper;

namespace ContactGroup.Identity;

/// <summary>Before the first request: remember which sessions ended, and open set-up when nobody has an account.</summary>
internal sealed class IdentityStartup(
    [FromKeyedServices(IdentityModule.Name)] ModuleStore store, Sessions sessions, EndedSessions ended, SetUpCode setUp) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var anybody = await store.ReadAsync(
            async connection =>
            {
                var suspended = await connection.QueryAsync<string>("SELECT id FROM people WHERE suspended_at IS NOT NULL");
                ended.Load(await sessions.EndedAsync(connection), [.. suspended]);
                return await People.AnyAsync(connection);
            },
            cancellationToken);
        if (!anybody)
        {
            setUp.Open();
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
