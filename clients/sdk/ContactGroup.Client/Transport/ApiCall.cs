using System.Net.Http.Headers;
using System.Text.Json;

namespace ContactGroup.Client.Transport;

/// <summary>A call as data, so that it can be made into a fresh request for each attempt with the same body and key.</summary>
internal sealed record ApiCall(HttpMethod Method, string Path, byte[]? Body = null, IdempotencyKey? Key = null, bool Anonymous = false, string? AudienceShown = null)
{
    /// <summary>Further headers, such as where a part of a file begins.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public string BodyType { get; init; } = "application/json";

    public static ApiCall Command(HttpMethod method, string path, object body, IdempotencyKey? key, bool anonymous = false) =>
        new(method, path, JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), Wire.Json), key ?? IdempotencyKey.New(), anonymous);

    public HttpRequestMessage ToRequest(Uri address)
    {
        var request = new HttpRequestMessage(Method, address);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (Key is { } key)
        {
            request.Headers.Add("Idempotency-Key", key.ToString());
        }

        if (AudienceShown is { } shown)
        {
            request.Headers.TryAddWithoutValidation("Audience-Fingerprint", shown);
        }

        foreach (var (name, value) in Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (Body is { } body)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(BodyType);
        }

        return request;
    }
}
