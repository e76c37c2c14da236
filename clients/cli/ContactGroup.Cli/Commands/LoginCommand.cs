using System.CommandLine;

namespace ContactGroup.Cli.Commands;

/// <summary><c>login</c>: signs in and keeps the session in the profile.</summary>
internal static class LoginCommand
{
    public static Command Build(Cli cli)
    {
        var account = new Option<string?>("--account") { Description = "Account name. Asked for on a terminal when absent.", HelpName = "name" };
        var fromStdin = new Option<bool>("--password-stdin") { Description = "Read the password from the first line of standard input." };
        return cli.Command("login", "Sign in and keep the session in the profile.", RunAsync, [account, fromStdin]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var name = run.Get(account) ?? AskAccount(run.Around);
            var password = run.Get(fromStdin) ? await FromStdinAsync(run.Around, cancellationToken) : AskPassword(run.Around);
            var address = await run.AddressAsync(cancellationToken);
            if (address.Scheme is "http" && !address.IsLoopback)
            {
                run.Answers.Note($"Warning: {address} is not encrypted; password and content can be read on the way. Use https.");
            }

            var client = await run.ClientAsync(cancellationToken, name);
            var session = await client.SignInAsync(name, password, cancellationToken);
            var me = await client.GetMeAsync(cancellationToken);
            return run.Answers.Give("login", new { profile = run.ProfileName, address, me }, say =>
            {
                say.Line($"Signed in as {session.Person.DisplayName} ({me.Organisation?.Name ?? "no organisation"}) on {address}, profile '{run.ProfileName}'.");
                if (me.Exercise)
                {
                    say.Line("EXERCISE: nothing on this server is real.");
                }
            });
        }
    }

    private static string AskAccount(Surroundings around) => around.InIsTerminal
        ? around.Ask("Account:")
        : throw new CliException(ExitCode.Usage, "Whose account?", "Give it: contactgroup login --account NAME");

    private static string AskPassword(Surroundings around) => around.InIsTerminal
        ? around.AskSecret("Password:")
        : throw new CliException(ExitCode.Usage, "There is no terminal to ask for the password.", "Pipe it in: … | contactgroup login --account NAME --password-stdin");

    private static async Task<string> FromStdinAsync(Surroundings around, CancellationToken cancellationToken) =>
        await around.In.ReadLineAsync(cancellationToken) is { Length: > 0 } password
            ? password
            : throw new CliException(ExitCode.Usage, "Standard input holds no password.", "Pipe it in: … | contactgroup login --account NAME --password-stdin");
}
