using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ContactGroup.Identity.Domain;

/// <summary>An account that nobody has: a sign-in to an unknown account checks its password instead, at the same cost.</summary>
internal sealed class Decoy(IOptions<PasswordHasherOptions> hashing)
{
    private readonly string hash = new PasswordHasher<Account>(hashing).HashPassword(new Account(), Secrets.NewRefreshToken());

    public Account Account => new() { Name = "decoy", PasswordHash = hash };
}
