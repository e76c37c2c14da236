using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Release.Tests.Features;

/// <summary>A change of posture: tighten first, closed until then, loosen afterwards at a pace that tells nothing.</summary>
public sealed class BarrierTests : IAsyncLifetime, IDisposable
{
    private static readonly string[] ToAll = ["all"];

    private readonly ReleaseApp app = new();

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        await ChangeAsync(Posture.Cooperation);
        await app.LoosenAsync();
    }

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task While_a_stream_is_tightened_nobody_reads_finds_or_counts_in_it()
    {
        var message = await PostAsync();
        var stream = await app.StreamAsync(Exercise.North);

        await BeginAsync(Posture.Coexistence);

        var hidden = await app.GetAsync(Exercise.North, $"items/{message.Item}");
        Assert.Equal((503, "CG-1008"), (hidden.Status, hidden.Code));
        Assert.Contains("Retry-After", hidden.Headers, StringComparison.Ordinal);
        Assert.Equal(hidden.Text, (await app.GetAsync(Exercise.North, $"items/{Ids.New()}")).Text);
        Assert.Equal(503, (await app.GetAsync(Exercise.North, "items?q=bridge")).Status);
        Assert.Equal(503, (await app.GetAsync(Exercise.North, $"items/{message.Item}/explanation")).Status);
        Assert.Equal(503, (await app.GetAsync(Exercise.North, $"streams/{stream["stream"]}/entries?after={stream["start"]}")).Status);
    }

    [Fact]
    public async Task While_a_stream_is_tightened_its_files_are_not_given_and_one_that_does_not_exist_is_refused_alike()
    {
        var message = app.Message(Exercise.Amal, "Look at this.", ["all"]);
        AttachedFile.Write(message.Content, [await app.FileAsync([1, 2, 3])]);
        await app.TakeAsync(message);
        await app.ReleaseAllAsync();
        var name = (string)(await app.GetAsync(Exercise.North, $"items/{message.Item}")).Body["fields"]!["attachments"]![0]!["blob"]!;
        Assert.Equal(200, (await app.FetchAsync(Exercise.North, name)).Answer.Status);

        await BeginAsync(Posture.Coexistence);

        var (hidden, _) = await app.FetchAsync(Exercise.North, name);
        Assert.Equal((503, "CG-1008"), (hidden.Status, hidden.Code));
        Assert.Equal(hidden.Text, (await app.FetchAsync(Exercise.North, Ids.New())).Answer.Text);
    }

    [Fact]
    public async Task Audiences_that_lose_nothing_and_owners_read_on_while_others_are_tightened()
    {
        var message = await PostAsync();
        await ChangeAsync(Posture.Coexistence);
        await app.LoosenAsync();

        await BeginAsync(Posture.Distance);

        Assert.Equal(200, (await app.GetAsync(Exercise.Chidi, $"items/{message.Item}")).Status);
        Assert.Equal(200, (await app.GetAsync(Exercise.Amal, $"items/{message.Item}")).Status);
        Assert.Equal(200, (await app.GetAsync(Exercise.Amal, "items")).Status);
    }

    [Fact]
    public async Task What_was_automatic_and_needs_a_coordinator_now_is_taken_back_before_the_change_is_acknowledged()
    {
        var message = await PostAsync();
        Assert.Equal(200, (await app.GetAsync(Exercise.North, $"items/{message.Item}")).Status);

        await ChangeAsync(Posture.Coexistence);

        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{message.Item}")).Status);
        Assert.Equal(0, await CountAsync(Exercise.North));
        Assert.Equal("put recall", string.Join(' ', (await app.EntriesAsync(Exercise.North)).Select(entry => (string)entry["op"]!)));
    }

    [Fact]
    public async Task A_crash_before_the_first_page_is_made_good_at_the_next_start()
    {
        var message = await PostAsync();
        await BeginAsync(Posture.Coexistence);

        await app.RestartAsync();
        await app.TightenAsync();

        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{message.Item}")).Status);
        Assert.Equal(200, (await app.GetAsync(Exercise.Chidi, $"items/{message.Item}")).Status);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(130)]
    public async Task What_loosening_brings_comes_in_batches_that_do_not_tell_what_is_hidden_between(int hidden)
    {
        await ChangeAsync(Posture.Coexistence);
        await app.TakeAllAsync(Enumerable.Range(0, 130).SelectMany(number => Mixed(number, hidden)));
        await ChangeAsync(Posture.Cooperation);
        await app.CollectAsync();
        Assert.Equal(0, await CountAsync(Exercise.North));

        app.Clock.Advance(TimeSpan.FromSeconds(4));
        await app.TurnAsync();
        var early = await CountAsync(Exercise.North);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await app.TurnAsync();
        var first = await CountAsync(Exercise.North);
        await app.LoosenAsync();

        Assert.Equal((0, true, 130), (early, first is 100 or 130, await CountAsync(Exercise.North)));
    }

    [Fact]
    public async Task A_stricter_posture_in_the_middle_of_a_loosening_stops_it()
    {
        await ChangeAsync(Posture.Coexistence);
        await app.TakeAllAsync(Enumerable.Range(0, 5).SelectMany(number => Mixed(number, 0)));
        await ChangeAsync(Posture.Cooperation);
        await app.CollectAsync();

        await ChangeAsync(Posture.Coexistence);
        await app.LoosenAsync();

        Assert.Equal(0, await CountAsync(Exercise.North));
        await ChangeAsync(Posture.Cooperation);
        await app.LoosenAsync();
        Assert.Equal(5, await CountAsync(Exercise.North));
    }

    [Fact]
    public async Task A_looser_posture_in_the_middle_of_a_tightening_ends_with_what_the_looser_one_gives()
    {
        var message = await PostAsync();
        await BeginAsync(Posture.Coexistence);

        await ChangeAsync(Posture.Cooperation);
        await app.LoosenAsync();

        Assert.Equal(200, (await app.GetAsync(Exercise.North, $"items/{message.Item}")).Status);
        await AssertDenseAsync(Exercise.North);
    }

    [Fact]
    public async Task While_a_loosening_waits_new_items_go_at_once_and_a_change_of_an_old_one_brings_it_no_earlier()
    {
        await ChangeAsync(Posture.Coexistence);
        var old = await PostAsync();
        await ChangeAsync(Posture.Cooperation);

        await app.TakeAsync(old with { Version = 2 });
        var later = await PostAsync();

        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{old.Item}")).Status);
        Assert.Equal(200, (await app.GetAsync(Exercise.North, $"items/{later.Item}")).Status);
        await app.LoosenAsync();
        Assert.Equal(200, (await app.GetAsync(Exercise.North, $"items/{old.Item}")).Status);
    }

    [Fact]
    public async Task What_a_coordinator_released_is_limited_to_what_the_stricter_posture_gives()
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);
        await app.ReleaseAllAsync();
        Assert.Equal(200, (await app.GetAsync(Exercise.North, $"items/{incident.Item}")).Status);

        await ChangeAsync(Posture.Distance);

        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{incident.Item}")).Status);
    }

    [Fact]
    public async Task The_same_state_twice_and_an_older_one_late_close_nothing()
    {
        var message = await PostAsync();
        var older = app.NextState(app.Plenary, ChannelKind.Plenary, Posture.Distance);
        var newer = app.NextState(app.Plenary, ChannelKind.Plenary, Posture.Cooperation);
        await app.NarrowAsync(newer);

        await app.NarrowAsync(newer);
        await app.NarrowAsync(older);

        Assert.Equal(200, (await app.GetAsync(Exercise.North, $"items/{message.Item}")).Status);
        Assert.Single(await app.EntriesAsync(Exercise.North));
    }

    [Fact]
    public async Task An_item_that_cannot_be_looked_at_again_is_withheld_from_all_but_its_owner_and_stops_no_other()
    {
        var broken = await PostAsync();
        var sound = await PostAsync();
        var payload = await app.BreakAsync(broken.Item);

        await ChangeAsync(Posture.Coexistence);
        await app.LoosenAsync();

        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{sound.Item}")).Status);
        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{broken.Item}")).Status);
        Assert.Equal(404, (await app.GetAsync(Exercise.Chidi, $"items/{broken.Item}")).Status);
        Assert.Equal(200, (await app.GetAsync(Exercise.Amal, $"items/{broken.Item}")).Status);
        await app.MendAsync(broken.Item, payload);
        await app.RestartAsync();
        await app.RetryAsync();
        Assert.Equal(200, (await app.GetAsync(Exercise.Chidi, $"items/{broken.Item}")).Status);
    }

    private IEnumerable<ItemVersioned> Mixed(int number, int hidden)
    {
        yield return app.Message(Exercise.Amal, $"Open {number}", ToAll);
        if (number < hidden)
        {
            yield return app.Message(Exercise.Amal, $"Own side {number}", ["own-side"]);
        }
    }

    [Fact]
    public async Task A_reply_shows_that_it_is_one_as_soon_as_what_it_answers_appears_by_looser_rules()
    {
        await ChangeAsync(Posture.Coexistence);
        await app.LoosenAsync();
        var message = app.Message(Exercise.North, "Route closed.", ToAll);
        var reply = app.Message(Exercise.North, "Until noon.", ToAll, replyTo: message.Item);
        await app.TakeAsync(message);
        await app.TakeAsync(reply);
        foreach (var review in (await app.ReviewsAsync()).Where(review => (string?)review["item"] == reply.Item))
        {
            Assert.Equal(204, (await app.ReleaseAsync(Exercise.Olena, review)).Status);
        }

        Assert.Null((await app.GetAsync(Exercise.Amal, $"items/{reply.Item}")).Body["fields"]!["replyTo"]);

        await ChangeAsync(Posture.Cooperation);
        await app.LoosenAsync();

        Assert.Equal(200, (await app.GetAsync(Exercise.Amal, $"items/{message.Item}")).Status);
        Assert.Equal(message.Item, (string?)(await app.GetAsync(Exercise.Amal, $"items/{reply.Item}")).Body["fields"]!["replyTo"]);
        await AssertDenseAsync(Exercise.Amal);
    }

    private async Task<ItemVersioned> PostAsync()
    {
        var message = app.Message(Exercise.Amal, "The bridge is open.", ToAll);
        await app.TakeAsync(message);
        return message;
    }

    private Task ChangeAsync(Posture posture) => app.NarrowAsync(app.NextState(app.Plenary, ChannelKind.Plenary, posture));

    /// <summary>The commit that puts the posture in force, and nothing after it.</summary>
    private Task BeginAsync(Posture posture) => app.BeginAsync(app.NextState(app.Plenary, ChannelKind.Plenary, posture));

    private async Task<int> CountAsync(Participant who) => (int)(await app.GetAsync(who, "items?limit=1")).Body["count"]!;

    private async Task AssertDenseAsync(Participant who)
    {
        var entries = await app.EntriesAsync(who);
        Assert.Equal(Enumerable.Range(1, entries.Count), entries.Select(entry => (int)entry["seq"]!));
    }
}
