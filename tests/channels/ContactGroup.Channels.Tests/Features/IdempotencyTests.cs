using System.Net;
using ContactGroup.Channels.Tests.Fixtures;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Channels.Tests.Features;

public sealed class IdempotencyTests : TheatreTests
{
    private readonly string key = Ids.New();

    [Fact]
    public async Task The_same_key_and_body_give_the_same_receipt_and_one_message()
    {
        var first = await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary, key: key);
        var second = await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary, key: key);

        Assert.Equal(first.Is(HttpStatusCode.Accepted), second);
        Assert.Single(await App.PublishedAsync<ItemVersioned>());
    }

    [Fact]
    public async Task Many_at_once_with_one_key_give_one_message()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary, key: key)));

        Assert.Single(answers.Distinct());
        Assert.Single(await App.PublishedAsync<ItemVersioned>());
    }

    [Fact]
    public async Task The_same_key_with_another_body_channel_or_verb_is_a_conflict_that_stores_nothing()
    {
        var item = (await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary, key: key)).Item;
        var before = await App.RowsAsync();

        (await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary, "Other text", key)).Is(HttpStatusCode.UnprocessableEntity).Refuses("CG-1006");
        (await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Humanitarian, key: key)).Is(HttpStatusCode.UnprocessableEntity).Refuses("CG-1006");
        (await Theatre.As(Theatre.Ingo).PostAsync($"items/{item}/withdraw", new { }, key)).Is(HttpStatusCode.UnprocessableEntity).Refuses("CG-1006");
        Assert.Equal(before, await App.RowsAsync());
    }

    [Fact]
    public async Task The_same_key_of_another_person_is_another_key()
    {
        var first = await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary, key: key);
        var second = await Theatre.TryPostAsync(Theatre.Nngo, Theatre.Plenary, key: key);

        Assert.False(first.Item == second.Is(HttpStatusCode.Accepted).Item);
    }

    [Fact]
    public async Task A_repeat_gets_its_receipt_even_when_the_terms_posture_or_parent_changed_since()
    {
        var parent = await Theatre.PostAsync(Theatre.Coordinator, Theatre.Plenary, Theatre.North);
        var body = new { text = "t", replyTo = parent, expiresAt = App.Clock.GetUtcNow().AddHours(1) };
        var first = (await Theatre.As(Theatre.North).PostAsync($"channels/{Theatre.Plenary}/messages", body, key)).Is(HttpStatusCode.Accepted);

        App.Held.Take(Theatre.North, parent);
        App.Clock.Advance(TimeSpan.FromHours(2));
        await Theatre.WriteTermsAsync();
        await Theatre.SetPostureAsync("distance");

        // Signed in anew: the first token has run out.
        Assert.Equal(first, await Theatre.As(Theatre.North).PostAsync($"channels/{Theatre.Plenary}/messages", body, key));
    }

    [Fact]
    public async Task A_removed_member_gets_no_receipt_for_an_old_key()
    {
        await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary, key: key);

        await Theatre.RemoveAsync(Theatre.Ingo);

        (await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary, key: key)).Refuses("CG-2004");
    }

    [Fact]
    public async Task A_refused_command_leaves_its_key_free()
    {
        await Theatre.AddAsync(Theatre.Outsider);
        (await Theatre.TryPostAsync(Theatre.Outsider, Theatre.Plenary, key: key)).Refuses("CG-3001");
        await Theatre.AcceptAsync(Theatre.Outsider, 1);

        (await Theatre.TryPostAsync(Theatre.Outsider, Theatre.Plenary, key: key)).Is(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_group_and_a_channel_are_opened_once_per_key()
    {
        var group = new { name = "Other", purpose = "p", assumptions = "a", posture = "cooperation" };
        var channel = new { name = "Room", kind = "plenary" };
        var coordinator = Theatre.As(Theatre.Coordinator);

        Assert.Equal(await coordinator.PostAsync("groups", group, key), await coordinator.PostAsync("groups", group, key));
        var told = (await App.PublishedAsync<ChannelChanged>()).Count;
        var other = Ids.New();
        Assert.Equal(
            (await coordinator.PostAsync($"groups/{Theatre.Group}/channels", channel, other)).Is(HttpStatusCode.Created),
            await coordinator.PostAsync($"groups/{Theatre.Group}/channels", channel, other));
        Assert.Equal(told + 1, (await App.PublishedAsync<ChannelChanged>()).Count);
    }
}
