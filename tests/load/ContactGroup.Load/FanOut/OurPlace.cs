using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Client;

namespace ContactGroup.Load.FanOut;

/// <summary>ContactGroup with its exercise: followers are audiences of the humanitarian side in the plenary, authors four of its organisations.</summary>
internal sealed class OurPlace : IPlace
{
    // Coordination, international and national organisations: three audiences, each one stream. A person has 256 connections at most.
    private static readonly string[] ThreeAudiences = ["ines", "tomas", "amal", "piet", "jonas", "leila"];
    private static readonly string[] FiveAudiences = [.. ThreeAudiences, "maya", "samir"];
    private static readonly string[] Authors = ["amal", "jonas", "leila", "samir"];

    private readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 512 });
    private readonly Dictionary<string, string> tokens = new(StringComparer.Ordinal);
    private readonly Uri address;
    private readonly Func<IReadOnlyList<int>> processes;
    private readonly Func<Task> stop;
    private readonly string[] followers;
    private string plenary = string.Empty;

    private OurPlace(string name, Uri address, bool many, Func<IReadOnlyList<int>> processes, Func<Task> stop) =>
        (Name, this.address, followers, this.processes, this.stop) = (name, address, many ? FiveAudiences : ThreeAudiences, processes, stop);

    public string Name { get; }

    /// <summary>Signs its people in.</summary>
    /// <param name="name">What it is called in the report.</param>
    /// <param name="address">Where it is reached.</param>
    /// <param name="password">Password of the exercise.</param>
    /// <param name="many">Whether more connections follow than the people of three audiences may have.</param>
    /// <param name="processes">Ids of its processes.</param>
    /// <param name="stop">Stops them.</param>
    public static async Task<OurPlace> OpenAsync(
        string name, Uri address, string password, bool many, Func<IReadOnlyList<int>> processes, Func<Task> stop)
    {
        var place = new OurPlace(name, address, many, processes, stop);
        foreach (var account in FiveAudiences)
        {
            using var answer = await place.http.PostAsJsonAsync(new Uri(address, "/api/identity/sessions"), new { account, password });
            answer.EnsureSuccessStatusCode();
            place.tokens[account] = (string)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["accessToken"]!;
        }

        var groups = await place.GetAsync(Authors[0], "/api/channels/groups");
        place.plenary = groups["groups"]!.AsArray().SelectMany(group => group!["channels"]!.AsArray())
            .Where(channel => (string?)channel!["kind"] == "plenary").Select(channel => (string)channel!["id"]!).First();
        return place;
    }

    public async Task<Follow> MarkAsync()
    {
        var seats = new List<Seat>();
        foreach (var account in followers)
        {
            var stream = (await GetAsync(account, "/api/release/streams"))["streams"]!.AsArray()
                .Single(one => (string?)one!["channel"] == plenary && (string?)one["scope"] == "audience")!;
            seats.Add(new Seat(tokens[account], (string)stream["stream"]!, (string)stream["cursor"]!));
        }

        return (number, receiveBuffer) => FollowAsync(seats[number % seats.Count], receiveBuffer);
    }

    public async Task PostAsync(int author, string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, $"/api/channels/channels/{plenary}/messages"))
        {
            Content = JsonContent.Create(new { text }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens[Authors[author % Authors.Length]]);
        request.Headers.Add("Idempotency-Key", IdempotencyKey.New().ToString());
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    public long Memory() => ProcessFigures.Memory(processes());

    public TimeSpan Processor() => ProcessFigures.Processor(processes());

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await stop();
    }

    private async Task<LeanSocket> FollowAsync(Seat seat, int receiveBuffer)
    {
        var socket = new LeanSocket(receiveBuffer);
        await socket.OpenAsync(new Uri(address, "/hubs/live?messages=long"), seat.Token);
        var from = new[] { new { stream = seat.Stream, cursor = seat.Cursor } };
        await socket.SendAsync(JsonSerializer.Serialize(new { type = 1, invocationId = "1", target = "Subscribe", arguments = new[] { from } }) + "\u001e");
        return socket;
    }

    private async Task<JsonNode> GetAsync(string account, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens[account]);
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private sealed record Seat(string Token, string Stream, string Cursor);
}
