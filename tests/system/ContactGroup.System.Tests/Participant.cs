using System.Net;
using System.Net.Http.Headers;
using ContactGroup.Client;

namespace ContactGroup.System.Tests;

/// <summary>A person at a client, signed in.</summary>
public sealed class Participant(ContactGroupClient client, HttpClient http, Uri address, Session session)
{
    private const int Looks = 600;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    public ContactGroupClient Client { get; } = client;

    public async Task<string> ChannelAsync(string name) =>
        (await Client.GetGroupsAsync()).SelectMany(group => group.Channels).First(channel => channel.Name == name).Id;

    /// <summary>The item once it is there.</summary>
    public Task<Item> SeesAsync(string item, Func<Item, bool>? when = null) => EventuallyAsync($"item {item}", async () =>
    {
        try
        {
            var seen = await Client.GetItemAsync(item);
            return when is null || when(seen) ? seen : null;
        }
        catch (ContactGroupException absent) when (absent.Code == ErrorCodes.NotFound)
        {
            return null;
        }
    });

    /// <summary>The error code of looking at an item that is not there for this person.</summary>
    public async Task<string> LooksForAsync(string item) => (await Assert.ThrowsAsync<ContactGroupException>(() => Client.GetItemAsync(item))).Code;

    public Task<IReadOnlyList<Review>> ReviewsOfAsync(string item) => EventuallyAsync<IReadOnlyList<Review>>($"a review of {item}", async () =>
    {
        var reviews = (await Client.Coordination.GetReviewsAsync()).Where(review => review.Item == item).ToList();
        return reviews.Count > 0 ? reviews : null;
    });

    /// <summary>The item as bytes: status, entity tag and body.</summary>
    public async Task<(HttpStatusCode Status, string? Tag, string Body)> RawAsync(string item, string? knownTag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, $"api/release/items/{item}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", session.AccessToken);
        if (knownTag is not null)
        {
            request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(knownTag));
        }

        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, answer.Headers.ETag?.ToString(), await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Everything in the person's streams, stream by stream.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<Entry>>> StreamsAsync()
    {
        var streams = new Dictionary<string, IReadOnlyList<Entry>>(StringComparer.Ordinal);
        foreach (var stream in await Client.GetStreamsAsync())
        {
            var entries = new List<Entry>();
            for (var page = await Client.GetEntriesAsync(stream.Id, stream.Start); ; page = await Client.GetEntriesAsync(stream.Id, page.Cursor))
            {
                entries.AddRange(page.Entries);
                if (!page.More)
                {
                    break;
                }
            }

            streams[stream.Id] = entries;
        }

        return streams;
    }

    public static async Task<T> EventuallyAsync<T>(string what, Func<Task<T?>> look)
        where T : class
    {
        using var pace = new PeriodicTimer(Between);
        for (var count = 0; count < Looks; count++)
        {
            if (await look() is { } found)
            {
                return found;
            }

            await pace.WaitForNextTickAsync();
        }

        throw new InvalidOperationException($"never came: {what}");
    }
}
