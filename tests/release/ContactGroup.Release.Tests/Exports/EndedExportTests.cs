using System.Text;
using System.Text.Json;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Release.Tests.Exports;

/// <summary>A file that is being fetched ends with the right to fetch it, and does not look like a whole one.</summary>
public sealed class EndedExportTests : IAsyncLifetime, IDisposable
{
    private const int Many = 400;

    private readonly ReleaseApp app = new();

    // More than what waits on the way to somebody who does not read.
    private readonly string words = new('w', 2_000);

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        await app.TakeAllAsync(Enumerable.Range(0, Many).Select(_ => app.Message(Exercise.Amal, words, ["own-side"])));
    }

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public Task A_sign_out_ends_it() => EndsAsync(Exercise.Chidi, () => End(Exercise.Chidi.SessionId));

    [Fact]
    public Task The_end_of_an_account_ends_it() => EndsAsync(Exercise.Dora, () => End(Exercise.Dora.PersonId));

    [Fact]
    public Task Who_is_removed_from_the_room_gets_no_rest() => EndsAsync(Exercise.Chidi, () => app.JoinAsync(Exercise.Chidi, member: false));

    [Fact]
    public Task Who_is_removed_and_comes_back_gets_no_rest_of_what_was_begun_before() => EndsAsync(Exercise.Chidi, async () =>
    {
        await app.JoinAsync(Exercise.Chidi, member: false);
        await app.JoinAsync(Exercise.Chidi);
    });

    [Fact]
    public async Task That_of_another_session_goes_on_to_its_end()
    {
        using var answer = await app.OpenAsync(Exercise.Chidi, "exports/geojson");

        await End(Exercise.Dora.SessionId);
        await app.JoinAsync(Exercise.Dora, member: false);
        var (text, isBroken) = await ReadAsync(answer);

        Assert.False(isBroken);
        using var file = JsonDocument.Parse(text);
        Assert.Equal(Many, file.RootElement.GetProperty("features").GetArrayLength());
    }

    private async Task EndsAsync(Participant reader, Func<Task> end)
    {
        using var answer = await app.OpenAsync(reader, "exports/geojson");
        Assert.Equal(200, (int)answer.StatusCode);

        await end();
        var (text, isBroken) = await ReadAsync(answer);

        Assert.True(isBroken);
        Assert.InRange(text.Split(words).Length - 1, 0, Many / 2);
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(text));
    }

    private Task End(string sessionOrPerson)
    {
        app.Sessions.End(sessionOrPerson);
        return Task.CompletedTask;
    }

    private static async Task<(string Text, bool IsBroken)> ReadAsync(HttpResponseMessage answer)
    {
        await using var body = await answer.Content.ReadAsStreamAsync();
        using var came = new MemoryStream();
        try
        {
            await body.CopyToAsync(came);
            return (Encoding.UTF8.GetString(came.ToArray()), false);
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException or OperationCanceledException)
        {
            return (Encoding.UTF8.GetString(came.ToArray()), true);
        }
    }
}
