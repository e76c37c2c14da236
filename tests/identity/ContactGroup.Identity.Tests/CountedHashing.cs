using ContactGroup.Identity.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ContactGroup.Identity.Tests;

/// <summary>The framework's hashing, with few rounds so that tests are quick, and counted: the work of a refusal must not tell its reason.</summary>
internal sealed class CountedHashing : IPasswordHasher<Account>
{
    public const int Iterations = 1_000;

    private readonly PasswordHasher<Account> inner = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));
    private int verified;

    public int Verified => verified;

    public void Reset() => verified = 0;

    public string HashPassword(Account user, string password) => inner.HashPassword(user, password);

    public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
    {
        Interlocked.Increment(ref verified);
        return inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
