using System.Text.Json.Nodes;
using ContactGroup.Cli.Import.Records;
using ContactGroup.Contracts.Codes;

namespace ContactGroup.Cli.Import;

/// <summary>Turns records into reports by a mapping. Says everything that is wrong with a record, not only the first thing.</summary>
internal sealed class RowMapper(Mapping mapping, HxlTags hxl)
{
    private readonly HashSet<string> missing = mapping.Missing.Select(Cells.Normal).Append(string.Empty).ToHashSet(StringComparer.Ordinal);
    private Dictionary<string, string>? columns;

    public MappedRow Map(SourceRecord record)
    {
        if (record.Unreadable is { } why)
        {
            return new MappedRow(record, Id: null, Report: null, [new RowProblem(Field: null, Column: null, Value: null, why)]);
        }

        columns ??= Normalised(record);
        var report = new JsonObject();
        var problems = new List<RowProblem>();
        foreach (var (field, value) in mapping.Constants)
        {
            JsonPath.Set(report, field, value);
        }

        foreach (var rule in mapping.Fields)
        {
            Apply(rule, record, report, problems);
        }

        foreach (var derivation in mapping.Derive.Where(d => !report.ContainsKey(d.To)))
        {
            if (Derived.Value(derivation, report) is { } value)
            {
                JsonPath.Set(report, derivation.To, value);
            }
        }

        foreach (var needed in (string[])["category", "occurredAt"])
        {
            if (!report.ContainsKey(needed) && problems.TrueForAll(p => p.Field != needed))
            {
                problems.Add(new RowProblem(needed, ColumnOf(needed), Value: null, $"The record does not say '{needed}', which a report needs."));
            }
        }

        return new MappedRow(record, IdOf(record), problems.Count == 0 ? report : null, problems);
    }

    /// <summary>The column that a field of the report comes from, to name it when the server refuses the field.</summary>
    public string? ColumnOf(string field) =>
        mapping.Fields.FirstOrDefault(f => f.To == field || field.StartsWith(f.To + ".", StringComparison.Ordinal)) is { } rule
            ? rule.From.Select(Column).FirstOrDefault(c => c is not null) ?? (rule.From.Count > 0 ? rule.From[0] : null)
            : null;

    /// <summary>Columns that the mapping cannot do without and the file does not have.</summary>
    public IEnumerable<string> Lacking(SourceRecord first)
    {
        columns ??= Normalised(first);
        return mapping.Fields
            .Where(f => f.Required && f.From.Count > 0)
            .SelectMany(f => f.As switch
            {
                CellKind.Position or CellKind.DateParts => f.From.Where(c => Column(c) is null),
                _ => f.From.Any(c => Column(c) is not null) ? [] : f.From.Take(1),
            });
    }

    private string? IdOf(SourceRecord record) =>
        mapping.Id.Select(Column).FirstOrDefault(c => c is not null) is { } column && Cell(record, column) is { } id ? id : null;

    private void Apply(FieldRule rule, SourceRecord record, JsonObject report, List<RowProblem> problems)
    {
        var (result, column, value) = Read(rule, record, report);
        if (result.Remedy is { } remedy)
        {
            problems.Add(new RowProblem(rule.To, column, value, remedy));
        }
        else if (result.Value is { } read)
        {
            JsonPath.Set(report, rule.To, read);
        }
        else if (rule.Required)
        {
            problems.Add(new RowProblem(rule.To, column, value, "The cell is empty; it is needed."));
        }
    }

    private (CellResult Result, string? Column, string? Value) Read(FieldRule rule, SourceRecord record, JsonObject report)
    {
        var list = MappingCheck.FieldOf(rule.To)?.CodeList is { } name ? CodeLists.Get(name) : null;
        switch (rule.As)
        {
            case CellKind.Present:
                var codes = rule.Values.Where(v => Column(v.Key) is { } c && Cell(record, c) is { } cell && Cells.IsPresent(cell)).Select(v => v.Value).Distinct(StringComparer.Ordinal).ToArray();
                return (codes.Length == 0 ? CellResult.Nothing : CellResult.Of(new JsonArray([.. codes.Select(c => JsonValue.Create(c))])), null, null);
            case CellKind.Position:
                var (lat, lon) = (CellOf(record, rule.From[0]), CellOf(record, rule.From[1]));
                return lat is null && lon is null
                    ? (CellResult.Nothing, rule.From[0], null)
                    : (Cells.Position(lat ?? string.Empty, lon ?? string.Empty), rule.From[0], $"{lat}, {lon}");
            case CellKind.DateParts:
                var parts = rule.From.Select(c => CellOf(record, c)).ToArray();
                var (day, precision) = Cells.DateParts(parts[0], parts[1], parts[2]);
                if (precision is not null)
                {
                    report["timePrecision"] = precision;
                }

                return (day, rule.From[0], string.Join('-', parts));
        }

        var column = rule.From.Select(Column).FirstOrDefault(c => c is not null);
        if (column is null || Cell(record, column) is not { } text)
        {
            return (CellResult.Nothing, column ?? rule.From[0], null);
        }

        var result = rule.As switch
        {
            CellKind.Code => list is null ? CellResult.Of(text) : Cells.Code(rule, text, list),
            CellKind.Codes => list is null ? CellResult.Of(text) : Cells.Codes(rule, text, list),
            CellKind.Digit => Cells.Digit(text, list),
            CellKind.Count => Cells.Count(text, keepZero: true),
            CellKind.CountIfAny => Cells.Count(text, keepZero: false),
            CellKind.Date => Cells.Date(text, rule.Formats),
            CellKind.Flag => Cells.Flag(text),
            _ => CellResult.Of(text),
        };
        return (result, column, text);
    }

    private string? CellOf(SourceRecord record, string wanted) => Column(wanted) is { } column ? Cell(record, column) : null;

    private string? Cell(SourceRecord record, string column)
    {
        var text = record.Cells.GetValueOrDefault(column)?.Trim();
        return text is null || missing.Contains(Cells.Normal(text)) ? null : text;
    }

    private string? Column(string wanted) => mapping.Columns is "hxl" ? hxl.ColumnOf(wanted) : columns!.GetValueOrDefault(Cells.Normal(wanted));

    private static Dictionary<string, string> Normalised(SourceRecord record)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in record.Cells.Keys)
        {
            found.TryAdd(Cells.Normal(column), column);
        }

        return found;
    }
}

/// <summary>A record that was understood, or what is wrong with it.</summary>
/// <param name="Id">Its id in the source; null when the source gives none.</param>
/// <param name="Report">The report; null when there are problems.</param>
internal sealed record MappedRow(SourceRecord Record, string? Id, JsonObject? Report, IReadOnlyList<RowProblem> Problems);

/// <summary>What is wrong with a record and how to mend it.</summary>
/// <param name="Field">Field of the report.</param>
/// <param name="Column">Column of the file.</param>
/// <param name="Value">What the cell holds.</param>
/// <param name="Line">Line of the file, where it is another one than the record's first.</param>
internal sealed record RowProblem(string? Field, string? Column, string? Value, string Remedy, long? Line = null);
