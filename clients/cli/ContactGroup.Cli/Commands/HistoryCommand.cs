using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ContactGroup.Cli.Output;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary><c>history</c>: what changed from version to version of an item of one's own organisation.</summary>
internal static class HistoryCommand
{
    public static Command Build(Cli cli)
    {
        var item = new Argument<string>("ITEM") { Description = "Id or reference of an item that your organisation wrote." };
        return cli.Command("history", "Show what changed in an item of your organisation, version by version.", RunAsync, [item]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var id = await (await run.NamesAsync(cancellationToken)).ItemAsync(run.Get(item), cancellationToken);
            var history = await (await run.ClientAsync(cancellationToken)).GetHistoryAsync(id, cancellationToken);
            return run.Answers.Give("history", history, say => Show(say, history));
        }
    }

    private static void Show(Answers say, ItemHistory history)
    {
        IReadOnlyDictionary<string, JsonElement> before = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var version in history.Versions)
        {
            say.Line($"Version {version.Number.ToString(CultureInfo.InvariantCulture)}, {FieldText.Of(version.At)}, {version.Status}");
            say.Pairs(Changes(before, version.Fields));
            before = version.Fields;
        }

        // A history does not name its kind; the code of the sentence is a field of every notification and of nothing else.
        if (history.Versions.Any(version => version.Fields.ContainsKey("notice")))
        {
            say.Line(OnNotification.Law);
        }
    }

    private static IEnumerable<(string Name, string? Value)> Changes(
        IReadOnlyDictionary<string, JsonElement> before, IReadOnlyDictionary<string, JsonElement> after)
    {
        foreach (var (name, value) in after)
        {
            if (!before.TryGetValue(name, out var old) || !JsonElement.DeepEquals(old, value))
            {
                yield return ("  " + name, FieldText.Of(value));
            }
        }

        foreach (var name in before.Keys.Where(name => !after.ContainsKey(name)))
        {
            yield return ("  " + name, "removed");
        }
    }
}
