using System.CommandLine;
using System.Text.Json.Nodes;
using ContactGroup.Cli.Output;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary>What is done to notifications of every kind.</summary>
internal static class OnNotification
{
    /// <summary>What a notification is and is not; said wherever one is taken or shown.</summary>
    public const string Law =
        "Notification only. Not a request for permission. Absence or removal of a notification does not affect protection under international humanitarian law. "
        + "Receipt does not transfer the parties' obligation to verify targets and take precautions.";

    /// <summary>Whether an item of this kind is a notification.</summary>
    public static bool Is(string? kind) => kind is "movement" or "site";

    /// <summary>Says once what a notification is and is not, when there is one among what was shown.</summary>
    public static void SayLaw(Answers say, IEnumerable<string?> kinds)
    {
        if (kinds.Any(Is))
        {
            say.Line(Law);
        }
    }

    public static Command Withdraw(Cli cli, string kind)
    {
        var item = new Argument<string>("ITEM") { Description = $"Id or reference of a {kind} of your organisation." };
        var reason = new Option<string>("--reason") { Description = "Why.", HelpName = "text", Required = true };
        return cli.Command("withdraw", "Take back a notification: it is recalled from everybody who has it.", RunAsync, [item, reason]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var id = await (await run.NamesAsync(cancellationToken)).ItemAsync(run.Get(item), cancellationToken);
            var receipt = await (await run.ClientAsync(cancellationToken)).WithdrawMovementAsync(id, run.Get(reason)!, key: null, cancellationToken);
            return Give(run, receipt, $"Withdrawn {receipt.Reference}.");
        }
    }

    public static Command Acknowledge(Cli cli, string kind)
    {
        var item = new Argument<string>("ITEM") { Description = $"Id or reference of a {kind} that your force was told of." };
        var cell = new Option<string>("--cell") { Description = "Which cell of your force received and understood it.", HelpName = "name", Required = true };
        var version = new Option<int>("--version") { Description = "The version that was read.", HelpName = "n", Required = true };
        var query = new Option<string?>("--query") { Description = "A question, or something that looks wrong.", HelpName = "text" };
        return cli.Command("acknowledge", $"Say that a cell of your force has received a {kind}. It decides nothing.", RunAsync, [item, cell, version, query]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var client = await run.ClientAsync(cancellationToken);
            var id = await (await run.NamesAsync(cancellationToken)).ItemAsync(run.Get(item), cancellationToken);
            var confirmation = await client.AcknowledgeMovementAsync(id, run.Get(version), run.Get(cell)!, run.Get(query), key: null, cancellationToken);
            return run.Answers.Give("acknowledged", confirmation, say =>
            {
                say.Line($"Acknowledged version {confirmation.Version} as {run.Get(cell)}.");
                say.Line(Law);
            });
        }
    }

    /// <summary>Adds to an amendment which fields it empties, and why.</summary>
    public static void Add(JsonObject changes, string[]? clear, string? reason)
    {
        if (clear is { Length: > 0 } names)
        {
            changes["clear"] = new JsonArray([.. names.Select(name => JsonValue.Create(name))]);
        }

        if (reason is not null)
        {
            changes["reason"] = reason;
        }
    }

    /// <summary>Says what was taken, with everything that may be wrong with it.</summary>
    public static ExitCode Give(Invocation run, MovementReceipt receipt, string sentence) => run.Answers.Give("receipt", receipt, say =>
    {
        say.Line(sentence);
        if (receipt.Late)
        {
            say.Line("It comes later than the lead time asks, and is marked late.");
        }

        foreach (var warning in receipt.Warnings ?? [])
        {
            say.Line($"{warning.Field}: {warning.Text}");
        }

        say.Line(Law);
    });
}
