using ContactGroup.Contracts.Identity;
using ContactGroup.Hosting.Storage;
using ContactGroup.Identity.Domain;
using Dapper;
using Microsoft.AspNetCore.Identity;

namespace ContactGroup.Identity.Data;

/// <summary>Accounts for ASP.NET Core Identity. Passkeys are further interfaces of this class when their time comes.</summary>
internal sealed class AccountStore([FromKeyedServices(IdentityModule.Name)] ModuleStore store, TimeProvider clock)
    : IUserPasswordStore<Account>, IUserSecurityStampStore<Account>
{
    private const string Columns =
        """
        SELECT id AS Id, account AS Name, account_key AS NameKey, display_name AS DisplayName, organisation AS Organisation,
            administrator AS Administrator, password_hash AS PasswordHash, security_stamp AS SecurityStamp, suspended_at AS SuspendedAt,
            version AS Version
        FROM people
        """;

    public async Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var added = await store.WriteAsync(
            async scope =>
            {
                var rows = await scope.Connection.ExecuteAsync(
                    """
                    INSERT INTO people (id, account, account_key, display_name, organisation, administrator, password_hash, security_stamp, version, created_at)
                    VALUES (@Id, @Name, @NameKey, @DisplayName, @Organisation, @administrator, @PasswordHash, @SecurityStamp, @Version, @at)
                    ON CONFLICT (account_key) DO NOTHING
                    """,
                    new
                    {
                        user.Id,
                        user.Name,
                        user.NameKey,
                        user.DisplayName,
                        user.Organisation,
                        administrator = user.Administrator ? 1 : 0,
                        user.PasswordHash,
                        user.SecurityStamp,
                        user.Version,
                        at = now.ToMicroseconds(),
                    });
                if (rows == 0)
                {
                    return false;
                }

                await user.CommitsWith(scope);
                scope.Publish(
                    user.Id, new PersonChanged(user.Id, user.DisplayName, user.Organisation, Suspended: false, user.Administrator, user.Version, now));
                return true;
            },
            cancellationToken);
        return added ? IdentityResult.Success : IdentityResult.Failed(new IdentityErrorDescriber().DuplicateUserName(user.Name));
    }

    // Only what sign-in itself changes: the hash when the framework raises its work factor, and the stamp.
    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken)
    {
        var rows = await store.WriteAsync(
            scope => scope.Connection.ExecuteAsync(
                "UPDATE people SET password_hash = @PasswordHash, security_stamp = @SecurityStamp, version = version + 1 WHERE id = @Id AND version = @Version",
                new { user.Id, user.PasswordHash, user.SecurityStamp, user.Version }),
            cancellationToken);
        user.Version += rows;
        return rows == 1 ? IdentityResult.Success : IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure());
    }

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A person is suspended, never deleted: what they wrote keeps its author.");

    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        store.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<Account>($"{Columns} WHERE id = @userId", new { userId }), cancellationToken);

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        store.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<Account>($"{Columns} WHERE account_key = @normalizedUserName", new { normalizedUserName }),
            cancellationToken);

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken)
    {
        user.Name = userName ?? "";
        return Task.CompletedTask;
    }

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.NameKey);

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken)
    {
        user.NameKey = normalizedName;
        return Task.CompletedTask;
    }

    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash;
        return Task.CompletedTask;
    }

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken cancellationToken)
    {
        user.SecurityStamp = stamp;
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        // The store belongs to the module and outlives the request.
    }
}
