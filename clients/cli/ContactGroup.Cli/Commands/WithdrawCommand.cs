using System.CommandLine;

namespace ContactGroup.Cli.Commands;

/// <summary><c>withdraw</c>: takes back a message or a report of one's own organisation.</summary>
internal static class WithdrawCommand
{
    public static Command Build(Cli cli)
    {
        var item = new Argument<string>("ITEM") { Description = "Id or reference of your message or report." };
        var reason = new Option<string?>("--reason") { Description = "Why; a report needs one.", HelpName = "text" };
        return cli.Command("withdraw", "Take back a message or report: it is recalled from everybody who has it.", RunAsync, [item, reason]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var client = await run.ClientAsync(cancellationToken);
            var id = await (await run.NamesAsync(cancellationToken)).ItemAsync(run.Get(item), cancellationToken);
            var kind = (await client.GetItemAsync(id, cancellationToken)).Kind;
            var why = run.Get(reason);
            if (kind is "incident" && why is null)
            {
                throw new CliException(ExitCode.Usage, "A report is withdrawn with a reason.", "Add: --reason \"…\"");
            }

            var receipt = kind is "incident"
                ? await client.WithdrawReportAsync(id, why!, key: null, cancellationToken)
                : await client.WithdrawAsync(id, why, key: null, cancellationToken);
            return run.Answers.Give("receipt", receipt, say => say.Line($"Withdrawn {receipt.Reference ?? receipt.Item}."));
        }
    }
}
