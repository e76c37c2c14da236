using System.Globalization;
using ContactGroup.Contracts.Codes;
using ContactGroup.Contracts.Incidents;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Cli.Import;

/// <summary>What is wrong with a mapping before any file is read: unknown fields, unknown codes, rules that cannot work.</summary>
internal static class MappingCheck
{
    // Written by the server or by a person's decision, never by a mapping.
    private static readonly string[] NotMapped =
        ["summary", "organisation", "reportedBy", "verification", "corrections", "correctionReason", "linkedNotification", "timeKnown"];

    public static IEnumerable<(string Field, string Remedy)> Run(Mapping mapping)
    {
        if (mapping.Columns is not ("header" or "hxl"))
        {
            yield return ("columns", "Write 'header' or 'hxl'.");
        }

        if (mapping is { Columns: "header", System: null or "" })
        {
            yield return ("system", "Name the source system: it is part of every record's reference, which keeps a record from going in twice.");
        }

        foreach (var (field, code) in mapping.Constants)
        {
            foreach (var fault in Target($"constants.{field}", field, [code]))
            {
                yield return fault;
            }
        }

        for (var at = 0; at < mapping.Fields.Count; at++)
        {
            foreach (var fault in Rule($"fields[{at}]", mapping.Fields[at]))
            {
                yield return fault;
            }
        }

        for (var at = 0; at < mapping.Derive.Count; at++)
        {
            foreach (var fault in Target($"derive[{at}].to", mapping.Derive[at].To, mapping.Derive[at].Rules.Select(r => r.Then)))
            {
                yield return fault;
            }
        }

        foreach (var needed in (string[])["category", "occurredAt"])
        {
            if (!mapping.Constants.Keys.Concat(mapping.Fields.Select(f => f.To)).Concat(mapping.Derive.Select(d => d.To)).Contains(needed, StringComparer.Ordinal))
            {
                yield return ("fields", $"A report needs '{needed}': add a rule for it.");
            }
        }
    }

    private static IEnumerable<(string Field, string Remedy)> Rule(string at, FieldRule rule)
    {
        foreach (var fault in Target(at + ".to", rule.To, rule.Values.Values.Append(rule.Otherwise).OfType<string>()))
        {
            yield return fault;
        }

        var columns = rule.As switch
        {
            CellKind.Present => rule.Values.Count > 0 ? null : "Name columns and their codes in 'values'.",
            CellKind.Position => rule.From.Count == 2 ? null : "Name two columns: latitude, longitude.",
            CellKind.DateParts => rule.From.Count == 3 ? null : "Name three columns: year, month, day.",
            _ => rule.From.Count > 0 ? null : "Name a column.",
        };
        if (columns is not null)
        {
            yield return (at + ".from", columns);
        }

        foreach (var format in rule.Formats.Where(f => !IsFormat(f)))
        {
            yield return (at + ".formats", $"'{format}' is not a date format; write e.g. yyyy-MM-dd.");
        }
    }

    private static IEnumerable<(string Field, string Remedy)> Target(string at, string to, IEnumerable<string> codes)
    {
        var name = to.Split('.')[0];
        if (NotMapped.Contains(name, StringComparer.Ordinal))
        {
            yield return (at, name is "summary"
                ? "A summary is written by a person to be released to other sides; no mapping may fill it."
                : $"'{name}' is not for a mapping to fill.");
            yield break;
        }

        if (FieldOf(name) is not { } field)
        {
            yield return (at, $"A report has no field '{name}'.");
            yield break;
        }

        if (field.CodeList is { } list)
        {
            foreach (var unknown in codes.Where(c => CodeLists.Get(list).Find(c) is null))
            {
                yield return (at, $"'{unknown}' is not a code of the list {list}.");
            }
        }
    }

    public static FieldSpec? FieldOf(string to) =>
        IncidentSchema.Schema.Fields.FirstOrDefault(f => string.Equals(f.Name, to.Split('.')[0], StringComparison.Ordinal));

    private static bool IsFormat(string format)
    {
        try
        {
            _ = default(DateTime).ToString(format, CultureInfo.InvariantCulture);
            return format.Length > 1;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
