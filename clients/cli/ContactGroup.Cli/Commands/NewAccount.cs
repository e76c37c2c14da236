using System.CommandLine;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary>
/// A command by which somebody makes an account: they give a code that lets them, the account's name, the name that others see, and a password that is not on the
/// command line.
/// </summary>
internal static class NewAccount
{
    /// <summary>Makes the account of whoever has the code.</summary>
    public delegate Task<PersonName> Making(ContactGroupClient client, string code, string account, string password, string displayName, CancellationToken cancellationToken);

    /// <param name="cli">The command line.</param>
    /// <param name="name">Name of the command.</param>
    /// <param name="description">What it does.</param>
    /// <param name="codeDescription">Where the code is from.</param>
    /// <param name="make">Makes the account.</param>
    /// <param name="next">What to do after signing in; null for nothing that is to be said.</param>
    public static Command Build(Cli cli, string name, string description, string codeDescription, Making make, string? next = null)
    {
        var code = new Argument<string>("CODE") { Description = codeDescription };
        var account = new Option<string>("--account") { Description = "The account name to have.", HelpName = "name", Required = true };
        var displayName = new Option<string>("--name") { Description = "The name that others see.", HelpName = "name", Required = true };
        var fromStdin = new Option<bool>("--password-stdin") { Description = "Read the password from the first line of standard input." };
        return cli.Command(name, description, RunAsync, [code, account, displayName, fromStdin]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var password = run.Get(fromStdin) ? await run.Around.In.ReadLineAsync(cancellationToken) : run.Around.InIsTerminal ? run.Around.AskSecret("Password:") : null;
            if (string.IsNullOrEmpty(password))
            {
                throw new CliException(ExitCode.Usage, "There is no password.", $"Pipe it in: … | contactgroup {name} CODE --password-stdin …");
            }

            var person = await make(await run.ClientAsync(cancellationToken), run.Get(code), run.Get(account)!, password, run.Get(displayName)!, cancellationToken);
            return run.Answers.Give(name, person, say =>
            {
                say.Line($"Welcome, {person.DisplayName}. Now: contactgroup login --account {run.Get(account)}");
                if (next is not null)
                {
                    say.Line(next);
                }
            });
        }
    }
}
