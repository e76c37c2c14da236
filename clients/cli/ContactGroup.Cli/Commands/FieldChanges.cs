using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary>What a coordinator changes of a view, as given on the command line.</summary>
internal static class FieldChanges
{
    private const int LargestFile = 64 * 1024;

    public static void Add(Dictionary<string, FieldChange> changes, string[]? fields, FieldChange change)
    {
        foreach (var field in fields ?? [])
        {
            Add(changes, field, change);
        }
    }

    /// <summary>Reads <c>field=words</c> and <c>field=@file</c>.</summary>
    public static async Task AddTextsAsync(Dictionary<string, FieldChange> changes, string[]? texts, CancellationToken cancellationToken)
    {
        foreach (var given in texts ?? [])
        {
            var at = given.IndexOf('=', StringComparison.Ordinal);
            if (at < 1)
            {
                throw new CliException(ExitCode.Usage, $"'{given}' names no field.", "Give --text summary=\"Road closed.\" or --text summary=@file.txt");
            }

            var words = given[(at + 1)..];
            Add(changes, given[..at], FieldChange.Reworded(words.StartsWith('@') ? await ReadAsync(words[1..], cancellationToken) : words));
        }
    }

    private static void Add(Dictionary<string, FieldChange> changes, string field, FieldChange change)
    {
        if (!changes.TryAdd(field, change))
        {
            throw new CliException(ExitCode.Usage, $"The field '{field}' is named twice.", "Leave a field out, coarsen it, or give it other words: one of the three.");
        }
    }

    private static async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length > LargestFile)
        {
            throw new CliException(ExitCode.Usage, $"The file '{path}' is absent or too large.", "Give a text file of at most 64 kB.");
        }

        return (await File.ReadAllTextAsync(path, cancellationToken)).TrimEnd('\r', '\n');
    }
}
