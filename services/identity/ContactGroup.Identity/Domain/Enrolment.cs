using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace ContactGroup.Identity.Domain;

/// <summary>Makes accounts: the one way for set-up, invitations and seeding.</summary>
internal sealed class Enrolment(UserManager<Account> users)
{
    /// <summary>Makes an account.</summary>
    /// <param name="newcomer">Whose.</param>
    /// <param name="organisation">Id of the organisation; null makes an administrator, who has none.</param>
    /// <param name="commitsWith">What else the same transaction does with the new person's id; a <see cref="RefusedException"/> undoes the account.</param>
    /// <returns>The account, or why it was refused.</returns>
    public async Task<(Account? Account, ProblemHttpResult? Refusal)> EnrolAsync(
        Newcomer newcomer, string? organisation, Func<WriteScope, string, Task> commitsWith)
    {
        var id = Contracts.Ids.New();
        var account = new Account
        {
            Id = id,
            Name = newcomer.Account,
            DisplayName = newcomer.DisplayName,
            Organisation = organisation,
            Administrator = organisation is null,
            CommitsWith = scope => commitsWith(scope, id),
        };
        var made = newcomer.Password is { } password ? await users.CreateAsync(account, password) : await users.CreateAsync(account);
        return made.Succeeded ? (account, null) : (null, Refusal(made));
    }

    private static ProblemHttpResult Refusal(IdentityResult result)
    {
        if (result.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.DuplicateUserName)))
        {
            return Problems.Refused(ProblemCode.AccountNameTaken);
        }

        var checks = new FieldChecks();
        foreach (var error in result.Errors)
        {
            checks.Add(error.Code.StartsWith("Password", StringComparison.Ordinal) ? "password" : "account", error.Description);
        }

        return Problems.Invalid(checks);
    }
}
