using System.CommandLine;
using System.Text.Json.Nodes;

namespace ContactGroup.Cli.Commands;

/// <summary><c>update</c>: follows a report up, or corrects it.</summary>
internal static class UpdateCommand
{
    public static Command Build(Cli cli)
    {
        var item = new Argument<string>("ITEM") { Description = "Id or reference of a report of your organisation." };
        var fields = new ReportOptions();
        var correct = new Option<string?>("--correct") { Description = "The report was wrong, and why. Without it, the situation has moved on.", HelpName = "reason" };
        var sending = new Sending();
        return cli.Command("update", "Follow up or correct a report: give what has changed.", RunAsync, [item, .. fields.All, correct, .. sending.All]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var changes = await fields.ReadAsync(run, cancellationToken);
            var client = await run.ClientAsync(cancellationToken);
            var id = await (await run.NamesAsync(cancellationToken)).ItemAsync(run.Get(item), cancellationToken);
            if (run.Get(correct) is { } reason)
            {
                changes["reason"] = JsonValue.Create(reason);
            }

            var present = await client.GetItemAsync(id, cancellationToken);
            var next = ReportDraft.Of(present.Channel, PresentItem.Content(present, changes));
            var receipt = await sending.SendAsync(
                run,
                client,
                next with { Sensitivity = next.Sensitivity ?? present.Marking?.Sensitivity, ReleaseTo = next.ReleaseTo ?? PresentItem.ReleaseTo(present) },
                (shown, key) => changes.ContainsKey("reason")
                    ? client.CorrectReportAsync(id, changes, shown, key, cancellationToken)
                    : client.UpdateReportAsync(id, changes, shown, key, cancellationToken),
                cancellationToken);
            return run.Answers.Give("receipt", receipt, say => say.Line($"{receipt.Reference} is now at version {receipt.Version}."));
        }
    }
}
