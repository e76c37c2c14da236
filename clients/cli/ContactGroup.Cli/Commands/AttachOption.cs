using System.CommandLine;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary>Files that go with what is written: uploaded first, so that nothing is posted when one of them is not taken.</summary>
internal sealed class AttachOption
{
    private readonly Option<string[]> files = new("--attach")
    {
        Description = "A file to attach: jpg, png, webp, txt, csv, pdf, docx, xlsx, pptx or odt. May be given several times. Pictures and text lose what tells of their author and place; documents stay on your side.",
        HelpName = "file",
    };

    public Option Option => files;

    /// <summary>Uploads the files; null when none was given.</summary>
    public async Task<IReadOnlyList<string>?> UploadAsync(Invocation run, string channel, CancellationToken cancellationToken)
    {
        if (run.Get(files) is not { Length: > 0 } paths)
        {
            return null;
        }

        var client = await run.ClientAsync(cancellationToken);
        var uploads = new List<string>();
        foreach (var (path, mediaType) in paths.Select(path => (path, TypeOf(path))).ToList())
        {
            await using var file = Open(path);
            var done = await client.UploadAsync(
                channel, Path.GetFileName(path), mediaType, file, key: null, new Shown(run, Path.GetFileName(path), file.Length), cancellationToken);
            if (done.Stays is { } why)
            {
                run.Answers.Note($"{Path.GetFileName(path)}: {why}");
            }

            uploads.Add(done.Upload);
        }

        return uploads;
    }

    private static string TypeOf(string path) => FileTypes.Of(path)
        ?? throw new CliException(ExitCode.Usage, $"'{path}' is of a type that is not taken.", "Attach jpg, png, webp, txt, csv, pdf, docx, xlsx, pptx or odt.");

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, useAsync: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Usage, $"'{path}' cannot be read.", "Give the path of a file that you can read.");
        }
    }

    /// <summary>Says how far a large file is, on standard error.</summary>
    private sealed class Shown(Invocation run, string name, long size) : IProgress<long>
    {
        private const long Worth = 1024 * 1024;
        private long next = Worth;

        public void Report(long value)
        {
            if (value >= next && !run.Answers.IsJson)
            {
                run.Answers.Note($"{name}: {value / 1024} of {size / 1024} KB");
                next = value + Worth;
            }
        }
    }
}
