using System.CommandLine;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary><c>withdraw</c>: takes back a message, a report or a notification of one's own organisation.</summary>
internal static class WithdrawCommand
{
    public static Command Build(Cli cli)
    {
        var item = new Argument<string>("ITEM") { Description = "Id or reference of your message, report, movement or advisory." };
        var reason = new Option<string?>("--reason") { Description = "Why; needed but for a message.", HelpName = "text" };
        return cli.Command("withdraw", "Take back a message, report, movement or advisory: it is recalled from everybody who has it.", RunAsync, [item, reason]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var client = await run.ClientAsync(cancellationToken);
            var id = await (await run.NamesAsync(cancellationToken)).ItemAsync(run.Get(item), cancellationToken);
            var kind = (await client.GetItemAsync(id, cancellationToken)).Kind;
            var why = run.Get(reason);
            if (kind is "incident" or "movement" or "advisory" && why is null)
            {
                throw new CliException(ExitCode.Usage, "A report, a movement and an advisory are withdrawn with a reason.", "Add: --reason \"…\"");
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
            case "movement" or "advisory":
                var receipt = await client.WithdrawMovementAsync(item, reason!, key: null, cancellationToken);
                return new Receipt(receipt.Item, receipt.Reference, receipt.Version);
            default:
                return await client.WithdrawAsync(item, reason, key: null, cancellationToken);
        }
    }
}
