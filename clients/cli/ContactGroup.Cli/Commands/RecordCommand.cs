using System.CommandLine;
using System.Text;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary><c>record</c>: checks a record of a notification that was written to a file; no server is asked.</summary>
internal static class RecordCommand
{
    public static Command Build(Cli cli) => Cli.Family("record", "Check a record of a notification.", Verify(cli));

    /// <summary><c>movements record</c> and <c>sites record</c>: writes the record of a notification.</summary>
    public static Command Fetch(Cli cli, string kind)
    {
        var item = new Argument<string>("ITEM") { Description = $"Id or reference of a {kind} that your organisation notified." };
        var incident = new Option<string?>("--incident") { Description = "Id or reference of an incident that affects it: its record as it was kept then.", HelpName = "item" };
        return cli.Command(
            "record", $"Write the record of a {kind}: what was said, shown and received, with hashes that anybody can check.", RunAsync, [item, incident]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            if (run.Around.OutIsTerminal)
            {
                throw new CliException(ExitCode.Usage, "A record is a file and not for the screen.", $"Write it to one: contactgroup {kind}s record {run.Get(item)} > record.json");
            }

            var names = await run.NamesAsync(cancellationToken);
            var id = await names.ItemAsync(run.Get(item), cancellationToken);
            var keptFor = run.Get(incident) is { } name ? await names.ItemAsync(name, cancellationToken) : null;
            var file = await (await run.ClientAsync(cancellationToken)).GetRecordAsync(id, keptFor, cancellationToken);
            await run.Around.Out.WriteAsync(Encoding.UTF8.GetString(file));
            return ExitCode.Ok;
        }
    }

    private static Command Verify(Cli cli)
    {
        var file = new Argument<string>("FILE") { Description = "The record." };
        var head = new Option<string?>("--head") { Description = "Its last hash, as it was noted before.", HelpName = "hash" };
        return cli.Command("verify", "Recompute every hash of a record and name the first entry that does not hold.", RunAsync, [file, head]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var check = NotificationRecord.Check(await ReadAsync(run.Get(file)!, cancellationToken), run.Get(head));
            return run.Answers.Give("record-check", check, say => Say(say, check), check.Holds ? ExitCode.Ok : ExitCode.Refused);
        }
    }

    private static async Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(path, cancellationToken);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Usage, $"{path} cannot be read: {missing.Message}", "Name a file that contactgroup movements record wrote.");
        }
    }

    private static void Say(Output.Answers say, RecordCheck check)
    {
        if (!check.Holds)
        {
            say.Line(check.FirstWrong is { } at ? $"Does not hold at entry {at}: {check.Fault}" : $"Does not hold: {check.Fault}");
            return;
        }

        say.Line($"Holds: {check.Entries} entries on {check.Reference}, as of {check.AsOf}{(check.Incident is null ? string.Empty : $", kept for incident {check.Incident}")}.");
        say.Line($"Last hash: {check.Head}");
        say.Line($"Receipts for bytes that the party was shown: {check.Receipts - check.Unproven} of {check.Receipts}.");
        say.Line("This shows that the file was not changed since somebody knew its last hash. It does not show who made it.");
    }
}
