using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace ContactGroup.Standalone.Demo;

/// <summary>A person of the exercise who is signed in and speaks over HTTP like anybody else.</summary>
internal sealed class Voice : IDisposable
{
    private readonly HttpClient http;

    private Voice(HttpClient http) => this.http = http;

    public static async Task<Voice> SignInAsync(Uri address, string account, string passphrase, CancellationToken cancellationToken)
    {
        var voice = new Voice(new HttpClient { BaseAddress = address });
        using var answer = await voice.http.PostAsJsonAsync("api/identity/sessions", new { account, password = passphrase }, cancellationToken);
        var session = await ReadAsync(answer, cancellationToken);
        voice.http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", session["accessToken"]!.GetValue<string>());
        return voice;
    }

    /// <summary>The same key makes the same thing once.</summary>
    public async Task<JsonNode> PostAsync(string path, JsonObject body, string key, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await http.SendAsync(request, cancellationToken);
        return await ReadAsync(answer, cancellationToken);
    }

    /// <summary>What is there; null when it is not there, or not yet.</summary>
    public async Task<JsonNode?> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        return answer.StatusCode == System.Net.HttpStatusCode.NotFound ? null : await ReadAsync(answer, cancellationToken);
    }

    public void Dispose() => http.Dispose();

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var body = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.IsSuccessStatusCode
            ? JsonNode.Parse(body.Length == 0 ? "{}" : body)!
            : throw new InvalidOperationException($"The exercise could not be laid out: {answer.RequestMessage?.RequestUri} answered {body}");
    }
}
