using System.Collections.Concurrent;
using ContactGroup.Cli.Commands;
using ContactGroup.Cli.Output;
using ContactGroup.Client;

namespace ContactGroup.Cli.Import;

/// <summary>Says whom what is imported reaches: each different audience once, when the first for it comes.</summary>
internal sealed class ImportAudience(Answers answers, string what)
{
    private const int MostShown = 50;

    private readonly ConcurrentDictionary<string, bool> shown = new(StringComparer.Ordinal);

    public void Show(IReadOnlyList<AudiencePreview> views)
    {
        var lines = views.Where(ReachedAudience.IsReached).Select(ReachedAudience.Line).ToArray();
        if (lines.Length > 0 && shown.Count < MostShown && shown.TryAdd(string.Join('\n', lines), true))
        {
            answers.Note($"Some of these {what} reach: " + string.Join(" ", lines));
        }
    }
}
