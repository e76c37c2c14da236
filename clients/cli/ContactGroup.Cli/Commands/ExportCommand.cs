using System.CommandLine;
using ContactGroup.Cli.Output;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary><c>export</c>: what one may see as a file, alone or, for several sites, by two people.</summary>
internal static class ExportCommand
{
    private static readonly string[] Formats = ["geojson", "html", "hxl", "kml", "cap", "ics", "cot", "template"];

    public static Command Build(Cli cli)
    {
        var (format, filters) = (Format(), new ExportFilters());
        var item = new Option<string?>("--item") { Description = "One item: id or reference.", HelpName = "item" };
        var output = Output();
        var export = cli.Command(
            "export", "Write what you may see to a file for maps, tables, alerts, calendars or paper.", RunAsync, [format, .. filters.All, item, output]);
        export.Add(Request(cli));
        export.Add(cli.Command("requests", "List exports that take two people.", ListAsync));
        export.Add(Confirm(cli));
        export.Add(Fetch(cli));
        return export;

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var names = await run.NamesAsync(cancellationToken);
            var client = await run.ClientAsync(cancellationToken);
            var file = run.Get(item) is { } one
                ? await client.ExportItemAsync(await names.ItemAsync(one, cancellationToken), run.Get(format)!, cancellationToken)
                : await client.ExportAsync(run.Get(format)!, await filters.ReadAsync(run, names, cancellationToken), cancellationToken);
            return await WriteAsync(run, file, run.Get(output), cancellationToken);
        }
    }

    private static Command Request(Cli cli)
    {
        var (format, filters) = (Format(), new ExportFilters());
        return cli.Command("request", "Ask for a file with several sites; a colleague or a coordinator has to confirm it.", RunAsync, [format, .. filters.All]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var query = await filters.ReadAsync(run, await run.NamesAsync(cancellationToken), cancellationToken);
            var request = await (await run.ClientAsync(cancellationToken)).AskToExportAsync(run.Get(format)!, query, key: null, cancellationToken);
            return run.Answers.Give("export-request", new { request }, say =>
            {
                say.Line($"Asked. A colleague or a coordinator confirms it within a day: contactgroup export confirm {request}");
                say.Line($"Then fetch it once within an hour: contactgroup export fetch {request}");
            });
        }
    }

    private static Command Confirm(Cli cli)
    {
        var request = RequestArgument();
        return cli.Command("confirm", "Be the second person of an export that somebody else asked for.", RunAsync, [request]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            await (await run.ClientAsync(cancellationToken)).ConfirmExportAsync(run.Get(request)!, key: null, cancellationToken);
            return run.Answers.Give("export-confirmed", new { request = run.Get(request) }, say => say.Line("Confirmed. Who asked can fetch it once within an hour."));
        }
    }

    private static Command Fetch(Cli cli)
    {
        var (request, output) = (RequestArgument(), Output());
        return cli.Command("fetch", "Fetch an export that was confirmed.", RunAsync, [request, output]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var file = await (await run.ClientAsync(cancellationToken)).FetchExportAsync(run.Get(request)!, cancellationToken);
            return await WriteAsync(run, file, run.Get(output), cancellationToken);
        }
    }

    private static async Task<ExitCode> ListAsync(Invocation run, CancellationToken cancellationToken)
    {
        var requests = await (await run.ClientAsync(cancellationToken)).GetExportRequestsAsync(cancellationToken);
        return run.Answers.Give("export-requests", requests, say =>
        {
            var rows = requests.Waiting.Select(each => Row(each, $"{each.Person}, {each.Organisation}")).Concat(requests.Own.Select(each => Row(each, "you"))).ToList();
            if (rows.Count == 0)
            {
                say.Line("No exports that take two people.");
                return;
            }

            say.Table(["REQUEST", "FORMAT", "KIND", "ASKED BY", "ASKED", "STATE"], rows);
        });
    }

    private static string?[] Row(ExportRequest request, string who) =>
        [request.Request, request.Format, request.Kind ?? "all", who, FieldText.Of(request.AskedAt), request.State];

    // Never onto the terminal, where bytes of others could steer it; never over a file that is there.
    internal static async Task<ExitCode> WriteAsync(Invocation run, ExportedFile file, string? output, CancellationToken cancellationToken)
    {
        var place = output ?? DownloadCommand.FreePlace(".", file.Name);
        await using (var stream = new FileStream(place, FileMode.CreateNew, FileAccess.Write, FileShare.None, 4096, useAsync: true))
        {
            await stream.WriteAsync(file.Content, cancellationToken);
        }

        return run.Answers.Give("export", new { file = place, bytes = file.Content.Length }, say => say.Line($"Written to {place}. It carries its marking; handle it so."));
    }

    private static Argument<string> Format()
    {
        var format = new Argument<string>("FORMAT") { Description = string.Join(", ", Formats) + "." };
        format.AcceptOnlyFromAmong(Formats);
        return format;
    }

    private static Argument<string> RequestArgument() => new("REQUEST") { Description = "Id of the request." };

    internal static Option<string?> Output() => new("--out") { Description = "File to write; named by its format in this folder when absent. Nothing is overwritten.", HelpName = "file" };
}
