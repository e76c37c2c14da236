using System.Text.Json.Nodes;
using ContactGroup.Cli.Import.Records;
using ContactGroup.Contracts.Movements.Templates;

namespace ContactGroup.Cli.Import.Notifications;

/// <summary>Reads cells of one row of a template.</summary>
internal static class TemplateRow
{
    public static string? Cell(SourceRecord record, string column) =>
        record.Cells.TryGetValue(column, out var text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    public static bool IsEmpty(SourceRecord record) => record.Unreadable is null && record.Cells.Values.All(string.IsNullOrWhiteSpace);

    /// <summary>What keeps a file from being read by columns; null when nothing does. Columns that no row needs may be left out.</summary>
    public static string? WrongHeader(SourceRecord first, IReadOnlyList<string> known, IEnumerable<string> needed) =>
        Stranger(first, known) ?? (needed.FirstOrDefault(name => !first.Cells.ContainsKey(name)) is { } lacking ? $"The file has no column '{lacking}'." : null);

    /// <summary>A name in a record that is no column; null when there is none.</summary>
    public static string? Stranger(SourceRecord record, IReadOnlyList<string> known) =>
        record.Cells.Keys.FirstOrDefault(name => name.Length > 0 && !known.Contains(name, StringComparer.Ordinal)) is { } stranger ? $"The template has no column '{stranger}'." : null;

    /// <summary>The fields of these columns.</summary>
    public static JsonObject Read(SourceRecord record, IReadOnlyList<TemplateColumn> columns, string needs, List<RowProblem> problems)
    {
        var fields = new JsonObject();
        foreach (var column in columns)
        {
            var cell = Cell(record, column.Name);
            if (cell is null)
            {
                if (column.IsNeeded)
                {
                    problems.Add(new RowProblem(column.Field, column.Name, Value: null, needs, record.Line));
                }
            }
            else if (column.Read(cell) is { } value)
            {
                JsonPath.Set(fields, column.Field, value);
            }
            else
            {
                problems.Add(new RowProblem(column.Field, column.Name, cell, column.Remedy, record.Line));
            }
        }

        return fields;
    }

    /// <summary>The column of a field, or of something in it.</summary>
    public static string? ColumnOf(IReadOnlyList<TemplateColumn> columns, string field) => field.StartsWith("recipients", StringComparison.Ordinal)
        ? TemplateNames.Tell
        : (columns.FirstOrDefault(column => column.Field == field || field.StartsWith(column.Field + "[", StringComparison.Ordinal)
                || field.StartsWith(column.Field + ".", StringComparison.Ordinal))
            ?? columns.FirstOrDefault(column => column.Field.StartsWith(field + ".", StringComparison.Ordinal)))?.Name;
}
