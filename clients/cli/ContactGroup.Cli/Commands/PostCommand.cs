using System.CommandLine;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary><c>post</c>: posts a message.</summary>
internal static class PostCommand
{
    public static Command Build(Cli cli)
    {
        var channel = new Argument<string>("CHANNEL") { Description = "Name or id of the channel." };
        var text = new Argument<string>("TEXT") { Description = "The message, 1 to 8,000 characters; '-' reads standard input." };
        var label = new LabelOptions();
        var replyTo = new Option<string?>("--reply-to") { Description = "The item that it answers, by id or reference.", HelpName = "item" };
        var acknowledge = new Option<bool>("--ask-acknowledgement") { Description = "Ask readers to say that they have read it." };
        var sending = new Sending();
        var attach = new AttachOption();
        return cli.Command("post", "Post a message to a channel.", RunAsync, [channel, text, .. label.All, replyTo, acknowledge, attach.Option, .. sending.All]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var names = await run.NamesAsync(cancellationToken);
            var to = await names.ChannelAsync(run.Get(channel), cancellationToken);
            var answered = run.Get(replyTo) is { } reply ? await names.ItemAsync(reply, cancellationToken) : null;
            var draft = new MessageDraft(
                await TextArgument.ReadAsync(run, run.Get(text), cancellationToken),
                run.Get(label.Sensitivity),
                label.ReleaseTo(run),
                answered,
                run.Get(acknowledge) ? true : null,
                label.CaveatList(run),
                await attach.UploadAsync(run, to, cancellationToken));
            var client = await run.ClientAsync(cancellationToken);
            var receipt = await sending.SendAsync(
                run,
                client,
                new PreviewDraft(to, "message", new { text = draft.Text, attachments = draft.Attachments }, draft.Sensitivity, draft.ReleaseTo, draft.Caveats),
                (shown, key) => client.PostAsync(to, draft with { AudienceShown = shown }, key, cancellationToken),
                cancellationToken);
            return run.Answers.Give("receipt", receipt, say => say.Line($"Posted {receipt.Reference ?? receipt.Item}. See who gets it: contactgroup explain {receipt.Reference ?? receipt.Item}"));
        }
    }
}
