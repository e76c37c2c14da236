using System.CommandLine;
using System.Globalization;
using ContactGroup.Cli.Areas;
using ContactGroup.Cli.Output;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary><c>items</c>: lists and searches what one may see.</summary>
internal static class ItemsCommand
{
    public static Command Build(Cli cli)
    {
        var channel = new Option<string?>("--channel") { Description = "Name or id of a channel.", HelpName = "channel" };
        var kind = new Option<string?>("--kind") { Description = "Items of one kind only.", HelpName = "kind" };
        kind.AcceptOnlyFromAmong("message", "incident", "access-constraint", "movement", "site", "advisory");
        var search = new Option<string?>("--search", "-q") { Description = "Words to find in what you may see.", HelpName = "words" };
        var box = new Option<string?>("--bbox") { Description = "Area: west,south,east,north in degrees, or the P-code of an area of the map.", HelpName = "w,s,e,n|P-code" };
        var from = new Option<string?>("--from") { Description = "Not before: a day or an instant.", HelpName = "time" };
        var to = new Option<string?>("--until") { Description = "Not after: a day or an instant.", HelpName = "time" };
        var status = new Option<string?>("--status") { Description = "current or closed.", HelpName = "status" };
        var urgent = new Option<bool>("--urgent") { Description = "Only what is overdue, what somebody has to be called about, what your force has not acknowledged, and your own movements under way." };
        var limit = new Option<int>("--limit") { Description = "How many, 1 to 200.", HelpName = "n", DefaultValueFactory = _ => 50 };
        var after = new Option<string?>("--after") { Description = "Go on after the page that gave this token.", HelpName = "token" };
        return cli.Command("items", "List and search what you may see.", RunAsync, [channel, kind, search, box, from, to, status, urgent, limit, after]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var names = await run.NamesAsync(cancellationToken);
            var query = new ItemQuery(
                run.Get(channel) is { } name ? await names.ChannelAsync(name, cancellationToken) : null,
                run.Get(kind),
                run.Get(search),
                await BoxAsync(run, run.Get(box), cancellationToken),
                Time("--from", run.Get(from)),
                Time("--until", run.Get(to)),
                run.Get(status),
                run.Get(limit),
                run.Get(after))
            {
                Urgent = run.Get(urgent) ? true : null,
            };
            var page = await (await run.ClientAsync(cancellationToken)).FindItemsAsync(query, cancellationToken);
            return run.Answers.Give("items", page, say => Show(say, page));
        }
    }

    private static void Show(Answers say, ItemPage page)
    {
        if (page.Items.Count > 0)
        {
            say.Table(
                ["REFERENCE", "KIND", "RELEASED", "STATUS", "WHAT"],
                page.Items.Select(i => new[]
                {
                    i.Reference ?? i.Id, i.Kind, FieldText.Of(i.ReleasedAt), i.Status, ItemLine.Of(i),
                }));
        }

        say.Line($"{page.Count} {(page.Count == 1 ? "item" : "items")} that you may see.");
        if (page.Next is not null)
        {
            say.Line($"More: --after {page.Next}");
        }

        OnNotification.SayLaw(say, page.Items.Select(item => item.Kind));
    }

    private static async Task<BoundingBox?> BoxAsync(Invocation run, string? text, CancellationToken cancellationToken)
    {
        if (Pcode.Of(text) is not { } pcode)
        {
            return text is null ? null : Box(text);
        }

        var area = await run.AreaAsync("--bbox", pcode, cancellationToken);
        run.Answers.Note($"--bbox: {area.Title} is an area. What is listed is in the box around it, which reaches over its edges.");
        return new BoundingBox(area.Extent.West, area.Extent.South, area.Extent.East, area.Extent.North);
    }

    private static BoundingBox Box(string text)
    {
        var numbers = text.Split(',').Select(p => double.TryParse(p, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n : double.NaN).ToArray();
        return numbers is [var west, var south, var east, var north] && numbers.All(double.IsFinite)
            ? new BoundingBox(west, south, east, north)
            : throw new CliException(ExitCode.Usage, "--bbox takes four numbers.", "West, south, east, north in degrees, e.g. --bbox 34.2,31.2,34.6,31.6, or the P-code of an area.");
    }

    internal static DateTimeOffset? Time(string option, string? text) => text is null ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at
        : throw new CliException(ExitCode.Usage, $"{option} takes a day or an instant, not '{text}'.", "E.g. 2026-03-01 or 2026-03-01T14:30:00Z");
}
