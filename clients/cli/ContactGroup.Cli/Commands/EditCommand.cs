using System.CommandLine;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary><c>edit</c>: changes a message of one's own.</summary>
internal static class EditCommand
{
    public static Command Build(Cli cli)
    {
        var item = new Argument<string>("ITEM") { Description = "Id or reference of your message." };
        var text = new Argument<string>("TEXT") { Description = "The new text; '-' reads standard input." };
        var label = new LabelOptions();
        var sending = new Sending();
        return cli.Command("edit", "Change a message of your own.", RunAsync, [item, text, label.To, label.Sensitivity, .. sending.All]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var id = await (await run.NamesAsync(cancellationToken)).ItemAsync(run.Get(item), cancellationToken);
            var edit = new MessageEdit(await TextArgument.ReadAsync(run, run.Get(text), cancellationToken), run.Get(label.Sensitivity), label.ReleaseTo(run));
            var client = await run.ClientAsync(cancellationToken);
            var present = await client.GetItemAsync(id, cancellationToken);
            var receipt = await sending.SendAsync(
                run,
                client,
                new PreviewDraft(
                    present.Channel, "message", new { text = edit.Text }, edit.Sensitivity ?? present.Marking?.Sensitivity, edit.ReleaseTo ?? PresentItem.ReleaseTo(present)),
                (shown, key) => client.EditAsync(id, edit with { AudienceShown = shown }, key, cancellationToken),
                cancellationToken);
            return run.Answers.Give("receipt", receipt, say => say.Line($"Changed {receipt.Reference ?? receipt.Item}, now version {receipt.Version}."));
        }
    }
}
