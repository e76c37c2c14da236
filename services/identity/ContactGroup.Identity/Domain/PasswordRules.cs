using Microsoft.AspNetCore.Identity;

namespace ContactGroup.Identity.Domain;

/// <summary>
/// Refuses passwords that a guesser tries first. Length is asked for elsewhere; composition rules are left out on purpose: they make passwords
/// predictable (NIST SP 800-63B).
/// </summary>
internal sealed class PasswordRules : IPasswordValidator<Account>
{
    public const int MinLength = 12;
    public const int MaxLength = 256;

    private static readonly HashSet<string> Common = new(Listed(), StringComparer.OrdinalIgnoreCase);

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var remedy = Remedy(user, password ?? "");
        return Task.FromResult(remedy is null
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = "PasswordGuessable", Description = remedy }));
    }

    private static string? Remedy(Account user, string password)
    {
        if (Same(password, user.Name) || Same(password, user.DisplayName))
        {
            return "Choose a password that is not your account or your name.";
        }

        return Common.Contains(password) || password.Distinct().Count() < 5 || Runs(password)
            ? "Choose a password that is harder to guess, such as four or more unrelated words."
            : null;
    }

    private static bool Same(string password, string name) => string.Equals(password, name, StringComparison.OrdinalIgnoreCase);

    // 123456789012, abcdefghijkl, and the same backwards.
    private static bool Runs(string password)
    {
        var steps = password.Zip(password.Skip(1), (one, next) => next - one).Distinct().ToArray();
        return steps is [1 or -1] || (steps.Length == 2 && steps.Contains(1) && (steps.Contains(-9) || steps.Contains(-25)));
    }

    private static IEnumerable<string> Listed()
    {
        using var list = typeof(PasswordRules).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(list);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
