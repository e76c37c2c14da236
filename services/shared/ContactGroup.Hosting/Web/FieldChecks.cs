using System.Globalization;

namespace ContactGroup.Hosting.Web;

/// <summary>
/// Collects what is wrong with a request, each with the field's path as the caller wrote it and a sentence that says what to do. Checks return the
/// value to store, so that what was checked is what is kept. Remedies name only public lists and bounds, never what others wrote.
/// </summary>
public sealed partial class FieldChecks
{
    private const int MostFields = 50;
    private readonly Dictionary<string, string[]> errors = new(StringComparer.Ordinal);

    /// <summary>Whether any check failed.</summary>
    public bool Failed => errors.Count > 0;

    /// <summary>Remedies by field path.</summary>
    public IReadOnlyDictionary<string, string[]> Errors => errors;

    /// <summary>Notes a fault found by the caller's own rule.</summary>
    public void Add(string field, string remedy)
    {
        if (errors.TryGetValue(field, out var before))
        {
            errors[field] = [.. before, remedy];
        }
        else if (errors.Count < MostFields)
        {
            errors[field] = [remedy];
        }
    }

    /// <summary>Notes a fault unless the condition holds.</summary>
    public void That(bool holds, string field, string remedy)
    {
        if (!holds)
        {
            Add(field, remedy);
        }
    }

    /// <summary>The value was given.</summary>
    public T? Required<T>(string field, T? value)
    {
        if (value is null)
        {
            Add(field, "Give a value.");
        }

        return value;
    }

    /// <summary>A whole number within bounds, both included. Absent passes.</summary>
    public void Range(string field, long? value, long min, long max)
    {
        if (value < min || value > max)
        {
            Add(field, string.Create(CultureInfo.InvariantCulture, $"Give a whole number from {min} to {max}."));
        }
    }

    /// <summary>A whole number in an address, within bounds, both included. Absent passes. Read here and not by the framework, whose written code names no field.</summary>
    public int? Whole(string field, string? value, int min, int max)
    {
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        var isWhole = int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        Range(field, isWhole ? number : long.MinValue, min, max);
        return number;
    }

    /// <summary>A number within bounds, both included. Absent passes; not-a-number and infinity do not.</summary>
    public void Range(string field, double? value, double min, double max)
    {
        if (value is { } number && !(number >= min && number <= max))
        {
            Add(field, string.Create(CultureInfo.InvariantCulture, $"Give a number from {min} to {max}."));
        }
    }

    /// <summary>A number of people or things: zero or more. Absent passes.</summary>
    public void Count(string field, long? value, long max = 1_000_000) => Range(field, value, 0, max);

    /// <summary>A list with no more and no fewer entries than allowed. Absent counts as empty.</summary>
    public IReadOnlyList<T> List<T>(string field, IReadOnlyList<T>? values, int min, int max)
    {
        var list = values ?? [];
        if (list.Count < min || list.Count > max)
        {
            Add(field, string.Create(CultureInfo.InvariantCulture, $"Give {min} to {max} entries."));
        }

        return list;
    }
}
