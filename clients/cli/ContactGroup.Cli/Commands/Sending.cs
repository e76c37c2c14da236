using System.CommandLine;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary>Shows a person what a draft would reach and what was found in it before it is sent, and sends no further than that.</summary>
internal sealed class Sending
{
    private const string Confirmed = "--yes";

    public Option<bool> Yes { get; } = new(Confirmed)
    {
        Description = "Send without asking, also when something was found in the text. What reaches further than was shown a moment before is still refused.",
    };

    /// <summary>Previews and, where that is needed, asks.</summary>
    /// <returns>The fingerprint to send with.</returns>
    /// <exception cref="CliException">The person does not want to send, or cannot be asked.</exception>
    public async Task<string?> ShowAsync(Invocation run, ContactGroupClient client, PreviewDraft draft, CancellationToken cancellationToken)
    {
        var preview = await client.PreviewAsync(draft, cancellationToken);
        var findings = preview.Findings ?? [];
        foreach (var finding in findings)
        {
            run.Around.Error.WriteLine($"{Place(finding)}: {finding.Sentence}");
        }

        if (findings.Count > 0 && !run.Get(Yes))
        {
            Ask(run, preview.Views);
        }

        return preview.Fingerprint;
    }

    /// <summary>Where something was found, for a person.</summary>
    public static string Place(TextFinding finding) =>
        finding.File ?? $"{finding.Field}, characters {finding.Start + 1} to {finding.Start + finding.Length}";

    private static void Ask(Invocation run, IReadOnlyList<AudiencePreview> views)
    {
        foreach (var view in views)
        {
            run.Around.Error.WriteLine($"{view.Label ?? view.Audience}: {view.Sentence}");
        }

        if (!run.Around.InIsTerminal)
        {
            throw new CliException(ExitCode.Refused, "Something was found in the text; nothing was sent.", $"Take it out, or send it as it is with {Confirmed}.");
        }

        if (!string.Equals(run.Around.Ask("Send it? Type yes:"), "yes", StringComparison.OrdinalIgnoreCase))
        {
            throw new CliException(ExitCode.Refused, "Nothing was sent.", "Take out what was found, and send again.");
        }
    }
}
