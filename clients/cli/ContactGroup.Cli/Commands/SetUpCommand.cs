using System.CommandLine;

namespace ContactGroup.Cli.Commands;

/// <summary><c>setup</c>: makes the first administrator of a new server.</summary>
internal static class SetUpCommand
{
    public static Command Build(Cli cli) => NewAccount.Build(
        cli,
        "setup",
        "Make the first administrator of a new server. An administrator reads nobody's content.",
        "The set-up code that the server printed.",
        (client, code, account, password, name, cancellationToken) => client.SetUpAsync(code, account, password, name, cancellationToken),
        "Then: contactgroup organisations add NAME --type coordination, and contactgroup invite NAME for who is to open the contact group.");
}
