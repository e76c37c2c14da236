using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using ContactGroup.Client;

namespace ContactGroup.Load.Timing;

/// <summary>An exercise in which one force, the observer, is shown nothing of many messages of the humanitarian side, and the questions it asks.</summary>
internal sealed class TimingStage
{
    private const string HiddenWord = "tamarindcrossing";
    private const string AbsentWord = "kestrelquarries";
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    private readonly List<string> items = [];
    private readonly List<string> streams = [];
    private readonly List<string> rooms = [];
    private string cursor = string.Empty;
    private string plenary = string.Empty;

    private TimingStage(HttpClient observer) => Observer = observer;

    public HttpClient Observer { get; }

    public IReadOnlyList<TimingChannel> Channels =>
    [
        Of("control: absent and absent", () => Get($"items/{Absent()}"), () => Get($"items/{Absent()}")),
        new("control: absent, and absent with 200 µs planted", () => Get($"items/{Absent()}"), () => Get($"items/{Absent()}"), MustDiffer: true),
        Of("read an item", () => Get($"items/{Hidden()}"), () => Get($"items/{Absent()}")),
        Of("explain an item", () => Get($"items/{Hidden()}/explanation"), () => Get($"items/{Absent()}/explanation")),
        Of("history of an item", () => Get($"items/{Hidden()}/history"), () => Get($"items/{Absent()}/history")),
        Of("entries of a stream", () => Entries(Pick(streams)), () => Entries(Absent())),
        Of("search for one word", () => Get($"items?q={HiddenWord}"), () => Get($"items?q={AbsentWord}")),
        Of("acknowledge", () => Post($"channels/items/{Hidden()}/acknowledge", new { }), () => Post($"channels/items/{Absent()}/acknowledge", new { })),
        Of("edit", () => Post($"channels/items/{Hidden()}/edit", new { text = "x" }), () => Post($"channels/items/{Absent()}/edit", new { text = "x" })),
        Of("withdraw", () => Post($"channels/items/{Hidden()}/withdraw", new { reason = "x" }), () => Post($"channels/items/{Absent()}/withdraw", new { reason = "x" })),
        Of("reply", () => Reply(Hidden()), () => Reply(Absent())),
        Of("preview in a channel", () => Preview(Pick(rooms)), () => Preview(Absent())),
    ];

    /// <summary>Fills the exercise and signs the observer in.</summary>
    public static async Task<TimingStage> SetAsync(ServerProcess server, int hidden)
    {
        using var http = new HttpClient();
        var amal = await SignInAsync(http, server, "amal");
        var observer = new ContactGroupClient(http, new ContactGroupClientOptions { Address = server.Address });
        var session = await observer.SignInAsync("rafiq", server.Password);
        var stage = new TimingStage(new HttpClient { BaseAddress = new Uri(server.Address, "api/") });
        stage.Observer.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", session.AccessToken);
        var channels = (await amal.GetGroupsAsync()).SelectMany(group => group.Channels).ToList();
        stage.plenary = channels.First(channel => channel.Kind == "plenary").Id;
        stage.rooms.Add(channels.First(channel => channel.Kind == "caucus").Id);
        stage.streams.AddRange((await amal.GetStreamsAsync()).Select(stream => stream.Id));
        stage.cursor = (await observer.GetStreamsAsync())[0].Start;
        await stage.WriteAsync(amal, hidden);
        return stage;
    }

    private static async Task<ContactGroupClient> SignInAsync(HttpClient http, ServerProcess server, string account)
    {
        var client = new ContactGroupClient(http, new ContactGroupClientOptions { Address = server.Address });
        await client.SignInAsync(account, server.Password);
        return client;
    }

    /// <summary>Messages of the own side, all with the same word, and the wait until the last can be read.</summary>
    private async Task WriteAsync(ContactGroupClient author, int count)
    {
        foreach (var batch in Enumerable.Range(0, count).Chunk(50))
        {
            var receipts = await Task.WhenAll(batch.Select(number => author.PostAsync(plenary, new MessageDraft($"{HiddenWord} number {number} and some more words"))));
            items.AddRange(receipts.Select(receipt => receipt.Item));
        }

        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await look.WaitForNextTickAsync())
        {
            if ((await author.FindItemsAsync(new ItemQuery { Text = HiddenWord, Limit = 1 })).Count >= count)
            {
                return;
            }
        }
    }

    private static TimingChannel Of(string name, Func<HttpRequestMessage> hidden, Func<HttpRequestMessage> absent) => new(name, hidden, absent);

    private static HttpRequestMessage Get(string path) => new(HttpMethod.Get, $"release/{path}");

    private HttpRequestMessage Entries(string stream) => Get($"streams/{stream}/entries?after={Uri.EscapeDataString(cursor)}");

    private HttpRequestMessage Reply(string to) => Post($"channels/channels/{plenary}/messages", new { text = "x", replyTo = to });

    private static HttpRequestMessage Preview(string channel) => Post("release/preview", new { channel, kind = "message", content = new { text = "x" } });

    private static HttpRequestMessage Post(string path, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Absent());
        return request;
    }

    private string Hidden() => Pick(items);

    private static string Pick(List<string> some) => some[RandomNumberGenerator.GetInt32(some.Count)];

    /// <summary>An id as the product makes them, that stands for nothing.</summary>
    private static string Absent() => RandomNumberGenerator.GetString(Alphabet, 26);
}
