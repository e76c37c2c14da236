using System.CommandLine;

namespace ContactGroup.Cli.Commands;

/// <summary><c>channels</c>: the channels one is admitted to; and how a coordinator opens one.</summary>
internal static class ChannelsCommand
{
    public static Command Build(Cli cli)
    {
        var channels = cli.Command("channels", "List the channels you are admitted to.", RunAsync);
        channels.Add(BuildOpen(cli));
        return channels;
    }

    private static Command BuildOpen(Cli cli)
    {
        var name = new Argument<string>("NAME") { Description = "The channel's name." };
        var kind = new Option<string>("--kind")
        {
            Description = "plenary (everybody), caucus (one side or part of it), desk (one force and the convenor), notice (read by everybody) or notification (movements and sites).",
            HelpName = "kind",
            Required = true,
        };
        var admit = new Option<string[]>("--admit")
        {
            Description = "A side or audience that takes part, such as humanitarian, ingo or military:northern-force; for a caucus and a desk. May be given several times.",
            HelpName = "audience",
        };
        var group = GroupOption.Build();
        return cli.Command("open", "Open a channel in a contact group (coordinators).", OpenAsync, [name, kind, admit, group]);

        async Task<ExitCode> OpenAsync(Invocation run, CancellationToken cancellationToken)
        {
            var found = await (await run.NamesAsync(cancellationToken)).GroupAsync(run.Get(group), cancellationToken);
            var id = await (await run.ClientAsync(cancellationToken)).Coordination.OpenChannelAsync(
                found.Id, run.Get(name), run.Get(kind)!, run.Get(admit) ?? [], key: null, cancellationToken);
            return run.Answers.Give("channel", new { group = found.Id, id }, say => say.Line($"Opened '{run.Get(name)}' in '{found.Name}'."));
        }
    }

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
