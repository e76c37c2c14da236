using System.CommandLine;
using System.Text.Json.Nodes;
using ContactGroup.Cli.Output;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary><c>preview</c>: what each audience would get of a draft.</summary>
internal static class PreviewCommand
{
    public static Command Build(Cli cli)
    {
        var channel = new Argument<string>("CHANNEL") { Description = "Name or id of the channel." };
        var text = new Argument<string?>("TEXT") { Description = "A message; leave it out to preview an incident report.", Arity = ArgumentArity.ZeroOrOne };
        var fields = new ReportOptions();
        return cli.Command("preview", "Show what each audience would get of a draft. Nothing is posted.", RunAsync, [channel, text, .. fields.All]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var to = await (await run.NamesAsync(cancellationToken)).ChannelAsync(run.Get(channel), cancellationToken);
            var message = run.Get(text);
            var content = await fields.ReadAsync(run, cancellationToken);
            var draft = ReportDraft.Of(to, content);
            if (message is not null)
            {
                draft = draft with { Kind = "message", Content = new JsonObject { ["text"] = await TextArgument.ReadAsync(run, message, cancellationToken) } };
            }

            var preview = await (await run.ClientAsync(cancellationToken)).PreviewAsync(draft, cancellationToken);
            return run.Answers.Give("preview", preview, say => Show(say, preview));
        }
    }

    private static void Show(Answers say, Preview preview)
    {
        foreach (var finding in preview.Findings ?? [])
        {
            say.Line($"{Sending.Place(finding)}: {finding.Sentence}");
        }

        foreach (var view in preview.Views)
        {
            say.Line($"{view.Label ?? view.Audience}: {view.Outcome}. {view.Sentence}");
            if (view.View is { } shown)
            {
                say.Pairs(shown.Fields.Select(f => ("  " + f.Key, (string?)FieldText.Of(f.Value))));
            }
        }
    }
}
