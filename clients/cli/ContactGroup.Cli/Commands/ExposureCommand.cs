using System.CommandLine;
using ContactGroup.Cli.Output;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary><c>exposure</c>: who had an item of one's own organisation.</summary>
internal static class ExposureCommand
{
    public static Command Build(Cli cli)
    {
        var item = new Argument<string>("ITEM") { Description = "Id or reference of an item that your organisation wrote." };
        return cli.Command("exposure", "Say who had an item of your organisation, when, and how much of it.", RunAsync, [item]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var id = await (await run.NamesAsync(cancellationToken)).ItemAsync(run.Get(item), cancellationToken);
            var exposure = await (await run.ClientAsync(cancellationToken)).GetExposureAsync(id, cancellationToken);
            return run.Answers.Give("exposure", exposure, say => Show(say, exposure));
        }
    }

    private static void Show(Answers say, Exposure exposure)
    {
        say.Table(
            ["AUDIENCE", "HOLDS IT NOW", "RECEIVED", "OPENED"],
            exposure.Audiences.Select(one => new[] { one.Audience, one.HoldsNow ? "yes" : "no", When(one.Received), When(one.Opened) }));
        foreach (var audience in exposure.Audiences)
        {
            foreach (var held in audience.Held)
            {
                say.Line($"{audience.Audience} held from {FieldText.Of(held.From)}, {Ended(held)}: {string.Join(", ", held.Shown.Select(one => $"{one.FieldClass} ({one.Grain})"))}");
            }

            foreach (var version in audience.Versions ?? [])
            {
                say.Line($"{audience.Audience} version {version.Version}: sent {FieldText.Of(version.Sent)}, delivered {When(version.Delivered)}, opened {When(version.Opened)}");
            }

            foreach (var person in audience.People ?? [])
            {
                say.Line($"{person.Name}, {person.Organisation}: received {FieldText.Of(person.Received)}, opened {When(person.Opened)}");
            }
        }
    }

    private static string Ended(HeldView held) => held.Until is { } until ? $"{held.Ended} {FieldText.Of(until)}" : "still";

    private static string When(DateTimeOffset? at) => at is { } when ? FieldText.Of(when) : "-";
}
