using System.CommandLine;
using ContactGroup.Cli.Commands;
using ContactGroup.Cli.Output;
using ContactGroup.Client;

namespace ContactGroup.Cli.Import.Notifications;

/// <summary><c>movements import</c> and <c>sites import</c>: notifies what a file holds.</summary>
internal static class NotificationImportCommand
{
    private const int ShownRows = 50;

    public static Command Movements(Cli cli) => Build(cli, "movement", MovementOptions.Gets, consents => new MovementRows(consents));

    public static Command Sites(Cli cli) => Build(cli, "site", SiteOptions.Gets, consents => new SiteRows(consents));

    private static Command Build(Cli cli, string kind, string gets, Func<Consents, INotificationRows> reading)
    {
        var file = new Argument<string>("FILE") { Description = $"CSV by the template (contactgroup {kind}s template), or a JSON array of objects with its columns; UTF-8." };
        var channel = new Option<string?>("--channel") { Description = "Name or id of the notification room. Needed unless --dry-run.", HelpName = "channel" };
        var consent = new Option<string[]>("--consent")
        {
            Description = $"Your organisation consents to telling this force of every {kind} whose row names it: it gets {gets}, exactly. Once for each.",
            HelpName = "audience",
        };
        var system = new Option<string>("--system") { Description = "Name of where they come from; ids are unique within it.", HelpName = "name", DefaultValueFactory = _ => $"{kind}s" };
        var dryRun = new Option<bool>("--dry-run") { Description = $"Send nothing. With --channel the server looks every {kind} over, without it the file is only read." };
        var partly = new Option<bool>("--partly") { Description = $"Send the good {kind}s although others are at fault." };
        var wait = WaitOption.Of($"How long a {kind} is tried again while the server is away, 0 to 3600.");
        return cli.Command("import", $"Notify the {kind}s of a file. Running it again adds only what is missing.", RunAsync, [file, channel, consent, system, dryRun, partly, wait]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            if (run.Get(channel) is null && !run.Get(dryRun))
            {
                throw new CliException(ExitCode.Usage, "Into which room?", "Add: --channel NAME (see: contactgroup channels), or --dry-run.");
            }

            var to = run.Get(channel) is { } name ? await (await run.NamesAsync(cancellationToken)).ChannelAsync(name, cancellationToken) : null;
            var client = to is null ? null : await run.ClientAsync(cancellationToken, patience: TimeSpan.FromSeconds(run.Get(wait)));
            var outcome = new ImportOutcome();
            var import = new NotificationImport(
                client, to ?? string.Empty, reading(new Consents(run.Get(consent) ?? [])), new ImportAudience(run.Answers, $"{kind}s"), outcome);
            var began = run.Around.Clock.GetTimestamp();
            await using var stream = File.OpenRead(run.Get(file));
            await WorkAsync(run, import, outcome, stream, cancellationToken);
            var seconds = Math.Round(run.Around.Clock.GetElapsedTime(began).TotalSeconds, 1);
            var answer = new
            {
                file = run.Get(file),
                dryRun = run.Get(dryRun),
                outcome.Read,
                outcome.Added,
                outcome.Existing,
                outcome.Rejected,
                seconds,
                brokenOff = outcome.BrokenOff,
                rows = outcome.Rows,
                notes = import.Notes,
            };
            return run.Answers.Give("import", answer, say => Show(say, import, outcome, run.Get(dryRun), kind, seconds), outcome.Exit);
        }

        async Task WorkAsync(Invocation run, NotificationImport import, ImportOutcome outcome, Stream stream, CancellationToken cancellationToken)
        {
            try
            {
                await import.ReadAsync(stream, run.Get(system)!, cancellationToken);
                if (run.Get(dryRun))
                {
                    import.CountOnly();
                }
                else if (import.IsWhole && (run.Get(partly) || outcome.Rejected == 0))
                {
                    await import.SendAsync(cancellationToken);
                }
            }
            catch (ContactGroupException stopped)
            {
                run.Answers.Note($"Stopped after {outcome.Added} added and {outcome.Existing} already there. Run it again: what is in is not added twice.");
                throw Refusals.Of(stopped);
            }
        }
    }

    private static void Show(Answers say, NotificationImport import, ImportOutcome outcome, bool dryRun, string kind, double seconds)
    {
        foreach (var row in outcome.Rows.Take(ShownRows))
        {
            foreach (var problem in row.Problems)
            {
                say.Line($"line {problem.Line ?? row.Line}{Named(row.Id)}{(problem.Column is { } column ? $", {column}" : string.Empty)}: {problem.Remedy}");
            }
        }

        foreach (var note in import.Notes.Take(ShownRows))
        {
            say.Line($"line {note.Line}{Named(note.Id)}, {note.Column}, to look at: {note.Text}");
        }

        if (outcome.BrokenOff is { } end)
        {
            say.Line($"line {end.Line}: {end.Problems[0].Remedy}");
        }

        var more = Math.Max(0, outcome.Rejected - ShownRows) + Math.Max(0, import.Notes.Count - ShownRows);
        if (more > 0)
        {
            say.Line($"And {more} more; see all of them with --json.");
        }

        say.Line(dryRun ? $"{outcome.Read} {kind}s read: {outcome.Added} would go in, {outcome.Rejected} rejected. Nothing was sent."
            : outcome.Added + outcome.Existing == 0 && outcome.Exit != ExitCode.Ok ? $"{outcome.Read} {kind}s read, {outcome.Rejected} rejected. Nothing was sent."
            : $"{outcome.Read} {kind}s read: {outcome.Added} added, {outcome.Existing} already there, {outcome.Rejected} rejected. {seconds} s.");
        say.Line(OnNotification.Law);
    }

    private static string Named(string? id) => id is null ? string.Empty : $", id {Plain.Line(id, 40)}";
}
