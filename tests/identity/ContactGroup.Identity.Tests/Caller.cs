using System.Net.Http.Headers;

namespace ContactGroup.Identity.Tests;

/// <summary>Someone who sends requests: with a token, with a cookie, or with neither.</summary>
internal sealed class Caller(IdentityApp app, string? accessToken = null, string? cookie = null)
{
    public string? AccessToken => accessToken;

    public string? RefreshToken { get; init; }

    /// <summary>The cookie as name=value.</summary>
    public string? Cookie { get; private set; } = cookie;

    public string? PersonId { get; init; }

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<Answer> DeleteAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Delete, path, null, headers);

    public Task<Answer> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, JsonContent.Create(body));

    /// <summary>Posts with a key of its own.</summary>
    public Task<Answer> PostAsync(string path, object body, string? key = null) =>
        SendAsync(HttpMethod.Post, path, JsonContent.Create(body), ("Idempotency-Key", key ?? Contracts.Ids.New()));

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        if (accessToken is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        }

        if (Cookie is not null)
        {
            request.Headers.Add("Cookie", Cookie);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var client = app.NewClient();
        using var response = await client.SendAsync(request);
        var answer = await Answer.ReadAsync(response);
        if (Cookie is not null && answer.Headers.TryGetValue("Set-Cookie", out var renewed))
        {
            Cookie = renewed.Split(';')[0];
        }

        return answer;
    }
}
