using System.Text;
using System.Text.Json.Nodes;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Release.Tests.Features;

/// <summary>
/// What was read for somebody waits until it is on record that they are given it. A right that ends meanwhile, and is confirmed as ended, is not outlived by the answer.
/// </summary>
public sealed class GivenMeanwhileTests : IAsyncLifetime, IDisposable
{
    private const string Words = "Convoy of the clinic leaves at dawn.";
    private const string Less = "A convoy leaves.";

    private static readonly Participant Colleague = Exercise.Chidi with { PersonId = Ids.New(), DisplayName = "Colleague", SessionId = Ids.New() };

    private readonly ReleaseApp app = new();
    private ItemVersioned item = null!;

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        await app.JoinAsync(Colleague);
        item = app.Message(Exercise.Amal, Words, ["own-side"]);
        AttachedFile.Write(item.Content, [await app.FileAsync(Encoding.UTF8.GetBytes(Words), "plan.txt", "text/plain")]);
        await app.TakeAsync(item);
    }

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    public static TheoryData<string> Ways => ["items/{item}", "items", "items?q=clinic", "streams/{stream}", "blobs/{file}"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Who_is_removed_is_not_given_what_was_read_before(string way)
    {
        var path = await PathAsync(way);
        app.WhileNoting.Let(() => app.JoinAsync(Exercise.Chidi, member: false));

        await GetsNothingAsync(path);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_was_taken_back_from_the_side_is_not_given_any_more(string way)
    {
        var path = await PathAsync(way);
        app.WhileNoting.Let(async () => Assert.Equal(204, (await app.PostAsync(Exercise.Amal, $"items/{item.Item}/recall", new { target = "side:humanitarian", reason = "Too much." })).Status));

        await GetsNothingAsync(path);
    }

    [Fact]
    public async Task What_was_taken_back_and_came_again_with_less_is_given_as_it_came_again()
    {
        var path = await PathAsync("items/{item}");
        app.WhileNoting.Let(async () =>
        {
            app.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(204, (await app.PostAsync(Exercise.Amal, $"items/{item.Item}/recall", new { target = "side:humanitarian", reason = "Too much." })).Status);
            await app.TakeAsync(item with { Version = 2, Content = new JsonObject { ["text"] = Less, ["postedAt"] = "2026-03-01T08:00:00Z" } });
            await app.ReleaseAllAsync();
        });

        Assert.Contains(Less, (await GetsNothingAsync(path)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Who_is_signed_out_is_not_given_what_was_read_before(string way)
    {
        var path = await PathAsync(way);
        app.WhileNoting.Let(() =>
        {
            app.Sessions.End(Exercise.Chidi.SessionId);
            return Task.CompletedTask;
        });

        Assert.Equal(401, (await GetsNothingAsync(path)).Status);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_stays_as_it_was_is_given(string way)
    {
        var path = await PathAsync(way);
        app.WhileNoting.Let(() => app.JoinAsync(Exercise.Dora, member: false));

        var (answer, bytes) = await app.FetchPathAsync(Exercise.Chidi, path);

        Assert.Equal(200, answer.Status);
        Assert.True(app.WhileNoting.HasHappened);
        Assert.Contains(Words, Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_coordinator_who_is_removed_is_not_given_what_waited_for_them()
    {
        await app.TakeAsync(app.Message(Exercise.Amal, Words, ["all"]));
        app.WhileNoting.Let(() => app.JoinAsync(Exercise.Olena, member: false));

        var answer = await app.GetAsync(Exercise.Olena, "reviews");

        Assert.True(app.WhileNoting.HasHappened);
        Assert.Empty(answer.Body["reviews"]!.AsArray());
    }

    [Fact]
    public async Task What_was_decided_meanwhile_is_not_put_before_a_second_coordinator()
    {
        await app.TakeAsync(app.Message(Exercise.Amal, Words, ["all"]));
        var second = Exercise.Olena with { PersonId = Ids.New(), SessionId = Ids.New() };
        await app.JoinAsync(second);
        app.WhileNoting.Let(async () => await app.ReleaseAllAsync());

        Assert.Empty((await app.GetAsync(second, "reviews")).Body["reviews"]!.AsArray());
    }

    private async Task<string> PathAsync(string way)
    {
        var file = (await app.GetAsync(Colleague, $"items/{item.Item}")).Body["fields"]!["attachments"]![0]!;
        var stream = await app.StreamAsync(Exercise.Chidi);
        return way
            .Replace("{item}", item.Item, StringComparison.Ordinal)
            .Replace("{file}", (string?)file["blob"], StringComparison.Ordinal)
            .Replace("{stream}", $"{stream["stream"]}/entries?after={stream["start"]}", StringComparison.Ordinal);
    }

    private async Task<Answer> GetsNothingAsync(string path)
    {
        var (answer, bytes) = await app.FetchPathAsync(Exercise.Chidi, path);

        Assert.True(app.WhileNoting.HasHappened);
        Assert.DoesNotContain(Words, Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        return answer;
    }
}
