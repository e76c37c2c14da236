using System.CommandLine;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary><c>download</c>: fetches the files of an item.</summary>
internal static class DownloadCommand
{
    public static Command Build(Cli cli)
    {
        var item = new Argument<string>("ITEM") { Description = "Id or reference." };
        var folder = new Option<string?>("--output", "-o") { Description = "Folder to write into; this one when absent.", HelpName = "folder" };
        return cli.Command("download", "Fetch the files of an item, as far as you may have them.", RunAsync, [item, folder]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var id = await (await run.NamesAsync(cancellationToken)).ItemAsync(run.Get(item), cancellationToken);
            var client = await run.ClientAsync(cancellationToken);
            var files = (await client.GetItemAsync(id, cancellationToken)).Files;
            var into = Directory.CreateDirectory(run.Get(folder) ?? ".");
            var written = new List<string>();
            foreach (var file in files.Where(file => file.Blob is not null))
            {
                written.Add(await FetchAsync(client, file, into.FullName, cancellationToken));
            }

            return run.Answers.Give("files", written, say => say.Line(written.Count == 0 ? "No files." : string.Join('\n', written)));
        }
    }

    /// <summary>Fetches into a file beside the final one; one that is there from a broken attempt is gone on with, because a name stands for the same bytes.</summary>
    private static async Task<string> FetchAsync(ContactGroupClient client, AttachedFile file, string folder, CancellationToken cancellationToken)
    {
        var part = Path.Combine(folder, file.Blob + ".part");
        await using (var stream = new FileStream(part, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 4096, useAsync: true))
        {
            var from = stream.Length < file.Size ? stream.Length : 0;
            stream.Seek(from, SeekOrigin.Begin);
            stream.SetLength(from);
            await client.DownloadAsync(file.Blob!, stream, from, progress: null, cancellationToken);
        }

        var place = FreePlace(folder, file.Name);
        File.Move(part, place, overwrite: false);
        return place;
    }

    // The name comes from somebody else: only its last part counts, and nothing is ever overwritten.
    internal static string FreePlace(string folder, string name)
    {
        var safe = string.Concat(Path.GetFileName(name.Replace('\\', '/')).Select(letter => char.IsControl(letter) || letter is ':' or '*' or '?' or '"' or '<' or '>' or '|' ? '_' : letter)).TrimStart('.');
        safe = safe.Length == 0 ? "file" : safe;
        var place = Path.Combine(folder, safe);
        for (var number = 2; Path.Exists(place); number++)
        {
            place = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(safe)}-{number}{Path.GetExtension(safe)}");
        }

        return place;
    }
}
