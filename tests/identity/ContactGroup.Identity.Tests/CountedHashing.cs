using ContactGroup.Identity.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ContactGroup.Identity.Tests;

/// <summary>The framework's hashing, with few rounds so that tests are quick, and counted: the work of a refusal must not tell its reason.</summary>
internal sealed class CountedHashing : IPasswordHasher<Account>
{
    public const int Iterations = 1_000;

    private PasswordHasher<Account> inner = Hasher(Iterations);
    private int verified;

    public int Verified => verified;

    public void Reset() => verified = 0;

    /// <summary>As a later version of the framework does.</summary>
    public void RaiseWorkFactor() => inner = Hasher(2 * Iterations);

    public string HashPassword(Account user, string password) => inner.HashPassword(user, password);

    public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
    {
        Interlocked.Increment(ref verified);
        return inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }

    private static PasswordHasher<Account> Hasher(int iterations) => new(Options.Create(new PasswordHasherOptions { IterationCount = iterations }));
}
