using System.CommandLine;
using System.Text.Json.Nodes;

namespace ContactGroup.Cli.Commands;

/// <summary>Who is told of a notification: each named for itself, and with a consent of its own. There is no word for all.</summary>
/// <param name="gets">What a named force gets, exactly.</param>
internal sealed class NamedForceOptions(string gets)
{
    public IReadOnlyList<Symbol> All => [Tell, Consent, Nobody];

    private Option<string[]> Tell { get; } = new("--tell")
    {
        Description = "A force to be told, such as military:northern-force, or police. Once for each; all of them, also in an amendment.",
        HelpName = "audience",
    };

    private Option<string[]> Consent { get; } = new("--consent")
    {
        Description = $"Your organisation consents to telling this one: it gets {gets}, exactly. Once for each.",
        HelpName = "audience",
    };

    private Option<bool> Nobody { get; } = new("--tell-nobody") { Description = "Name no force; who was named before has it no longer." };

    /// <summary>The recipients, or null when nothing is said of them. A person at a terminal is asked for a consent that was not given.</summary>
    /// <exception cref="CliException">A consent is missing or belongs to nobody named.</exception>
    public JsonArray? Read(Invocation run)
    {
        var tell = run.Get(Tell) ?? [];
        var consent = run.Get(Consent) ?? [];
        if (consent.Except(tell, StringComparer.Ordinal).FirstOrDefault() is { } stray)
        {
            throw new CliException(ExitCode.Usage, $"There is consent to telling {stray}, which is not named.", $"Add: --tell {stray}");
        }

        if (run.Get(Nobody))
        {
            return tell.Length == 0 ? [] : throw new CliException(ExitCode.Usage, "It names forces and nobody at once.", "Leave out --tell or --tell-nobody.");
        }

        return tell.Length == 0 ? null : [.. tell.Distinct(StringComparer.Ordinal).Select(audience => Recipient(run, audience, consent))];
    }

    private JsonObject Recipient(Invocation run, string audience, string[] consent)
    {
        if (!consent.Contains(audience, StringComparer.Ordinal))
        {
            Ask(run, audience);
        }

        return new JsonObject { ["audience"] = audience, ["consent"] = true };
    }

    private void Ask(Invocation run, string audience)
    {
        var question = $"{audience} gets {gets}, exactly. Does your organisation consent? Type yes:";
        if (!run.Around.InIsTerminal || !string.Equals(run.Around.Ask(question), "yes", StringComparison.OrdinalIgnoreCase))
        {
            throw new CliException(
                ExitCode.Usage, $"There is no consent to telling {audience}; nothing was sent.", $"Add: --consent {audience}, or do not name it.");
        }
    }
}
