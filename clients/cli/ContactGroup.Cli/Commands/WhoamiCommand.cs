using System.CommandLine;

namespace ContactGroup.Cli.Commands;

/// <summary><c>whoami</c>: who is signed in, and what the policy takes them for.</summary>
internal static class WhoamiCommand
{
    public static Command Build(Cli cli) => cli.Command("whoami", "Say who is signed in, and what the policy takes them for.", RunAsync);

    private static async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        var me = await (await run.ClientAsync(cancellationToken)).GetMeAsync(cancellationToken);
        var roles = new[] { me.IsCoordinator ? "coordinator" : null, me.IsAdministrator ? "administrator" : null }.OfType<string>();
        return run.Answers.Give("whoami", me, say => say.Pairs(
        [
            ("Person", $"{me.Person.DisplayName} ({me.Person.Name})"),
            ("Organisation", me.Organisation?.Name),
            ("Constituency", me.Organisation?.Constituency),
            ("Force", me.Organisation?.Force),
            ("Side", me.Side),
            ("Audience", me.Audience),
            ("Roles", string.Join(", ", roles)),
            ("Exercise", me.Exercise ? "yes: nothing on this server is real" : null),
        ]));
    }
}
