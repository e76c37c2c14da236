using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Contracts;

namespace ContactGroup.Channels.Tests.Fixtures;

/// <summary>One person's HTTP client.</summary>
internal sealed class Caller(HttpClient http, string token)
{
    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null, null);

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null, null);

    public Task<Answer> PostAsync(string path, object body, string? key = null) =>
        PostTextAsync(path, JsonSerializer.Serialize(body, JsonSerializerOptions.Web), key);

    public Task<Answer> PostTextAsync(string path, string body, string? key = null) =>
        SendAsync(HttpMethod.Post, path, new StringContent(body, Encoding.UTF8, "application/json"), key ?? Ids.New());

    public Task<Answer> PostBytesAsync(string path, byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return SendAsync(HttpMethod.Post, path, content, Ids.New());
    }

    public Task<Answer> HeadAsync(string path) => SendAsync(HttpMethod.Head, path, null, null);

    /// <summary>Sends a part of a file.</summary>
    public Task<Answer> PatchAsync(string path, long offset, byte[] part) => SendAsync(HttpMethod.Patch, path, new ByteArrayContent(part), null, offset);

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, string? key, long? offset = null)
    {
        using var request = new HttpRequestMessage(method, "/api/channels/" + path) { Content = content };
        if (offset is not null)
        {
            request.Headers.Add("Upload-Offset", offset.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var response = await http.SendAsync(request);
        var headers = string.Join('\n', response.Headers.Concat(response.Content.Headers)
            .Where(header => header.Key != "Date")
            .Select(header => $"{header.Key}: {string.Join(',', header.Value)}")
            .Order(StringComparer.Ordinal));
        return new Answer(response.StatusCode, headers, await response.Content.ReadAsStringAsync());
    }
}

/// <summary>What a caller can observe of one answer.</summary>
internal sealed record Answer(HttpStatusCode Status, string Headers, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string Text(string name) => Json[name]!.GetValue<string>();

    public string Item => Text("item");

    public string Id => Text("id");

    /// <summary>Fails with the body unless the status is as said.</summary>
    public Answer Is(HttpStatusCode status)
    {
        Assert.True(status == Status, $"{(int)Status} instead of {(int)status}: {Body}");
        return this;
    }

    /// <summary>Fails unless the answer is a problem with this code, naming this field if one is given.</summary>
    public Answer Refuses(string code, string? field = null)
    {
        Assert.True(Body.Length > 0 && (string?)Json["code"] == code, $"{(int)Status} instead of {code}: {Body}");
        if (field is not null)
        {
            Assert.True(Json["errors"]?[field] is not null, $"{field} is not named: {Body}");
        }

        return this;
    }
}
