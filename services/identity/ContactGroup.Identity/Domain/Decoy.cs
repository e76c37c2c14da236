using Microsoft.AspNetCore.Identity;

namespace ContactGroup.Identity.Domain;

/// <summary>An account that nobody has: a sign-in to an unknown account checks its password instead, at the same cost.</summary>
internal sealed class Decoy
{
    private readonly Lazy<string> hash = new(() => new PasswordHasher<Account>().HashPassword(new Account(), Secrets.NewRefreshToken()));

    public Account Account => new() { Name = "decoy", PasswordHash = hash.Value };
}
