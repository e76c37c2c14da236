using System.CommandLine;

namespace ContactGroup.Cli.Commands;

/// <summary><c>join</c>: makes an account from an invitation.</summary>
internal static class JoinCommand
{
    public static Command Build(Cli cli)
    {
        var code = new Argument<string>("CODE") { Description = "The invitation's code." };
        var account = new Option<string>("--account") { Description = "The account name to have.", HelpName = "name", Required = true };
        var displayName = new Option<string>("--name") { Description = "The name that others see.", HelpName = "name", Required = true };
        var fromStdin = new Option<bool>("--password-stdin") { Description = "Read the password from the first line of standard input." };
        return cli.Command("join", "Make an account from an invitation.", RunAsync, [code, account, displayName, fromStdin]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var password = run.Get(fromStdin) ? await run.Around.In.ReadLineAsync(cancellationToken) : run.Around.InIsTerminal ? run.Around.AskSecret("Password:") : null;
            if (string.IsNullOrEmpty(password))
            {
                throw new CliException(ExitCode.Usage, "There is no password.", "Pipe it in: … | contactgroup join CODE --password-stdin …");
            }

            var client = await run.ClientAsync(cancellationToken);
            var person = await client.AcceptInvitationAsync(run.Get(code), run.Get(account)!, password, run.Get(displayName)!, cancellationToken);
            return run.Answers.Give("join", person, say => say.Line($"Welcome, {person.DisplayName}. Now: contactgroup login --account {run.Get(account)}"));
        }
    }
}
