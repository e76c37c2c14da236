using System.Text.Json.Nodes;

namespace ContactGroup.Cli.Import;

/// <summary>Records of one file that claim to be the same. The same twice is harmless; two that differ cannot both be right.</summary>
internal sealed class Repeats
{
    private readonly Dictionary<string, (int Content, long Line)> seen = new(StringComparer.Ordinal);

    /// <summary>What is wrong with a record's id; null when nothing is.</summary>
    public RowProblem? Check(string id, JsonObject report, long line)
    {
        var content = StringComparer.Ordinal.GetHashCode(report.ToJsonString());
        if (seen.TryAdd(id, (content, line)) || seen[id].Content == content)
        {
            return null;
        }

        return new RowProblem("sourceReference", Column: null, id, $"The record on line {seen[id].Line} has the same id and other content. Give each record an id of its own.");
    }
}
