using System.CommandLine;
using System.Text.Json.Nodes;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary><c>advisories</c>: tells the humanitarian side of a road, a closure, a hazard or activity with civilian impact.</summary>
internal static class AdvisoriesCommand
{
    public static Command Build(Cli cli) => Cli.Family(
        "advisories", "Issue advisories to the humanitarian side, amend them, end them.", Issue(cli), Amend(cli), End(cli), Withdraw(cli));

    private static Command Issue(Cli cli)
    {
        var channel = new Argument<string>("CHANNEL") { Description = "Name or id of a notification room." };
        var fields = new AdvisoryOptions();
        var sending = new Sending();
        return cli.Command("issue", "Issue an advisory to the whole humanitarian side.", RunAsync, [channel, .. fields.All, .. sending.All]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var advisory = await fields.ReadAsync(run, cancellationToken);
            var to = await (await run.NamesAsync(cancellationToken)).ChannelAsync(run.Get(channel), cancellationToken);
            var client = await run.ClientAsync(cancellationToken);
            var receipt = await sending.SendAsync(
                run,
                client,
                new PreviewDraft(to, "advisory", advisory),
                (shown, key) => client.IssueAdvisoryAsync(to, advisory, shown, key, cancellationToken),
                cancellationToken);
            return Give(run, receipt, $"Issued {receipt.Reference}. See who gets it: contactgroup explain {receipt.Reference}");
        }
    }

    // A correction may be urgent: it goes at once, and what waits for a coordinator is said in the answer.
    private static Command Amend(Cli cli)
    {
        var item = Own();
        var fields = new AdvisoryOptions();
        var clear = new Option<string[]>("--clear") { Description = "A field to empty, as the API names it, e.g. radius. Once for each.", HelpName = "field" };
        var reason = new Option<string?>("--reason") { Description = "Why it is amended, for your own record.", HelpName = "text" };
        return cli.Command("amend", "Say what is different now in an advisory.", RunAsync, [item, .. fields.All, clear, reason]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var changes = await fields.ReadAsync(run, cancellationToken);
            if (run.Get(clear) is { Length: > 0 } names)
            {
                changes["clear"] = new JsonArray([.. names.Select(name => JsonValue.Create(name))]);
            }

            if (run.Get(reason) is { } why)
            {
                changes["reason"] = why;
            }

            var id = await (await run.NamesAsync(cancellationToken)).ItemAsync(run.Get(item), cancellationToken);
            var receipt = await (await run.ClientAsync(cancellationToken)).AmendAdvisoryAsync(id, changes, cancellationToken: cancellationToken);
            return Give(run, receipt, $"{receipt.Reference} is now at version {receipt.Version}.");
        }
    }

    private static Command End(Cli cli)
    {
        var item = Own();
        var reason = new Option<string?>("--reason") { Description = "Why, for your own record.", HelpName = "text" };
        return cli.Command("end", "Say before its time that an advisory is over. Everyone who was told of it is told.", RunAsync, [item, reason]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var id = await (await run.NamesAsync(cancellationToken)).ItemAsync(run.Get(item), cancellationToken);
            var receipt = await (await run.ClientAsync(cancellationToken)).EndAdvisoryAsync(id, run.Get(reason), key: null, cancellationToken);
            return Give(run, receipt, $"Ended {receipt.Reference}.");
        }
    }

    private static Command Withdraw(Cli cli)
    {
        var item = Own();
        var reason = new Option<string>("--reason") { Description = "Why.", HelpName = "text", Required = true };
        return cli.Command("withdraw", "Take back an advisory that was wrong: it is recalled from everybody who has it.", RunAsync, [item, reason]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var id = await (await run.NamesAsync(cancellationToken)).ItemAsync(run.Get(item), cancellationToken);
            var receipt = await (await run.ClientAsync(cancellationToken)).WithdrawAdvisoryAsync(id, run.Get(reason)!, key: null, cancellationToken);
            return Give(run, receipt, $"Withdrawn {receipt.Reference}.");
        }
    }

    private static Argument<string> Own() => new("ITEM") { Description = "Id or reference of an advisory of your organisation." };

    private static ExitCode Give(Invocation run, MovementReceipt receipt, string sentence) => run.Answers.Give("receipt", receipt, say =>
    {
        say.Line(sentence);
        foreach (var warning in receipt.Warnings ?? [])
        {
            say.Line($"{warning.Field}: {warning.Text}");
        }
    });
}
