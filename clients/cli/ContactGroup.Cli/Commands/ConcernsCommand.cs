using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Cli.Areas;
using ContactGroup.Cli.Output;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary><c>concerns</c>: areas and times that a force keeps for itself.</summary>
internal static class ConcernsCommand
{
    private const int Widest = 50_000;

    public static Command Build(Cli cli) => Cli.Family(
        "concerns", "Keep areas and times that your force wants to hear of. Only your organisation sees them.", Add(cli), List(cli), Remove(cli));

    private static Command Add(Cli cli)
    {
        var note = new Argument<string>("NOTE") { Description = "What it is about, up to 500 characters." };
        var from = new Option<string>("--from") { Description = "It counts from then on: an instant with its offset (2026-03-01T06:00:00Z).", HelpName = "time", Required = true };
        var until = new Option<string>("--until") { Description = "It counts until then.", HelpName = "time", Required = true };
        var position = new Option<string?>("--position") { Description = "The middle of a circle: " + PositionText.FormOrArea + ": then a circle that covers it.", HelpName = "lat,lon" };
        var radius = new Option<int?>("--radius") { Description = "Of the circle, in metres, up to 50000.", HelpName = "metres" };
        var corner = new Option<string[]>("--corner") { Description = "A corner of an outline, in order, instead of a circle: latitude,longitude, or MGRS. Three to fifty.", HelpName = "lat,lon" };
        return cli.Command("add", "Keep an area and a time of concern.", RunAsync, [note, from, until, position, radius, corner]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var concern = new ConcernDraft(run.Get(note), Instant("--from", run.Get(from)!), Instant("--until", run.Get(until)!))
            {
                Radius = run.Get(radius),
                Outline = run.Get(corner) is { Length: > 0 } corners ? [.. corners.Select(text => Position(PositionText.Read("--corner", text)))] : null,
            };
            if (run.Get(position) is { } middle)
            {
                concern = Pcode.Of(middle) is { } pcode
                    ? Cover(run, concern, await run.AreaAsync("--position", pcode, cancellationToken))
                    : concern with { Position = Position(PositionText.Read("--position", middle)) };
            }

            var receipt = await (await run.ClientAsync(cancellationToken)).AddConcernAsync(concern, key: null, cancellationToken);
            return run.Answers.Give("concern", receipt, say => say.Line($"Kept as {receipt.Id}. See what comes into it: contactgroup overlaps"));
        }
    }

    private static ConcernDraft Cover(Invocation run, ConcernDraft concern, MapArea area)
    {
        if (concern.Radius is null && area.Reach > Widest)
        {
            throw new CliException(
                ExitCode.Usage,
                $"--position: {area.Title} reaches {area.Reach.ToString(CultureInfo.InvariantCulture)} metres from its middle, and a circle up to {Widest.ToString(CultureInfo.InvariantCulture)}.",
                "Give --radius for the middle of it alone, or draw it: three to fifty times --corner.");
        }

        var radius = concern.Radius ?? area.Reach;
        run.Answers.Note($"--position: {area.Title} is an area. What is kept is a circle of {radius.ToString(CultureInfo.InvariantCulture)} metres around its middle, {area.Middle}.");
        return concern with { Position = Position(area.Position()), Radius = radius };
    }

    private static Command List(Cli cli)
    {
        return cli.Command("list", "List the concerns of your organisation.", RunAsync, []);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var list = await (await run.ClientAsync(cancellationToken)).ListConcernsAsync(cancellationToken);
            return run.Answers.Give("concerns", list, say =>
            {
                if (list.Concerns.Count == 0)
                {
                    say.Line("Your organisation keeps no concerns.");
                    return;
                }

                say.Table(
                    ["ID", "FROM", "UNTIL", "WHERE", "NOTE"],
                    list.Concerns.Select(one => new[] { one.Id, FieldText.Of(one.From), FieldText.Of(one.Until), Where(one), Plain.Line(one.Note, 80) }));
            });
        }
    }

    private static Command Remove(Cli cli)
    {
        var concern = new Argument<string>("CONCERN") { Description = "Its id, as in the list." };
        return cli.Command("remove", "Remove a concern of your organisation.", RunAsync, [concern]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            await (await run.ClientAsync(cancellationToken)).RemoveConcernAsync(run.Get(concern), cancellationToken);
            return run.Answers.Give("removed", new ConcernReceipt(run.Get(concern)), say => say.Line("Removed."));
        }
    }

    private static string Where(Concern concern) => concern.Position is { } middle
        ? string.Create(CultureInfo.InvariantCulture, $"{middle.Lat},{middle.Lon} {concern.Radius} m")
        : string.Create(CultureInfo.InvariantCulture, $"{concern.Outline?.Count ?? 0} corners");

    private static MapPosition Position(JsonNode read) => read.Deserialize<MapPosition>(JsonSerializerOptions.Web)!;

    private static DateTimeOffset Instant(string option, string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? at
            : throw new CliException(ExitCode.Usage, $"{option} takes an instant, not '{text}'.", "E.g. 2026-03-01T14:30:00Z");
}

/// <summary><c>overlaps</c>: which notifications come into one's own concerns.</summary>
internal static class OverlapsCommand
{
    public static Command Build(Cli cli)
    {
        return cli.Command("overlaps", "List movements and sites that your force was told of and that come into one of your concerns. Nobody else is told.", RunAsync, []);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var list = await (await run.ClientAsync(cancellationToken)).ListOverlapsAsync(cancellationToken);
            return run.Answers.Give("overlaps", list, say => Show(say, list));
        }
    }

    private static void Show(Answers say, OverlapList list)
    {
        if (list.Overlaps.Count > 0)
        {
            say.Table(
                ["REFERENCE", "KIND", "CONCERN", "FROM", "UNTIL", "NOTE"],
                list.Overlaps.Select(one => new[] { one.Reference, one.Kind, one.Concern, FieldText.Of(one.From), FieldText.Of(one.Until), Plain.Line(one.Note, 80) }));
            say.Line("Tell the humanitarian side what it should know: contactgroup advisories issue");
        }
        else
        {
            say.Line(list.Complete
                ? "Nothing that your force was told of comes into a concern of your organisation."
                : "Nothing that was compared comes into a concern of your organisation. Not everything was.");
        }

        if (list.Unreckoned.Count > 0)
        {
            say.Line("Not compared with every concern that they may come into; read each of them yourself: contactgroup show");
            say.Table(["REFERENCE", "KIND", "ITEM"], list.Unreckoned.Select(one => new[] { one.Reference, one.Kind, one.Item }));
        }

        // A server that does not name what it left out says only that there is some.
        if (!list.Complete && (list.Unnamed || list.Unreckoned.Count == 0))
        {
            say.Line("There is more than could be looked at: read the list of movements and sites as well.");
        }

        OnNotification.SayLaw(say, [.. list.Overlaps.Select(one => one.Kind), .. list.Unreckoned.Select(one => one.Kind)]);
    }
}
