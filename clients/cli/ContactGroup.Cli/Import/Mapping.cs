using System.Text.Json.Serialization;

namespace ContactGroup.Cli.Import;

/// <summary>How the columns of a file become the fields of a report. Written as JSON; <c>mapping.schema.json</c> describes it.</summary>
internal sealed record Mapping
{
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    public required string Name { get; init; }

    public string? Title { get; init; }

    /// <summary><c>header</c>: rules name columns. <c>hxl</c>: rules name HXL tags, e.g. <c>#affected+killed</c>.</summary>
    public string Columns { get; init; } = "header";

    /// <summary>Name of the source system, part of each record's reference. An HXL file gets one from its layout when absent.</summary>
    public string? System { get; init; }

    /// <summary>Column of the record's id; the first that is there. Without one, the record's content stands for it.</summary>
    public IReadOnlyList<string> Id { get; init; } = [];

    /// <summary>Cells that mean nothing, whatever their case.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Fields with the same value in every report.</summary>
    public IReadOnlyDictionary<string, string> Constants { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public required IReadOnlyList<FieldRule> Fields { get; init; }

    public IReadOnlyList<Derivation> Derive { get; init; } = [];
}

/// <summary>One field and where it comes from.</summary>
internal sealed record FieldRule
{
    /// <summary>Field of the report; a dot reaches into an object: <c>impact.killed</c>.</summary>
    public required string To { get; init; }

    /// <summary>Columns: the parts of a <c>position</c> or <c>date-parts</c>, else alternatives of which the first that is there counts.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    public required CellKind As { get; init; }

    /// <summary>Cell to code; for <see cref="CellKind.Present"/>, column to code. Case does not count.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The code for a cell that is filled with something unknown; the row is rejected when absent.</summary>
    public string? Otherwise { get; init; }

    /// <summary>Between several values in one cell.</summary>
    public string Separator { get; init; } = ",";

    /// <summary>.NET date formats, tried in order.</summary>
    public IReadOnlyList<string> Formats { get; init; } = ["yyyy-MM-dd"];

    /// <summary>The row is rejected when the cell is empty, and the file when the column is absent.</summary>
    public bool Required { get; init; }
}

/// <summary>How a cell is read.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CellKind>))]
internal enum CellKind
{
    /// <summary>Text as it stands, trimmed.</summary>
    [JsonStringEnumMemberName("text")]
    Text,

    /// <summary>One code of the field's list, by the rule's values, by code, by the source's own code or by label.</summary>
    [JsonStringEnumMemberName("code")]
    Code,

    /// <summary>Several codes in one cell.</summary>
    [JsonStringEnumMemberName("codes")]
    Codes,

    /// <summary>The codes of those columns that hold a number above zero or a yes.</summary>
    [JsonStringEnumMemberName("present")]
    Present,

    /// <summary>The digit at the beginning, also in brackets: <c>(2) 25 km precision</c>.</summary>
    [JsonStringEnumMemberName("digit")]
    Digit,

    /// <summary>A whole number, zero included.</summary>
    [JsonStringEnumMemberName("count")]
    Count,

    /// <summary>A whole number above zero; zero is left out.</summary>
    [JsonStringEnumMemberName("count-if-any")]
    CountIfAny,

    /// <summary>A day by one of the formats.</summary>
    [JsonStringEnumMemberName("date")]
    Date,

    /// <summary>A day from year, month and day; without a day the month counts, and the report says so.</summary>
    [JsonStringEnumMemberName("date-parts")]
    DateParts,

    /// <summary>Latitude and longitude from two columns, decimal degrees.</summary>
    [JsonStringEnumMemberName("position")]
    Position,

    /// <summary>Yes or no.</summary>
    [JsonStringEnumMemberName("flag")]
    Flag,
}

/// <summary>A field that follows from others: the first rule that holds gives it.</summary>
/// <param name="Why">The reasoning, for whoever reads the mapping.</param>
internal sealed record Derivation(string To, IReadOnlyList<DerivationRule> Rules, string? Why = null);

/// <summary>A value, and the conditions that must all hold for it.</summary>
internal sealed record DerivationRule(string Then, IReadOnlyList<Condition>? When = null);

/// <summary>A condition on a field of the report as mapped so far: a number of at least so much, or one of these codes.</summary>
internal sealed record Condition(string Field, int? AtLeast = null, IReadOnlyList<string>? In = null);
