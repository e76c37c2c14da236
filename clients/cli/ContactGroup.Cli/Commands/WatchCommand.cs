using System.CommandLine;
using ContactGroup.Cli.Output;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary><c>watch</c>: prints what arrives, as it arrives, until stopped.</summary>
internal static class WatchCommand
{
    public static Command Build(Cli cli)
    {
        var channel = new Argument<string?>("CHANNEL") { Description = "Name or id; all your channels when absent.", Arity = ArgumentArity.ZeroOrOne };
        var fromStart = new Option<bool>("--from-start") { Description = "Begin with everything that is there." };
        var count = new Option<int?>("--count") { Description = "Stop after so many.", HelpName = "n" };
        var slowLine = new Option<bool>("--slow-line") { Description = "Ask for short messages, for a line of less than 20 kbit/s." };
        return cli.Command("watch", "Follow what you may see, live, until Ctrl-C.", RunAsync, [channel, fromStart, count, slowLine]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var client = await run.ClientAsync(cancellationToken);
            var names = await run.NamesAsync(cancellationToken);
            var only = run.Get(channel) is { } name ? await names.ChannelAsync(name, cancellationToken) : null;
            var streams = only is null ? null : await StreamsOfAsync(client, only, cancellationToken);
            var options = new LiveOptions
            {
                Streams = streams,
                FromStart = run.Get(fromStart),
                SlowLine = run.Get(slowLine),
                OnStatus = new StatusLine(run.Answers).Tell,
            };
            var left = run.Get(count) ?? int.MaxValue;
            var isLawSaid = false;
            try
            {
                var overlaps = new OverlapWatch(client, run.Answers, run.Around.Clock);
                await foreach (var entry in overlaps.FollowAsync(client.SubscribeAsync(options, cancellationToken), cancellationToken))
                {
                    await ShowAsync(run.Answers, names, entry, sayLaw: !isLawSaid, cancellationToken);
                    isLawSaid |= OnNotification.Is(entry.View?.Kind);
                    if (--left <= 0)
                    {
                        break;
                    }
                }

                await overlaps.EndAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // Ctrl-C is how watching ends.
            }

            return ExitCode.Ok;
        }
    }

    private static async Task<IReadOnlyCollection<string>> StreamsOfAsync(ContactGroupClient client, string channel, CancellationToken cancellationToken)
    {
        var streams = (await client.GetStreamsAsync(cancellationToken)).Where(s => s.Channel == channel).Select(s => s.Id).ToArray();
        return streams.Length > 0
            ? streams
            : throw new CliException(ExitCode.NotFound, "There is no such channel for you.", "See which there are: contactgroup channels");
    }

    private static async Task ShowAsync(Answers answers, Names names, Entry entry, bool sayLaw, CancellationToken cancellationToken)
    {
        var channel = entry.View is { } view ? await names.ChannelNameAsync(view.Channel, cancellationToken) : string.Empty;
        answers.Give("entry", entry, say =>
        {
            say.Line(entry.View is { } shown
                ? $"{FieldText.Of(entry.At)}  {channel}  {Word(entry.Op)} {shown.Reference ?? shown.Id}  {ItemLine.Of(shown)}"
                : $"{FieldText.Of(entry.At)}  {Word(entry.Op)} {entry.Item}");
            if (sayLaw)
            {
                OnNotification.SayLaw(say, [entry.View?.Kind]);
            }
        });
    }

    private static string Word(string op) => op switch
    {
        "put" => "new",
        "replace" => "changed",
        "recall" => "recalled",
        _ => op,
    };

    /// <summary>Says how the connection is when that changes, not at every attempt.</summary>
    private sealed class StatusLine(Answers answers)
    {
        private string? said;

        public void Tell(LiveStatus status)
        {
            var line = status.State switch
            {
                LiveState.Live => "· live",
                LiveState.CatchingUp => said is null ? "· catching up" : said,
                LiveState.Waiting => $"· not live, trying again ({status.Reason}); what arrives meanwhile is fetched",
                _ => throw new InvalidOperationException("The SDK has no other state."),
            };
            if (line != said)
            {
                answers.Note(line);
                said = line;
            }
        }
    }
}
