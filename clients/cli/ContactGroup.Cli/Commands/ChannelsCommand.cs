using System.CommandLine;

namespace ContactGroup.Cli.Commands;

/// <summary><c>channels</c>: the channels one is admitted to.</summary>
internal static class ChannelsCommand
{
    public static Command Build(Cli cli) => cli.Command("channels", "List the channels you are admitted to.", RunAsync);

    private static async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        var groups = await (await run.ClientAsync(cancellationToken)).GetGroupsAsync(cancellationToken);
        var channels = groups.SelectMany(g => g.Channels.Select(c => new { Group = g.Name, c.Name, c.Kind, c.Admits, c.MayPost, c.Crossing, c.Forces, c.Id })).ToArray();
        return run.Answers.Give("channels", channels, say => say.Table(
            ["GROUP", "CHANNEL", "KIND", "ADMITS", "POST", "CROSSING", "NOTIFY", "ID"],
            channels.Select(c => new[]
            {
                c.Group, c.Name, c.Kind, string.Join(", ", c.Admits ?? []), c.MayPost ? "yes" : "no", Crossing(c.Kind, c.Crossing), Notify(c.Forces), c.Id,
            })));
    }

    private static string Crossing(string kind, string? crossing) => crossing switch
    {
        _ when kind is "notification" => "to who is named",
        "none" => "stays here",
        "review" => "after review",
        "automatic" => "at once",
        _ => crossing ?? string.Empty,
    };

    // Whom a notification reaches, for who may notify there.
    private static string Notify(IReadOnlyList<string>? forces) => forces switch
    {
        null => "no",
        [] => "reaches nobody",
        _ => string.Join(", ", forces),
    };
}
