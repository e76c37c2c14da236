using ContactGroup.Contracts;
using Microsoft.AspNetCore.Routing.Patterns;

namespace ContactGroup.Architecture.Tests.Canaries;

/// <summary>A person who asks every address of the product for everything, and keeps each answer with its headers.</summary>
internal sealed class Observer(RunningStandalone app, HttpClient person)
{
    private readonly List<string> answers = [];

    public IReadOnlyList<string> Answers => answers;

    public HttpClient Person => person;

    /// <summary>The streams that the person may read, with the cursor before their first entry.</summary>
    public async Task<IReadOnlyList<(string Stream, string Cursor)>> StreamsAsync() =>
        [.. (await person.ReadAsync("/api/release/streams"))["streams"]!.AsArray().Select(stream => (stream!["stream"].Text(), stream["start"].Text()))];

    /// <summary>Asks every address, with each id that might be hidden, for every word of the world, and with nonsense.</summary>
    public async Task AskForEverythingAsync(CanaryWorld world)
    {
        foreach (var endpoint in app.Endpoints.Where(endpoint => !EndsSomeone(endpoint)))
        {
            foreach (var address in Addresses(endpoint, world))
            {
                await AskAsync(MethodOf(endpoint), address, "{}");
            }
        }

        foreach (var (stream, cursor) in await StreamsOrNoneAsync())
        {
            await AskAsync(HttpMethod.Get, $"/api/release/streams/{stream}/entries?after={Uri.EscapeDataString(cursor)}&limit=200", null);
        }

        await AskAsync(HttpMethod.Get, "/api/release/items?limit=200", null);
        foreach (var item in world.Items)
        {
            await AskAsync(HttpMethod.Head, $"/api/release/items/{item}", null);
            await AskAsync(HttpMethod.Post, $"/api/channels/items/{item}/edit", """{ "text": "words" }""");
            await AskAsync(HttpMethod.Post, $"/api/channels/items/{item}/acknowledge", "not json");
            await AskAsync(HttpMethod.Post, $"/api/incidents/items/{item}/update", """{ "stage": "NONSENSE" }""");
        }
    }

    /// <summary>Deletions and suspensions succeed for some observers, and end the observer or the people who write; they answer without a body.</summary>
    private static bool EndsSomeone(RouteEndpoint endpoint) =>
        MethodOf(endpoint) == HttpMethod.Delete
        || endpoint.RoutePattern.RawText!.EndsWith("/suspend", StringComparison.Ordinal)
        || endpoint.RoutePattern.RawText!.Contains("hubs/", StringComparison.Ordinal);

    private static HttpMethod MethodOf(RouteEndpoint endpoint) => new(endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods[0] ?? "GET");

    private static IEnumerable<string> Addresses(RouteEndpoint endpoint, CanaryWorld world)
    {
        var pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        return endpoint.RoutePattern.Parameters.Aggregate((IEnumerable<string>)[pattern], (addresses, parameter) => addresses
            .SelectMany(address => world.IdsOf(parameter.Name).Select(id => Fill(address, parameter, id))));
    }

    private static string Fill(string address, RoutePatternParameterPart parameter, string id) =>
        System.Text.RegularExpressions.Regex.Replace(address, $$"""\{\**{{parameter.Name}}[^}]*\}""", id, System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));

    private async Task<IReadOnlyList<(string Stream, string Cursor)>> StreamsOrNoneAsync()
    {
        using var answer = await person.GetAsync("/api/release/streams");
        return answer.IsSuccessStatusCode ? await StreamsAsync() : [];
    }

    private async Task AskAsync(HttpMethod method, string address, string? body)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Add("Idempotency-Key", Ids.New());
        if (method != HttpMethod.Get && method != HttpMethod.Head && body is not null)
        {
            request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        }

        using var answer = await person.SendAsync(request);
        answers.Add($"{method} {address} | {(int)answer.StatusCode} {answer.Headers} {answer.Content.Headers} {answer.TrailingHeaders} {await answer.Content.ReadAsStringAsync()}");
    }
}
