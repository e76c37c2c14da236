using System.CommandLine;
using System.Text.Json.Nodes;
using ContactGroup.Cli.Commands;

namespace ContactGroup.Cli.Import;

/// <summary>A label for all reports of an import, where the mapping gives none.</summary>
internal sealed class LabelDefaults
{
    private readonly LabelOptions options = new();

    public IReadOnlyList<Symbol> All => options.All;

    public JsonObject Over(Invocation run, JsonObject report)
    {
        if (run.Get(options.Sensitivity) is { } level)
        {
            report["sensitivity"] = level;
        }

        if (options.ReleaseTo(run) is { } to)
        {
            report["releaseTo"] = new JsonArray([.. to.Select(a => JsonValue.Create(a))]);
        }

        if (options.CaveatList(run) is { } caveats)
        {
            report["caveats"] = new JsonArray([.. caveats.Select(a => JsonValue.Create(a))]);
        }

        return report;
    }
}
