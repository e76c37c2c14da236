using System.CommandLine;

namespace ContactGroup.Cli.Commands;

/// <summary>What whoever makes an account says: a code that allows it, the account's name, the name that others see, and a password that is not on the command line.</summary>
internal sealed class NewAccount(string command, string codeDescription)
{
    public Argument<string> Code { get; } = new("CODE") { Description = codeDescription };

    public Option<string> Account { get; } = new("--account") { Description = "The account name to have.", HelpName = "name", Required = true };

    public Option<string> DisplayName { get; } = new("--name") { Description = "The name that others see.", HelpName = "name", Required = true };

    public Option<bool> FromStdin { get; } = new("--password-stdin") { Description = "Read the password from the first line of standard input." };

    public IReadOnlyList<Symbol> All => [Code, Account, DisplayName, FromStdin];

    public async Task<string> PasswordAsync(Invocation run, CancellationToken cancellationToken)
    {
        var password = run.Get(FromStdin) ? await run.Around.In.ReadLineAsync(cancellationToken) : run.Around.InIsTerminal ? run.Around.AskSecret("Password:") : null;
        return string.IsNullOrEmpty(password)
            ? throw new CliException(ExitCode.Usage, "There is no password.", $"Pipe it in: … | contactgroup {command} CODE --password-stdin …")
            : password;
    }
}
