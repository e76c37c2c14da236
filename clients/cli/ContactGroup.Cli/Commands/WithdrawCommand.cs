using System.CommandLine;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary><c>withdraw</c>: takes back a message, a report, a notification or an access notice of one's own organisation.</summary>
internal static class WithdrawCommand
{
    public static Command Build(Cli cli)
    {
        var item = new Argument<string>("ITEM") { Description = "Id or reference of your message, report, movement, site, advisory or access notice." };
        var reason = new Option<string?>("--reason") { Description = "Why; all but a message need one.", HelpName = "text" };
        return cli.Command("withdraw", "Take back a message, report, movement, site, advisory or access notice: it is recalled from everybody who has it.", RunAsync, [item, reason]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var client = await run.ClientAsync(cancellationToken);
            var id = await (await run.NamesAsync(cancellationToken)).ItemAsync(run.Get(item), cancellationToken);
            var kind = (await client.GetItemAsync(id, cancellationToken)).Kind;
            var why = run.Get(reason);
            if (kind is "incident" or "movement" or "site" or "advisory" or "access-constraint" && why is null)
            {
                throw new CliException(ExitCode.Usage, "All but a message is withdrawn with a reason.", "Add: --reason \"…\"");
            }

            var receipt = await WithdrawAsync(client, id, kind, why, cancellationToken);
            return run.Answers.Give("receipt", receipt, say => say.Line($"Withdrawn {receipt.Reference ?? receipt.Item}."));
        }
    }
    private static async Task<Receipt> WithdrawAsync(ContactGroupClient client, string item, string kind, string? reason, CancellationToken cancellationToken)
    {
        switch (kind)
        {
            case "incident":
                return await client.WithdrawReportAsync(item, reason!, key: null, cancellationToken);
            case "access-constraint":
                return await client.WithdrawAccessNoticeAsync(item, reason!, key: null, cancellationToken);
            case "movement" or "site" or "advisory":
                var receipt = await client.WithdrawMovementAsync(item, reason!, key: null, cancellationToken);
                return new Receipt(receipt.Item, receipt.Reference, receipt.Version);
            default:
                return await client.WithdrawAsync(item, reason, key: null, cancellationToken);
        }
    }
}
