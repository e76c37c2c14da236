using System.Text.Json.Nodes;
using ContactGroup.Contracts;

namespace ContactGroup.Architecture.Tests;

/// <summary>How tests speak HTTP.</summary>
internal static class Speaking
{
    private const int Looks = 400;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(25);

    public static Task<HttpResponseMessage> SayAsync(this HttpClient person, string path, JsonNode body, HttpMethod? method = null)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Ids.New());
        return person.SendAsync(request);
    }

    /// <summary>Says it, and returns the body of an answer that must be a success.</summary>
    public static async Task<JsonNode> DoAsync(this HttpClient person, string path, JsonNode body)
    {
        using var answer = await person.SayAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path} answered {(int)answer.StatusCode}: {text}");
        return JsonNode.Parse(text.Length == 0 ? "{}" : text)!;
    }

    public static async Task<JsonNode> ReadAsync(this HttpClient person, string path) => (await person.GetFromJsonAsync<JsonNode>(path))!;

    /// <summary>Looks until the condition holds; bounded, and says what it last saw.</summary>
    public static async Task<JsonNode> SeeAsync(this HttpClient person, string path, Func<JsonNode, bool> condition)
    {
        using var look = new PeriodicTimer(Between);
        var last = string.Empty;
        for (var count = 0; count < Looks && await look.WaitForNextTickAsync(); count++)
        {
            using var answer = await person.GetAsync(path);
            last = await answer.Content.ReadAsStringAsync();
            if (answer.IsSuccessStatusCode && JsonNode.Parse(last) is { } body && condition(body))
            {
                return body;
            }
        }

        throw new InvalidOperationException($"{path} never showed what was expected; it last answered {last}");
    }

    public static string Text(this JsonNode? node) => node!.GetValue<string>();

    /// <summary>Id of a channel of the exercise, as the person sees it.</summary>
    public static async Task<string> ChannelAsync(this HttpClient person, string name) =>
        (await person.ReadAsync("/api/channels/groups"))["groups"]!.AsArray()
            .SelectMany(group => group!["channels"]!.AsArray())
            .First(channel => channel!["name"].Text() == name)!["id"].Text();
}
