using System.CommandLine;

namespace ContactGroup.Cli.Commands;

/// <summary><c>channels</c>: the channels one is admitted to.</summary>
internal static class ChannelsCommand
{
    public static Command Build(Cli cli) => cli.Command("channels", "List the channels you are admitted to.", RunAsync);

    private static async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        var groups = await (await run.ClientAsync(cancellationToken)).GetGroupsAsync(cancellationToken);
        var channels = groups.SelectMany(g => g.Channels.Select(c => new { Group = g.Name, c.Name, c.Kind, c.Admits, c.MayPost, c.Crossing, c.Id })).ToArray();
        return run.Answers.Give("channels", channels, say => say.Table(
            ["GROUP", "CHANNEL", "KIND", "ADMITS", "POST", "CROSSING", "ID"],
            channels.Select(c => new[]
            {
                c.Group, c.Name, c.Kind, string.Join(", ", c.Admits ?? []), c.MayPost ? "yes" : "no", Crossing(c.Crossing), c.Id,
            })));
    }

    private static string Crossing(string? crossing) => crossing switch
    {
        "none" => "stays here",
        "review" => "after review",
        "automatic" => "at once",
        _ => crossing ?? string.Empty,
    };
}
