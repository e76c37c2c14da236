using System.CommandLine;

namespace ContactGroup.Cli.Commands;

/// <summary><c>groups</c>: the contact groups one belongs to, with purpose and terms; and what a coordinator does to one.</summary>
internal static class GroupsCommand
{
    public static Command Build(Cli cli)
    {
        var groups = cli.Command("groups", "List the contact groups you belong to.", RunAsync);
        groups.Add(ConvenedGroups.BuildOpen(cli));
        groups.Add(ConvenedGroups.BuildPosture(cli));
        return groups;
    }

    private static async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        var groups = await (await run.ClientAsync(cancellationToken)).GetGroupsAsync(cancellationToken);
        return run.Answers.Give("groups", groups, say =>
        {
            if (groups.Count == 0)
            {
                say.Line("You belong to no contact group yet. A coordinator admits members.");
                return;
            }

            say.Table(
                ["NAME", "POSTURE", "CONVENOR", "TERMS", "CHANNELS", "ID"],
                groups.Select(g => new[]
                {
                    g.Exercise ? g.Name + " (exercise)" : g.Name,
                    g.Posture,
                    g.Convenor?.Name,
                    $"version {g.TermsVersion}, {(g.TermsAccepted ? "accepted" : "not accepted")}",
                    string.Join(", ", g.Channels.Select(c => c.Name)),
                    g.Id,
                }));
        });
    }
}
