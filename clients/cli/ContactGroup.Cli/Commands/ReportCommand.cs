using System.CommandLine;

namespace ContactGroup.Cli.Commands;

/// <summary><c>report</c>: reports a security incident.</summary>
internal static class ReportCommand
{
    public static Command Build(Cli cli)
    {
        var channel = new Argument<string>("CHANNEL") { Description = "Name or id of the channel." };
        var fields = new ReportOptions();
        return cli.Command("report", "Report a security incident to a channel.", RunAsync, [channel, .. fields.All]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var report = await fields.ReadAsync(run, cancellationToken);
            var to = await (await run.NamesAsync(cancellationToken)).ChannelAsync(run.Get(channel), cancellationToken);
            var receipt = await (await run.ClientAsync(cancellationToken)).ReportAsync(to, report, key: null, cancellationToken);
            return run.Answers.Give("receipt", receipt, say => say.Line(
                receipt.Existing
                    ? $"Already there: {receipt.Reference}. Nothing was added."
                    : $"Reported {receipt.Reference}. See who gets it: contactgroup explain {receipt.Reference}"));
        }
    }
}
