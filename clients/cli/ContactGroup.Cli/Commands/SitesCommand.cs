using System.CommandLine;
using ContactGroup.Cli.Import.Notifications;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary><c>sites</c>: notifies sites of one's own organisation, confirms that they hold, and takes them off.</summary>
internal static class SitesCommand
{
    private static readonly string[] Reasons =
        ["CLOSED", "RELOCATED", "NO_LONGER_HUMANITARIAN", "MISUSED_LOST_CHARACTER", "DUPLICATE", "ORGANISATION_REQUEST", "ERROR"];

    public static Command Build(Cli cli) => Cli.Family(
        "sites",
        "Notify sites of your organisation, confirm that they hold and remove them; acknowledge those of others.",
        Notify(cli),
        Amend(cli),
        Revalidate(cli),
        Remove(cli),
        OnNotification.Withdraw(cli, "site"),
        OnNotification.Acknowledge(cli, "site"),
        ReadBackCommand.Build(cli, "site"),
        RecordCommand.Fetch(cli, "site"),
        TemplateCommand.Build(cli, "site"),
        NotificationImportCommand.Sites(cli),
        OwnExportCommand.Build(cli, "site"));

    private static Command Notify(Cli cli)
    {
        var channel = new Argument<string>("CHANNEL") { Description = "Name or id of the channel." };
        var fields = new SiteOptions();
        var sending = new Sending();
        return cli.Command("notify", "Notify a site to your side and to each force that you name.", RunAsync, [channel, .. fields.All, .. sending.All]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var site = await fields.ReadAsync(run, cancellationToken);
            var to = await (await run.NamesAsync(cancellationToken)).ChannelAsync(run.Get(channel), cancellationToken);
            var client = await run.ClientAsync(cancellationToken);
            var receipt = await sending.SendAsync(
                run, client, new PreviewDraft(to, "site", site), (shown, key) => client.NotifySiteAsync(to, site, shown, key, cancellationToken), cancellationToken);
            return OnNotification.Give(run, receipt, $"Notified {receipt.Reference}. See who gets it: contactgroup explain {receipt.Reference}");
        }
    }

    // As with movements: an amendment names nobody anew, and a correction may be urgent.
    private static Command Amend(Cli cli)
    {
        var item = Own();
        var fields = new SiteOptions();
        var clear = new Option<string[]>("--clear") { Description = "A field to empty, as the API names it, e.g. validUntil or roofMarking.", HelpName = "field" };
        var reason = new Option<string?>("--reason") { Description = "Why it is amended, for your side.", HelpName = "text" };
        return cli.Command(
            "amend", "Say what is different now of a site; confirms nothing. Who is left out of those named has it no longer; nobody is added.", RunAsync, [item, .. fields.All, clear, reason]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var changes = await fields.ReadAsync(run, cancellationToken);
            OnNotification.Add(changes, run.Get(clear), run.Get(reason));
            var id = await (await run.NamesAsync(cancellationToken)).ItemAsync(run.Get(item), cancellationToken);
            var receipt = await (await run.ClientAsync(cancellationToken)).AmendSiteAsync(id, changes, cancellationToken: cancellationToken);
            return OnNotification.Give(run, receipt, $"{receipt.Reference} is now at version {receipt.Version}.");
        }
    }

    private static Command Revalidate(Cli cli)
    {
        var item = Own();
        var version = Version();
        return cli.Command("revalidate", "Confirm that all which was said of a site still holds.", RunAsync, [item, version]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var id = await (await run.NamesAsync(cancellationToken)).ItemAsync(run.Get(item), cancellationToken);
            var receipt = await (await run.ClientAsync(cancellationToken)).RevalidateSiteAsync(id, run.Get(version), key: null, cancellationToken);
            return OnNotification.Give(run, receipt, $"{receipt.Reference} is confirmed, at version {receipt.Version}.");
        }
    }

    private static Command Remove(Cli cli)
    {
        var item = Own();
        var version = Version();
        var reason = new Option<string>("--reason") { Description = $"Why, for your side: {string.Join(", ", Reasons)}.", HelpName = "code", Required = true };
        return cli.Command("remove", "Take a site off the list. Everyone who was told of it is told.", RunAsync, [item, reason, version]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var why = run.Get(reason)!.ToUpperInvariant();
            if (!Reasons.Contains(why, StringComparer.Ordinal))
            {
                throw new CliException(ExitCode.Usage, $"'{run.Get(reason)}' is not a reason.", "Give one of " + string.Join(", ", Reasons) + ".");
            }

            var id = await (await run.NamesAsync(cancellationToken)).ItemAsync(run.Get(item), cancellationToken);
            var receipt = await (await run.ClientAsync(cancellationToken)).RemoveSiteAsync(id, why, run.Get(version), key: null, cancellationToken);
            return OnNotification.Give(run, receipt, $"Removed {receipt.Reference}.");
        }
    }

    private static Argument<string> Own() => new("ITEM") { Description = "Id or reference of a site of your organisation." };

    private static Option<int?> Version() => new("--if-version") { Description = "The version that you looked at; refused when there is a later one.", HelpName = "n" };
}
