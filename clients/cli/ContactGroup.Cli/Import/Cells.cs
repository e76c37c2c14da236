using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ContactGroup.Contracts.Codes;

namespace ContactGroup.Cli.Import;

/// <summary>What became of a cell: a value for the report, nothing, or a reason why not.</summary>
internal readonly record struct CellResult(JsonNode? Value, string? Remedy)
{
    public static CellResult Nothing => default;

    public static CellResult Of(JsonNode value) => new(value, Remedy: null);

    public static CellResult Wrong(string remedy) => new(Value: null, remedy);
}

/// <summary>Reads one cell, or the cells of one rule, as the rule says.</summary>
internal static partial class Cells
{
    private const int MostPeople = 10_000;

    public static CellResult Code(FieldRule rule, string cell, CodeList list)
    {
        var code = Find(rule, cell, list) ?? rule.Otherwise;
        return code is not null ? CellResult.Of(code) : CellResult.Wrong(Unknown(cell, list));
    }

    // A value may hold the separator itself ("Stones, Sticks and Gravel"), so parts are joined again while they are not known.
    public static CellResult Codes(FieldRule rule, string cell, CodeList list)
    {
        var parts = cell.Split(rule.Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var codes = new List<string>();
        for (var at = 0; at < parts.Length;)
        {
            var (code, taken) = Longest(rule, parts.AsSpan(at), list);
            if ((code ?? rule.Otherwise) is not { } known)
            {
                return CellResult.Wrong(Unknown(parts[at], list));
            }

            codes.Add(known);
            at += taken;
        }

        return CellResult.Of(new JsonArray([.. codes.Distinct(StringComparer.Ordinal).Select(c => JsonValue.Create(c))]));
    }

    public static CellResult Digit(string cell, CodeList? list)
    {
        var digit = LeadingDigit().Match(cell) is { Success: true } match ? match.Groups["digit"].Value : null;
        return digit is not null && (list is null || list.Find(digit) is not null)
            ? CellResult.Of(digit)
            : CellResult.Wrong($"'{Short(cell)}' does not begin with a digit{(list is null ? string.Empty : $" of the list {list.Name} ({string.Join(", ", list.Codes.Select(c => c.Value))})")}.");
    }

    public static CellResult Count(string cell, bool keepZero)
    {
        var text = cell.EndsWith(".0", StringComparison.Ordinal) ? cell[..^2] : cell;
        if (!int.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var count) || count is < 0 or > MostPeople)
        {
            return CellResult.Wrong($"'{Short(cell)}' is not a number of people: give a whole number from 0 to {MostPeople}.");
        }

        return count == 0 && !keepZero ? CellResult.Nothing : CellResult.Of(count);
    }

    public static CellResult Date(string cell, IReadOnlyList<string> formats) =>
        DateTime.TryParseExact(cell, [.. formats], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? CellResult.Of(Day(DateOnly.FromDateTime(day)))
            : CellResult.Wrong($"'{Short(cell)}' is not a day in the form {string.Join(" or ", formats)}.");

    public static (CellResult Day, string? Precision) DateParts(string? year, string? month, string? day)
    {
        if (!int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) || MonthOf(month) is not { } m)
        {
            return (CellResult.Wrong($"'{year} {month} {day}' is not a day or month: give at least year and month."), null);
        }

        if (string.IsNullOrEmpty(day))
        {
            return y is >= 1 and <= 9999 ? (CellResult.Of(Day(new DateOnly(y, m, 1))), "3") : (CellResult.Wrong($"'{year}' is not a year."), null);
        }

        return int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var d) && y is >= 1 and <= 9999 && d >= 1 && d <= DateTime.DaysInMonth(y, m)
            ? (CellResult.Of(Day(new DateOnly(y, m, d))), null)
            : (CellResult.Wrong($"There is no day {year}-{month}-{day}."), null);
    }

    public static CellResult Position(string lat, string lon)
    {
        if (!Degrees(lat, 90, out var north) || !Degrees(lon, 180, out var east))
        {
            return CellResult.Wrong($"'{Short(lat)}, {Short(lon)}' is not a position: give decimal degrees, latitude -90 to 90, longitude -180 to 180.");
        }

        return north == 0 && east == 0
            ? CellResult.Wrong("0, 0 is in the sea: leave the position empty when it is not known.")
            : CellResult.Of(new JsonObject { ["lat"] = north, ["lon"] = east });
    }

    public static CellResult Flag(string cell) => cell.ToUpperInvariant() switch
    {
        "YES" or "Y" or "TRUE" or "1" => CellResult.Of(true),
        "NO" or "N" or "FALSE" or "0" => CellResult.Of(false),
        _ => CellResult.Wrong($"'{Short(cell)}' is neither yes nor no."),
    };

    public static bool IsPresent(string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n > 0 : Flag(cell).Value is { } yes && yes.GetValue<bool>();

    /// <summary>As names and values are compared: without case, and whatever stands between words.</summary>
    public static string Normal(string text) =>
        string.Join(' ', text.ToUpperInvariant().Split([' ', '_', '-', '/', '.', ',', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));

    private static (string? Code, int Taken) Longest(FieldRule rule, ReadOnlySpan<string> parts, CodeList list)
    {
        for (var taken = parts.Length; taken > 0; taken--)
        {
            if (Find(rule, string.Join(rule.Separator + " ", parts[..taken].ToArray()), list) is { } code)
            {
                return (code, taken);
            }
        }

        return (null, 1);
    }

    private static string? Find(FieldRule rule, string cell, CodeList list)
    {
        var meant = Normal(cell);
        foreach (var (value, code) in rule.Values)
        {
            if (Normal(value) == meant)
            {
                return code;
            }
        }

        return list.Codes.FirstOrDefault(c => Normal(c.Value) == meant || Normal(c.English) == meant || (c.Same is { } same && Normal(same) == meant))?.Value;
    }

    private static string Unknown(string cell, CodeList list) =>
        $"'{Short(cell)}' is not known to the list {list.Name}: add it to 'values' of the mapping, or use one of {Some(list)}.";

    private static string Some(CodeList list) => string.Join(", ", list.Codes.Take(6).Select(c => c.Value)) + (list.Codes.Count > 6 ? ", …" : string.Empty);

    private static string Short(string cell) => Output.Plain.Line(cell, 40);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int? MonthOf(string? month)
    {
        if (int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number is >= 1 and <= 12 ? number : null;
        }

        return DateOnly.TryParseExact(month, ["MMMM", "MMM"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var named) ? named.Month : null;
    }

    private static bool Degrees(string text, double most, out double degrees) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out degrees)
        && double.IsFinite(degrees) && Math.Abs(degrees) <= most;

    [GeneratedRegex(@"^\s*\(?\s*(?<digit>\d)(?!\d)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LeadingDigit();
}
