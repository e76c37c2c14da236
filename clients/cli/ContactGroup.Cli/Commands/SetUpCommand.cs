using System.CommandLine;

namespace ContactGroup.Cli.Commands;

/// <summary><c>setup</c>: makes the first administrator of a new server.</summary>
internal static class SetUpCommand
{
    public static Command Build(Cli cli)
    {
        var account = new NewAccount("setup", "The set-up code that the server printed.");
        return cli.Command("setup", "Make the first administrator of a new server. An administrator reads nobody's content.", RunAsync, account.All);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var password = await account.PasswordAsync(run, cancellationToken);
            var client = await run.ClientAsync(cancellationToken);
            var person = await client.SetUpAsync(run.Get(account.Code), run.Get(account.Account)!, password, run.Get(account.DisplayName)!, cancellationToken);
            return run.Answers.Give("setup", person, say =>
            {
                say.Line($"Welcome, {person.DisplayName}. Now: contactgroup login --account {run.Get(account.Account)}");
                say.Line("Then: contactgroup organisations add NAME --type coordination, and contactgroup invite NAME for who is to open the contact group.");
            });
        }
    }
}
