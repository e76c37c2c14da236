using System.Text.Json.Nodes;

namespace ContactGroup.Hosting.Tests.Web;

/// <summary>An answer as a caller sees it.</summary>
public sealed record Answer(int Status, string Headers, string Body)
{
    public string? Code => Json?["code"]?.GetValue<string>();

    public JsonNode? Json => Body.StartsWith('{') ? JsonNode.Parse(Body) : null;

    public IReadOnlyList<string> Fields => Json?["errors"] is JsonObject errors ? [.. errors.Select(error => error.Key)] : [];

    public string Remedy(string field) => Json!["errors"]![field]![0]!.GetValue<string>();

    public static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        // The date moves on its own; everything else counts.
        var headers = response.Headers.Concat(response.Content.Headers)
            .Where(header => header.Key != "Date")
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
        return new Answer((int)response.StatusCode, string.Join('\n', headers), await response.Content.ReadAsStringAsync());
    }
}
