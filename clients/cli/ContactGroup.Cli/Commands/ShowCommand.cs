using System.CommandLine;
using ContactGroup.Cli.Output;

namespace ContactGroup.Cli.Commands;

/// <summary><c>show</c>: an item, as far as one may see it.</summary>
internal static class ShowCommand
{
    public static Command Build(Cli cli)
    {
        var item = new Argument<string>("ITEM") { Description = "Id or reference." };
        return cli.Command("show", "Show an item as far as you may see it.", RunAsync, [item]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var names = await run.NamesAsync(cancellationToken);
            var id = await names.ItemAsync(run.Get(item), cancellationToken);
            var found = await (await run.ClientAsync(cancellationToken)).GetItemAsync(id, cancellationToken);
            var channel = await names.ChannelNameAsync(found.Channel, cancellationToken);
            return run.Answers.Give("item", found, say => Show(say, found, channel));
        }
    }

    private static void Show(Answers say, Client.Item item, string channel)
    {
        say.Pairs(
        [
            ("Reference", item.Reference),
            ("Kind", item.Exercise ? item.Kind + " (exercise)" : item.Kind),
            ("Channel", channel),
            ("Status", item.Status),
            ("Released", $"{FieldText.Of(item.ReleasedAt)}, revision {item.Revision}"),
            ("Marking", string.Join(", ", new[] { item.Marking?.Sensitivity, item.Marking?.Policy }.Concat(item.Marking?.Caveats ?? []).OfType<string>())),
            ("Id", item.Id),
        ]);
        if (item.Changed is { Count: > 0 } changed)
        {
            say.Line();
            say.Line($"Changed since version {item.ChangedSince}: {string.Join(", ", changed)}");
        }

        say.Line();
        say.Pairs(item.Fields.Select(f => (f.Key, (string?)FieldText.Of(f.Value))));
        if (OnNotification.Is(item.Kind))
        {
            say.Line();
            say.Line(OnNotification.Law);
        }

        if (item.Releases is { Count: > 0 } releases)
        {
            say.Table(["GOES TO", "STATE", "WHY"], releases.Select(r => new[] { r.Audience, r.Edited ? "released, edited" : r.State, r.Reason }));
        }

        if (item.Widenings is { Count: > 0 } widenings)
        {
            say.Table(["MAY IT GO TO", "STATE", "WHY"], widenings.Select(w => new[] { w.Audience, w.State, w.Reason }));
        }
    }
}
