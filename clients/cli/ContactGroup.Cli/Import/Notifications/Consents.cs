using System.Text.Json.Nodes;
using ContactGroup.Cli.Import.Records;
using ContactGroup.Contracts.Movements.Templates;

namespace ContactGroup.Cli.Import.Notifications;

/// <summary>A consent is given once on the command line, by a person, for every notification of the file that names that force.</summary>
internal sealed class Consents(IEnumerable<string> given)
{
    private readonly HashSet<string> given = given.ToHashSet(StringComparer.Ordinal);

    /// <summary>The recipients that a row names; a fault for each without a consent.</summary>
    public JsonArray Recipients(SourceRecord record, List<RowProblem> problems)
    {
        var named = (TemplateRow.Cell(record, TemplateNames.Tell) ?? string.Empty)
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        foreach (var audience in named.Where(audience => !given.Contains(audience)))
        {
            problems.Add(new RowProblem(
                "recipients", TemplateNames.Tell, audience, $"There is no consent to telling {audience}. Add: --consent {audience}, or take it out.", record.Line));
        }

        return [.. named.Select(audience => new JsonObject { ["audience"] = audience, ["consent"] = true })];
    }
}
