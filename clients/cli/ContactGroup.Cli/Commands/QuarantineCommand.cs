using System.CommandLine;
using ContactGroup.Cli.Output;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary><c>quarantine</c>: what carries a marking above unclassified, and what a coordinator settles about it.</summary>
internal static class QuarantineCommand
{
    public static Command Build(Cli cli) => Cli.Family(
        "quarantine",
        "See and settle what carries a marking above unclassified (coordinators).",
        cli.Command("list", "List what is quarantined and not settled. Nobody reads what it says.", ListAsync),
        Settling(
            cli, "uphold", "Settle that an item is marked and stays quarantined.", "Upheld. It stays quarantined; its organisation reads your reason.",
            (coordination, item, reason, cancellationToken) => coordination.UpholdQuarantineAsync(item, reason, key: null, cancellationToken)),
        Settling(
            cli, "return", "Return an item to its author, to be written in other words. What it said is kept nowhere.", "Returned to its author.",
            (coordination, item, reason, cancellationToken) => coordination.ReturnQuarantinedAsync(item, reason, key: null, cancellationToken)));

    private static Command Settling(Cli cli, string name, string description, string done, Func<Coordination, string, string, CancellationToken, Task> settle)
    {
        var item = new Argument<string>("ITEM") { Description = "Id or reference, as in the list." };
        var reason = new Option<string>("--reason") { Description = "Why; the organisation that wrote it reads this.", HelpName = "text", Required = true };
        return cli.Command(name, description, RunAsync, [item, reason]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var coordination = (await run.ClientAsync(cancellationToken)).Coordination;
            var id = await IdAsync(coordination, run.Get(item), cancellationToken);
            await settle(coordination, id, run.Get(reason)!, cancellationToken);
            return run.Answers.Give("settled", new { item = id }, say => say.Line(done));
        }
    }

    private static async Task<ExitCode> ListAsync(Invocation run, CancellationToken cancellationToken)
    {
        var names = await run.NamesAsync(cancellationToken);
        var quarantined = await (await run.ClientAsync(cancellationToken)).Coordination.GetQuarantineAsync(cancellationToken);
        var rows = new List<string?[]>();
        foreach (var each in quarantined)
        {
            rows.Add([each.Reference, await names.ChannelNameAsync(each.Channel, cancellationToken), FieldText.Of(each.At)]);
        }

        return run.Answers.Give("quarantine", quarantined, say =>
        {
            if (rows.Count == 0)
            {
                say.Line("Nothing is quarantined.");
                return;
            }

            say.Table(["REFERENCE", "CHANNEL", "SINCE"], rows);
        });
    }

    /// <summary>What is quarantined cannot be searched for; a reference is looked up in the list, and anything else is taken as an id.</summary>
    private static async Task<string> IdAsync(Coordination coordination, string text, CancellationToken cancellationToken) =>
        (await coordination.GetQuarantineAsync(cancellationToken))
            .FirstOrDefault(each => string.Equals(each.Reference, text, StringComparison.OrdinalIgnoreCase))?.Item ?? text;
}
