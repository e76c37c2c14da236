using System.CommandLine;
using System.Reflection;
using System.Text;
using ContactGroup.Cli.Commands;

namespace ContactGroup.Cli.Import.Notifications;

/// <summary><c>movements template</c> and <c>sites template</c>: an empty table with a filled example.</summary>
internal static class TemplateCommand
{
    public static Command Build(Cli cli, string kind)
    {
        var output = new Option<string?>("--out") { Description = $"File to write; {kind}s.csv in this folder when absent. Nothing is overwritten.", HelpName = "file" };
        return cli.Command("template", $"Write the table that {kind}s are imported from, with an example to replace.", RunAsync, [output]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var place = run.Get(output) ?? DownloadCommand.FreePlace(".", $"{kind}s.csv");
            await using (var file = new FileStream(place, FileMode.CreateNew, FileAccess.Write, FileShare.None, 4096, useAsync: true))
            {
                // With a byte order mark, or a spreadsheet on Windows takes Arabic for something else.
                await file.WriteAsync(Encoding.UTF8.Preamble.ToArray(), cancellationToken);
                await using var template = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Templates/{kind}s.csv")!;
                await template.CopyToAsync(file, cancellationToken);
            }

            return run.Answers.Give("template", new { file = place }, say => say.Line($"Written to {place}. Replace the example; see docs/guides/notify-a-{kind}.md."));
        }
    }
}
