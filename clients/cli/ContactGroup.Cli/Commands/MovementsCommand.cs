using System.CommandLine;
using ContactGroup.Cli.Import.Notifications;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary><c>movements</c>: notifies movements of one's own organisation and says how they go on.</summary>
internal static class MovementsCommand
{
    private static readonly string[] States = ["UNDERWAY", "POSTPONED", "COMPLETED", "CANCELLED", "ABORTED_EN_ROUTE", "NOTIFIED"];

    public static Command Build(Cli cli) => Cli.Family(
        "movements",
        "Notify movements of your organisation and say how they go on; acknowledge those of others.",
        Notify(cli),
        LeadTimesCommand.Build(cli),
        Amend(cli),
        State(cli),
        CheckIn(cli),
        OnNotification.Withdraw(cli, "movement"),
        OnNotification.Acknowledge(cli, "movement"),
        ReadBackCommand.Build(cli, "movement"),
        RecordCommand.Fetch(cli, "movement"),
        TemplateCommand.Build(cli, "movement"),
        NotificationImportCommand.Movements(cli),
        OwnExportCommand.Build(cli, "movement"));

    private static Command Notify(Cli cli)
    {
        var channel = new Argument<string>("CHANNEL") { Description = "Name or id of the channel." };
        var fields = new MovementOptions();
        var sending = new Sending();
        return cli.Command("notify", "Notify a movement to your side and to each force that you name.", RunAsync, [channel, .. fields.All, .. sending.All]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var movement = await fields.ReadAsync(run, cancellationToken);
            var to = await (await run.NamesAsync(cancellationToken)).ChannelAsync(run.Get(channel), cancellationToken);
            var client = await run.ClientAsync(cancellationToken);
            var receipt = await sending.SendAsync(
                run,
                client,
                new PreviewDraft(to, "movement", movement),
                (shown, key) => client.NotifyMovementAsync(to, movement, shown, key, cancellationToken),
                cancellationToken);
            return OnNotification.Give(run, receipt, $"Notified {receipt.Reference}. See who gets it: contactgroup explain {receipt.Reference}");
        }
    }

    // An amendment names nobody anew, so that there is no audience to look at first, and a correction may be urgent.
    private static Command Amend(Cli cli)
    {
        var item = new Argument<string>("ITEM") { Description = "Id or reference of a movement of your organisation." };
        var fields = new MovementOptions();
        var clear = new Option<string[]>("--clear") { Description = "A field to empty: purpose, country, vehicles, staff, evacuees, escort, escortJustification, routeGeometry, alternateRoutes, alternateContact, focalPoint, communications, radioCallSign, cargo, cargoTonnes, cargoCubicMetres, dangerousGoods, waybill, frontLineCrossing, partiesOnRoute, internationalStaff, nationalStaff, drivers, contractors or notes.", HelpName = "field" };
        var reason = Reason("Why it is amended, for your side.");
        return cli.Command(
            "amend", "Say what is different now of a movement. Who is left out of those named has it no longer; nobody is added.", RunAsync, [item, .. fields.All, clear, reason]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var changes = await fields.ReadAsync(run, cancellationToken);
            OnNotification.Add(changes, run.Get(clear), run.Get(reason));
            var id = await (await run.NamesAsync(cancellationToken)).ItemAsync(run.Get(item), cancellationToken);
            var client = await run.ClientAsync(cancellationToken);
            await DrawnLines.SayTakenOutAsync(run, client, id, changes, cancellationToken);
            var receipt = await client.AmendMovementAsync(id, changes, cancellationToken: cancellationToken);
            return OnNotification.Give(run, receipt, $"{receipt.Reference} is now at version {receipt.Version}.");
        }
    }

    private static Command State(Cli cli)
    {
        var item = new Argument<string>("ITEM") { Description = "Id or reference of a movement of your organisation." };
        var state = new Argument<string>("STATE") { Description = string.Join(", ", States[..^1]) + "; NOTIFIED again after POSTPONED." };
        var reason = Reason("Why, for your side.");
        return cli.Command("state", "Say how a movement goes on. Everyone who was told of it is told.", RunAsync, [item, state, reason]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var said = run.Get(state).ToUpperInvariant();
            if (!States.Contains(said, StringComparer.Ordinal))
            {
                throw new CliException(ExitCode.Usage, $"'{run.Get(state)}' is not a state of a movement.", "Say one of " + string.Join(", ", States) + ".");
            }

            var id = await (await run.NamesAsync(cancellationToken)).ItemAsync(run.Get(item), cancellationToken);
            var receipt = await (await run.ClientAsync(cancellationToken)).SayMovementStateAsync(id, said, run.Get(reason), key: null, cancellationToken);
            return OnNotification.Give(run, receipt, $"{receipt.Reference}: {said}.");
        }
    }

    private static Command CheckIn(Cli cli)
    {
        var item = new Argument<string>("ITEM") { Description = "Id or reference of a movement of your organisation that is under way." };
        var stop = new Option<int?>("--stop") { Description = "Which stop of the route, from 0; leave it out on the way between two.", HelpName = "n" };
        var note = new Option<string?>("--note") { Description = "A few words, for your side.", HelpName = "text" };
        return cli.Command("check-in", "Say that a movement is heard of. Your side alone learns of it.", RunAsync, [item, stop, note]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var id = await (await run.NamesAsync(cancellationToken)).ItemAsync(run.Get(item), cancellationToken);
            var receipt = await (await run.ClientAsync(cancellationToken)).CheckInMovementAsync(id, run.Get(stop), run.Get(note), key: null, cancellationToken);
            return OnNotification.Give(run, receipt, $"{receipt.Reference}: heard of.");
        }
    }

    private static Option<string?> Reason(string description) => new("--reason") { Description = description, HelpName = "text" };
}
