using ContactGroup.Hosting.Web;

namespace ContactGroup.Identity.Domain;

/// <summary>Someone who makes an account for themselves, as they wrote it and checked. Without a password they sign in through a provider only.</summary>
internal sealed record Newcomer(string Account, string? Password, string DisplayName)
{
    public static Newcomer Check(FieldChecks checks, string account, string password, string displayName)
    {
        checks.That(
            password.Length is >= PasswordRules.MinLength and <= PasswordRules.MaxLength, "password",
            $"Use {PasswordRules.MinLength} to {PasswordRules.MaxLength} characters.");
        return Check(checks, account, displayName) with { Password = password };
    }

    /// <summary>Someone who signs in through a provider.</summary>
    public static Newcomer Check(FieldChecks checks, string account, string displayName)
    {
        // Case is what people get wrong when they type their account: it never tells two apart.
        var name = account.Trim().ToLowerInvariant();
        checks.That(
            AccountName.IsWellFormed(name), "account",
            $"Use {AccountName.MinLength} to {AccountName.MaxLength} of a-z 0-9 . _ @ -");
        return new Newcomer(name, Password: null, checks.Line("displayName", displayName, 1, 120));
    }
}
