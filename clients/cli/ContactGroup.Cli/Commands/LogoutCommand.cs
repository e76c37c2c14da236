using System.CommandLine;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary><c>logout</c>: ends the session here and on the server.</summary>
internal static class LogoutCommand
{
    public static Command Build(Cli cli) => cli.Command("logout", "End the session, on the server and in the profile.", RunAsync);

    private static async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        var client = await run.ClientAsync(cancellationToken);
        var ended = true;
        try
        {
            await client.SignOutAsync(cancellationToken);
        }
        catch (ContactGroupException away) when (away.Code is ErrorCodes.Unreachable)
        {
            ended = false;
        }

        return run.Answers.Give("logout", new { profile = run.ProfileName, endedOnServer = ended }, say => say.Line(
            ended ? "Signed out." : "Signed out here. The server could not be reached: the session ends there when it expires."));
    }
}
