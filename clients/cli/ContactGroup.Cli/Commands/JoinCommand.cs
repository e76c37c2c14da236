using System.CommandLine;

namespace ContactGroup.Cli.Commands;

/// <summary><c>join</c>: makes an account from an invitation.</summary>
internal static class JoinCommand
{
    public static Command Build(Cli cli)
    {
        var account = new NewAccount("join", "The invitation's code.");
        return cli.Command("join", "Make an account from an invitation.", RunAsync, account.All);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var password = await account.PasswordAsync(run, cancellationToken);
            var client = await run.ClientAsync(cancellationToken);
            var person = await client.AcceptInvitationAsync(run.Get(account.Code), run.Get(account.Account)!, password, run.Get(account.DisplayName)!, cancellationToken);
            return run.Answers.Give("join", person, say => say.Line($"Welcome, {person.DisplayName}. Now: contactgroup login --account {run.Get(account.Account)}"));
        }
    }
}
