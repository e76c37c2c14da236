using System.CommandLine;

namespace ContactGroup.Cli.Commands;

/// <summary><c>movements export</c> and <c>sites export</c>: what one's own organisation notified, as the table that it is imported from.</summary>
internal static class OwnExportCommand
{
    private const string Format = "template";

    public static Command Build(Cli cli, string kind)
    {
        var filters = new ExportFilters(kind);
        var item = new Option<string?>("--item") { Description = "One of them: id or reference.", HelpName = "item" };
        var output = ExportCommand.Output();
        var people = kind == "site" ? $" Several sites take two people: contactgroup export request {Format} --kind site" : string.Empty;
        return cli.Command(
            "export", $"Write the {kind}s of your organisation that are in force as the table that they are imported from.{people}", RunAsync, [.. filters.All, item, output]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var names = await run.NamesAsync(cancellationToken);
            var client = await run.ClientAsync(cancellationToken);
            var file = run.Get(item) is { } one
                ? await client.ExportItemAsync(await names.ItemAsync(one, cancellationToken), Format, cancellationToken)
                : await client.ExportAsync(Format, await filters.ReadAsync(run, names, cancellationToken), cancellationToken);
            return await ExportCommand.WriteAsync(run, file, run.Get(output), cancellationToken);
        }
    }
}
