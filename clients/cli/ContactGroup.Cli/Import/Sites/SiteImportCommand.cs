using System.CommandLine;
using ContactGroup.Cli.Commands;
using ContactGroup.Cli.Output;
using ContactGroup.Client;

namespace ContactGroup.Cli.Import.Sites;

/// <summary><c>sites import</c>: notifies the sites of a register.</summary>
internal static class SiteImportCommand
{
    private const int ShownRows = 50;

    public static Command Build(Cli cli)
    {
        var file = new Argument<string>("FILE") { Description = "CSV by the template (docs/guides/templates/sites.csv), or a JSON array of objects with its columns; UTF-8." };
        var channel = new Option<string?>("--channel") { Description = "Name or id of the notification room. Needed unless --dry-run.", HelpName = "channel" };
        var consent = new Option<string[]>("--consent")
        {
            Description = $"Your organisation consents to telling this force of every site whose row names it: it gets {SiteOptions.Gets}, exactly. Once for each.",
            HelpName = "audience",
        };
        var system = new Option<string>("--system") { Description = "Name of the register; ids are unique within it.", HelpName = "name", DefaultValueFactory = _ => "sites" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Send nothing. With --channel the server looks every row over, without it the file is only read." };
        var partly = new Option<bool>("--partly") { Description = "Send the good rows although others are at fault." };
        return cli.Command("import", "Notify the sites of a file. Running it again adds only what is missing.", RunAsync, [file, channel, consent, system, dryRun, partly]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            if (run.Get(channel) is null && !run.Get(dryRun))
            {
                throw new CliException(ExitCode.Usage, "Into which room?", "Add: --channel NAME (see: contactgroup channels), or --dry-run.");
            }

            var to = run.Get(channel) is { } name ? await (await run.NamesAsync(cancellationToken)).ChannelAsync(name, cancellationToken) : null;
            var client = to is null ? null : await run.ClientAsync(cancellationToken, patience: TimeSpan.FromSeconds(30));
            var outcome = new ImportOutcome();
            var import = new SiteImport(client, to ?? string.Empty, new ImportAudience(run.Answers), outcome);
            await using var stream = File.OpenRead(run.Get(file));
            await WorkAsync(run, import, outcome, stream, cancellationToken);
            var answer = new
            {
                file = run.Get(file),
                dryRun = run.Get(dryRun),
                outcome.Read,
                outcome.Added,
                outcome.Existing,
                outcome.Rejected,
                brokenOff = outcome.BrokenOff,
                rows = outcome.Rows,
                notes = import.Notes,
            };
            return run.Answers.Give("import", answer, say => Show(say, import, outcome, run.Get(dryRun)), outcome.Exit);
        }

        async Task WorkAsync(Invocation run, SiteImport import, ImportOutcome outcome, Stream stream, CancellationToken cancellationToken)
        {
            try
            {
                await import.ReadAsync(stream, new SiteRows(run.Get(consent) ?? []), run.Get(system)!, cancellationToken);
                if (run.Get(dryRun))
                {
                    import.CountOnly();
                }
                else if (run.Get(partly) || (outcome.Rejected == 0 && outcome.BrokenOff is null))
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

    private static void Show(Answers say, SiteImport import, ImportOutcome outcome, bool dryRun)
    {
        foreach (var row in outcome.Rows.Take(ShownRows))
        {
            foreach (var problem in row.Problems)
            {
                say.Line($"line {row.Line}{Named(row.Id)}{(problem.Column is { } column ? $", {column}" : string.Empty)}: {problem.Remedy}");
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

        say.Line(dryRun ? $"{outcome.Read} sites read: {outcome.Added} would go in, {outcome.Rejected} rejected. Nothing was sent."
            : outcome.Added + outcome.Existing == 0 && outcome.Exit != ExitCode.Ok ? $"{outcome.Read} sites read, {outcome.Rejected} rejected. Nothing was sent."
            : $"{outcome.Read} sites read: {outcome.Added} added, {outcome.Existing} already there, {outcome.Rejected} rejected.");
        say.Line(OnNotification.Law);
    }

    private static string Named(string? id) => id is null ? string.Empty : $", id {Plain.Line(id, 40)}";
}
