using System.CommandLine;

namespace ContactGroup.Cli.Commands;

/// <summary><c>join</c>: makes an account from an invitation.</summary>
internal static class JoinCommand
{
    public static Command Build(Cli cli) => NewAccount.Build(
        cli,
        "join",
        "Make an account from an invitation.",
        "The invitation's code.",
        (client, code, account, password, name, cancellationToken) => client.AcceptInvitationAsync(code, account, password, name, cancellationToken));
}
