using System.Net;
using System.Text.Json;

namespace ContactGroup.Identity.Tests;

/// <summary>An answer as it came over the wire.</summary>
internal sealed record Answer(HttpStatusCode Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Body => JsonDocument.Parse(Text).RootElement;

    public string? Code => Text.Length > 0 && Body.TryGetProperty("code", out var code) ? code.GetString() : null;

    public string? this[string field] => Body.GetProperty(field).GetString();

    /// <summary>The remedies for a field.</summary>
    public string Remedy(string field) => Body.GetProperty("errors").GetProperty(field)[0].GetString()!;

    public static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        // Date is the only header that may differ between two equal answers.
        var headers = response.Headers.Concat(response.Content.Headers)
            .Where(header => header.Key != "Date")
            .ToDictionary(header => header.Key, header => string.Join("; ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(), headers);
    }
}
