using System.CommandLine;
using ContactGroup.Cli.Commands;
using ContactGroup.Cli.Output;
using ContactGroup.Client;
using Spectre.Console;

namespace ContactGroup.Cli.Import;

/// <summary><c>import incidents</c>: takes in the incident records of another system.</summary>
internal static class ImportCommand
{
    private const int ShownRows = 50;
    private static readonly TimeSpan ProgressPause = TimeSpan.FromMilliseconds(200);

    public static Command Build(Cli cli)
    {
        var file = new Argument<string>("FILE") { Description = "CSV with a header row, or a JSON array of objects; UTF-8." };
        var channel = new Option<string?>("--channel") { Description = "Name or id of the channel. Needed unless --dry-run.", HelpName = "channel" };
        var mapping = new Option<string>("--mapping")
        {
            Description = $"How columns become fields: {string.Join(", ", MappingFile.Shipped)}, or a mapping file.",
            HelpName = "name|file",
            Required = true,
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Read and check everything, send nothing. Needs no server." };
        var concurrency = new Option<int>("--concurrency") { Description = "How many reports are under way at once, 1 to 16.", HelpName = "n", DefaultValueFactory = _ => 8 };
        concurrency.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 16)
            {
                result.AddError("--concurrency takes 1 to 16.");
            }
        });
        var wait = WaitOption.Of("How long a report is tried again while the server is away, 0 to 3600.");
        var system = new Option<string?>("--system") { Description = "Name of the source system, instead of the mapping's. Ids are unique within it.", HelpName = "name" };
        var label = new LabelDefaults();
        var incidents = cli.Command(
            "incidents",
            "Report the incident records of a file. Running it again adds only what is missing.",
            RunAsync,
            [file, channel, mapping, dryRun, concurrency, wait, system, .. label.All]);
        return Cli.Family("import", "Take in records of other systems.", incidents);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var rules = await MappingFile.LoadAsync(run.Get(mapping)!, cancellationToken);
            var send = run.Get(dryRun) ? null : await SenderAsync(run, cancellationToken);
            var outcome = new ImportOutcome();
            var importer = new Importer(rules, run.Get(system), outcome) { Send = send, Concurrency = run.Get(concurrency) };
            var began = run.Around.Clock.GetTimestamp();
            await using var stream = File.OpenRead(run.Get(file));
            try
            {
                await WithProgressAsync(run, stream, outcome, importer.RunAsync(stream, cancellationToken));
            }
            catch (ContactGroupException stopped)
            {
                run.Answers.Note($"Stopped after {outcome.Added} added and {outcome.Existing} already there. Run it again: what is in is not added twice.");
                throw Refusals.Of(stopped);
            }

            var seconds = Math.Round(run.Around.Clock.GetElapsedTime(began).TotalSeconds, 1);
            var answer = new
            {
                file = run.Get(file),
                mapping = rules.Name,
                dryRun = run.Get(dryRun),
                outcome.Read,
                outcome.Added,
                outcome.Existing,
                outcome.Rejected,
                seconds,
                brokenOff = outcome.BrokenOff,
                rows = outcome.Rows,
            };
            return run.Answers.Give("import", answer, say => Show(say, outcome, run.Get(dryRun), seconds), outcome.Exit);
        }

        async Task<Func<System.Text.Json.Nodes.JsonObject, IdempotencyKey, CancellationToken, Task<Receipt>>> SenderAsync(
            Invocation run, CancellationToken cancellationToken)
        {
            var name = run.Get(channel)
                ?? throw new CliException(ExitCode.Usage, "Into which channel?", "Add: --channel NAME (see: contactgroup channels), or --dry-run.");
            var to = await (await run.NamesAsync(cancellationToken)).ChannelAsync(name, cancellationToken);
            var client = await run.ClientAsync(cancellationToken, patience: TimeSpan.FromSeconds(run.Get(wait)));
            var reached = new ImportAudience(run.Answers, "reports");
            return async (report, key, token) =>
            {
                var full = label.Over(run, report);
                var preview = await client.PreviewAsync(ReportDraft.Of(to, full), token);
                reached.Show(preview.Views);
                return await client.ReportAsync(to, full, preview.Fingerprint, key, token);
            };
        }
    }

    private static async Task WithProgressAsync(Invocation run, FileStream file, ImportOutcome outcome, Task importing)
    {
        if (!run.Around.ErrorIsTerminal || run.Answers.IsJson)
        {
            await importing;
            return;
        }

        await run.Around.Console(run.Around.Error, isTerminal: true).Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var task = progress.AddTask("reading", maxValue: Math.Max(1, file.Length));
                while (!importing.IsCompleted)
                {
                    task.Value = file.Position;
                    task.Description = $"{outcome.Added + outcome.Existing + outcome.Rejected} of {outcome.Read} read";
                    await Task.WhenAny(importing, Task.Delay(ProgressPause, run.Around.Clock));
                }

                task.Value = task.MaxValue;
            });
        await importing;
    }

    private static void Show(Answers say, ImportOutcome outcome, bool dryRun, double seconds)
    {
        foreach (var row in outcome.Rows.Take(ShownRows))
        {
            foreach (var problem in row.Problems)
            {
                say.Line(Sentence(row, problem));
            }
        }

        if (outcome.Rejected > ShownRows)
        {
            say.Line($"… and {outcome.Rejected - ShownRows} more; --json lists them.");
        }

        if (outcome.BrokenOff is { } end)
        {
            say.Line($"line {end.Line}: {end.Problems[0].Remedy}");
        }

        say.Line(dryRun
            ? $"{outcome.Read} records read: {outcome.Added} would go in, {outcome.Rejected} rejected. Nothing was sent."
            : $"{outcome.Read} records read: {outcome.Added} added, {outcome.Existing} already there, {outcome.Rejected} rejected ({seconds} s).");
    }

    private static string Sentence(RejectedRow row, RowProblem problem)
    {
        var where = string.Join(" → ", new[] { problem.Column, problem.Field }.OfType<string>());
        return $"line {row.Line}, record {row.Record}{(row.Id is null ? string.Empty : $", id {Plain.Line(row.Id, 40)}")}{(where.Length > 0 ? $", {where}" : string.Empty)}: {problem.Remedy}";
    }
}
