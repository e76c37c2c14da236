using System.CommandLine;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary>Shows a person what a draft would reach and what was found in it before it is sent, and sends no further than that.</summary>
internal sealed class Sending
{
    private const string Without = "--yes";
    private const string Agreed = "--confirm";

    public IReadOnlyList<Symbol> All => [Yes, Confirm];

    private Option<bool> Yes { get; } = new(Without)
    {
        Description = "Send without asking, also when something was found in the text. What reaches further than was shown a moment before is still refused.",
    };

    private Option<string?> Confirm { get; } = new(Agreed)
    {
        Description = "Send to the wider audience that a refusal (CG-3020) showed: the value that it gave.",
        HelpName = "audience",
    };

    /// <summary>Previews, asks where that is needed, and sends. What would reach further by then is named, and goes only when the person says so.</summary>
    /// <exception cref="CliException">The person does not want to send, or cannot be asked.</exception>
    public async Task<TReceipt> SendAsync<TReceipt>(
        Invocation run, ContactGroupClient client, PreviewDraft draft, Func<string?, IdempotencyKey, Task<TReceipt>> send, CancellationToken cancellationToken)
    {
        var key = IdempotencyKey.New(); // The confirmed command is the same command: it happens once.
        var preview = run.Get(Confirm) is { } agreed ? new Preview([], agreed) : await ShowAsync(run, client, draft, cancellationToken);
        try
        {
            return await send(preview.Fingerprint, key);
        }
        catch (ContactGroupException refusal) when (refusal.Code == ErrorCodes.AudienceWidened && refusal.Audience is { } now)
        {
            ConfirmWider(run, refusal, ReachedAudience.Added(preview.Views, now.Views), now.Fingerprint);
            return await send(now.Fingerprint, key);
        }
    }

    private async Task<Preview> ShowAsync(Invocation run, ContactGroupClient client, PreviewDraft draft, CancellationToken cancellationToken)
    {
        var preview = await client.PreviewAsync(draft, cancellationToken);
        var findings = preview.Findings ?? [];
        foreach (var finding in findings)
        {
            run.Answers.Note($"{Place(finding)}: {finding.Sentence}");
        }

        foreach (var warning in preview.Warnings ?? [])
        {
            run.Answers.Note($"{warning.Field}: {warning.Text}");
        }

        foreach (var view in preview.Views.Where(ReachedAudience.IsReached))
        {
            run.Answers.Note(ReachedAudience.Line(view));
        }

        if (findings.Count > 0 && !run.Get(Yes))
        {
            Ask(run, "Something was found in the text; nothing was sent.", "Send it?", $"Take it out, or send it as it is with {Without}.", "Take out what was found, and send again.");
        }

        return preview;
    }

    /// <summary>Where something was found, for a person.</summary>
    public static string Place(TextFinding finding) =>
        finding.File ?? $"{finding.Field}, characters {finding.Start + 1} to {finding.Start + finding.Length}";

    private static void ConfirmWider(Invocation run, ContactGroupException refusal, IReadOnlyList<AudiencePreview> added, string fingerprint)
    {
        if (run.Around.InIsTerminal)
        {
            run.Answers.Note("It would reach further than you were shown:");
            foreach (var view in added)
            {
                run.Answers.Note("  " + ReachedAudience.Line(view));
            }

            Ask(run, string.Empty, "Send it to them as well?", string.Empty, "Choose a narrower --to, and send again.");
            return;
        }

        throw new CliException(
            ExitCode.Refused,
            string.Join(' ', added.Select(ReachedAudience.Line).Prepend("It would reach further than you were shown; nothing was stored.")),
            $"To send it to them as well, give the same command again with {Agreed} {fingerprint}",
            refusal.Errors,
            refusal.Code);
    }

    private static void Ask(Invocation run, string sentence, string question, string unasked, string declined)
    {
        if (!run.Around.InIsTerminal)
        {
            throw new CliException(ExitCode.Refused, sentence, unasked);
        }

        if (!string.Equals(run.Around.Ask($"{question} Type yes:"), "yes", StringComparison.OrdinalIgnoreCase))
        {
            throw new CliException(ExitCode.Refused, "Nothing was sent.", declined);
        }
    }
}
