using System.Globalization;

namespace ContactGroup.Client.Transport;

/// <summary>A query string, with absent conditions left out.</summary>
internal sealed class QueryText
{
    private readonly List<string> parts = [];

    public QueryText With(string name, string? value)
    {
        if (value is not null)
        {
            parts.Add($"{name}={Uri.EscapeDataString(value)}");
        }

        return this;
    }

    public QueryText With(string name, int? value) => With(name, value?.ToString(CultureInfo.InvariantCulture));

    public QueryText With(string name, DateTimeOffset? value) =>
        With(name, value?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture));

    public override string ToString() => parts.Count == 0 ? string.Empty : "?" + string.Join('&', parts);
}
