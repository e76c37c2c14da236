using System.CommandLine;
using System.Text.Json.Nodes;

namespace ContactGroup.Cli.Commands;

/// <summary><c>report</c>: reports a security incident.</summary>
internal static class ReportCommand
{
    public static Command Build(Cli cli)
    {
        var channel = new Argument<string>("CHANNEL") { Description = "Name or id of the channel." };
        var fields = new ReportOptions();
        var sending = new Sending();
        var attach = new AttachOption();
        var affects = new Option<string?>("--affects") { Description = "Id or reference of a movement or a site that it affects: the record of that notification is kept. Your side alone learns of it.", HelpName = "item" };
        return cli.Command("report", "Report a security incident to a channel.", RunAsync, [channel, .. fields.All, affects, attach.Option, .. sending.All]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var report = await fields.ReadAsync(run, cancellationToken);
            var names = await run.NamesAsync(cancellationToken);
            var to = await names.ChannelAsync(run.Get(channel), cancellationToken);
            if (run.Get(affects) is { } affected)
            {
                report["linkedNotification"] = await names.ItemAsync(affected, cancellationToken);
            }

            if (await attach.UploadAsync(run, to, cancellationToken) is { } uploads)
            {
                report["attachments"] = new JsonArray([.. uploads.Select(upload => JsonValue.Create(upload))]);
            }

            var client = await run.ClientAsync(cancellationToken);
            var receipt = await sending.SendAsync(
                run, client, ReportDraft.Of(to, report), (shown, key) => client.ReportAsync(to, report, shown, key, cancellationToken), cancellationToken);
            return run.Answers.Give("receipt", receipt, say => say.Line(
                receipt.Existing
                    ? $"Already there: {receipt.Reference}. Nothing was added."
                    : $"Reported {receipt.Reference}. See who gets it: contactgroup explain {receipt.Reference}"));
        }
    }
}
