using System.CommandLine;
using System.Text.Json.Nodes;
using ContactGroup.Cli.Output;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary><c>access</c>: raises notices of access constraints, follows them up, and counts them.</summary>
internal static class AccessCommand
{
    private static readonly string[] States = ["UNDER_FOLLOW_UP", "ESCALATED", "MITIGATED", "RESOLVED", "CLOSED_UNRESOLVED"];

    private static readonly string[] FollowUp = ["followUpOwner", "followUpBy"];

    public static Command Build(Cli cli) => Cli.Family(
        "access", "Raise notices of access constraints, follow them up, and count them.", Raise(cli), Update(cli), State(cli), Withdraw(cli), Overview(cli));

    private static Command Raise(Cli cli)
    {
        var channel = new Argument<string>("CHANNEL") { Description = "Name or id of the channel." };
        var fields = new AccessOptions();
        var sending = new Sending();
        return cli.Command("raise", "Raise a notice of an access constraint in a channel. Without a label it is for your own side.", RunAsync, [channel, .. fields.All, .. sending.All]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var notice = await fields.ReadAsync(run, cancellationToken);
            var to = await (await run.NamesAsync(cancellationToken)).ChannelAsync(run.Get(channel), cancellationToken);
            var client = await run.ClientAsync(cancellationToken);
            var receipt = await sending.SendAsync(
                run, client, DraftOf(to, notice), (shown, key) => client.RaiseAccessNoticeAsync(to, notice, shown, key, cancellationToken), cancellationToken);
            return Give(run, receipt, $"Raised {receipt.Reference}. See who gets it: contactgroup explain {receipt.Reference}");
        }
    }

    private static Command Update(Cli cli)
    {
        var item = Notice();
        var fields = new AccessOptions();
        var clear = new Option<string[]>("--clear") { Description = "A field to empty, as the API names it.", HelpName = "field" };
        var reason = new Option<string?>("--reason") { Description = "Why it is changed.", HelpName = "text" };
        var sending = new Sending();
        return cli.Command("update", "Say what is different now. Another severity shows whether it eases.", RunAsync, [item, .. fields.All, clear, reason, .. sending.All]);

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

            var client = await run.ClientAsync(cancellationToken);
            var id = await (await run.NamesAsync(cancellationToken)).ItemAsync(run.Get(item), cancellationToken);

            // Who follows it up is shown to nobody new, and coordination says it of notices that are not its own.
            var receipt = changes.All(change => change.Key is "reason" || FollowUp.Contains(change.Key, StringComparer.Ordinal))
                ? await client.UpdateAccessNoticeAsync(id, changes, cancellationToken: cancellationToken)
                : await SendAsync(run, client, id, changes, sending, cancellationToken);
            return Give(run, receipt, $"{receipt.Reference} is now at version {receipt.Version}.");
        }
    }

    private static async Task<Receipt> SendAsync(
        Invocation run, ContactGroupClient client, string item, JsonObject changes, Sending sending, CancellationToken cancellationToken)
    {
        var present = await client.GetItemAsync(item, cancellationToken);
        var next = DraftOf(present.Channel, PresentItem.Content(present, changes));
        return await sending.SendAsync(
            run,
            client,
            next with { Sensitivity = next.Sensitivity ?? present.Marking?.Sensitivity, ReleaseTo = next.ReleaseTo ?? PresentItem.ReleaseTo(present) },
            (shown, key) => client.UpdateAccessNoticeAsync(item, changes, shown, key, cancellationToken),
            cancellationToken);
    }

    private static Command State(Cli cli)
    {
        var item = Notice();
        var state = new Argument<string>("STATE") { Description = string.Join(", ", States) + ". The last two end it." };
        var note = new Option<string?>("--note") { Description = "What was done or said, for your side.", HelpName = "text" };
        return cli.Command("state", "Say how an access constraint goes on.", RunAsync, [item, state, note]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var said = run.Get(state).ToUpperInvariant();
            if (!States.Contains(said, StringComparer.Ordinal))
            {
                throw new CliException(ExitCode.Usage, $"'{run.Get(state)}' is not a state that can be said.", "Say one of " + string.Join(", ", States) + ".");
            }

            var id = await (await run.NamesAsync(cancellationToken)).ItemAsync(run.Get(item), cancellationToken);
            var receipt = await (await run.ClientAsync(cancellationToken)).SayAccessStateAsync(id, said, run.Get(note), key: null, cancellationToken);
            return Give(run, receipt, $"{receipt.Reference}: {said}.");
        }
    }

    private static Command Withdraw(Cli cli)
    {
        var item = Notice();
        var reason = new Option<string>("--reason") { Description = "Why.", HelpName = "text", Required = true };
        return cli.Command("withdraw", "Take back a notice: it is recalled from everybody who has it.", RunAsync, [item, reason]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var id = await (await run.NamesAsync(cancellationToken)).ItemAsync(run.Get(item), cancellationToken);
            var receipt = await (await run.ClientAsync(cancellationToken)).WithdrawAccessNoticeAsync(id, run.Get(reason)!, key: null, cancellationToken);
            return Give(run, receipt, $"Withdrawn {receipt.Reference}.");
        }
    }

    private static Command Overview(Cli cli)
    {
        var country = new Option<string>("--country") { Description = "ISO 3166-1 alpha-3.", HelpName = "code", Required = true };
        var from = new Option<string>("--from") { Description = "First month, e.g. 2026-09.", HelpName = "month", Required = true };
        var to = new Option<string>("--until") { Description = "Last month; at most 24 together.", HelpName = "month", Required = true };
        return cli.Command("overview", "Count access constraints by area, month and type. For the humanitarian side.", RunAsync, [country, from, to]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var overview = await (await run.ClientAsync(cancellationToken)).GetAccessOverviewAsync(
                run.Get(country)!, run.Get(from)!, run.Get(to)!, cancellationToken);
            return run.Answers.Give("overview", overview, say => Show(say, overview));
        }
    }

    private static void Show(Answers say, AccessOverview overview)
    {
        var rows = overview.Cells.Select(cell => Row(cell, "no")).Concat(overview.Exercise.Select(cell => Row(cell, "yes"))).ToList();
        if (rows.Count > 0)
        {
            say.Table(["MONTH", "AREA", "TYPE", "COUNT", "HIGHEST SEVERITY", "EXERCISE"], rows);
        }

        say.Line($"As of {FieldText.Of(overview.PublishedAt)}. Fewer than {overview.Minimum} are put together as other areas, or left out.");
    }

    private static string[] Row(AccessCell cell, string exercise) =>
        [cell.Month, cell.Admin1 ?? "other areas", cell.ConstraintType, FormattableString.Invariant($"{cell.Count}"), cell.HighestSeverity, exercise];

    private static PreviewDraft DraftOf(string channel, JsonObject notice) => ReportDraft.Of(channel, notice) with { Kind = "access-constraint" };

    private static Argument<string> Notice() => new("ITEM") { Description = "Id or reference of a notice." };

    private static ExitCode Give(Invocation run, Receipt receipt, string sentence) => run.Answers.Give("receipt", receipt, say => say.Line(sentence));
}
