using System.Net;
using System.Text.Json.Nodes;
using ContactGroup.Channels.Tests.Fixtures;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Channels.Tests.Features;

public sealed class WithdrawMessageTests : TheatreTests
{
    [Fact]
    public async Task A_withdrawal_is_a_version_with_that_status()
    {
        var item = await Theatre.PostAsync(Theatre.Ingo, Theatre.Plenary);

        var answer = (await WithdrawAsync(item, new { reason = "Wrong road" })).Is(HttpStatusCode.Accepted);

        Assert.Equal(2, (int?)answer.Json["version"]);
        var fact = (await App.PublishedAsync<ItemVersioned>())[^1].Fact;
        Assert.Equal((item, 2, ItemStatus.Withdrawn), (fact.Item, fact.Version, fact.Status));
    }

    [Fact]
    public async Task Withdrawing_twice_gives_the_receipt_of_the_first_time()
    {
        var item = await Theatre.PostAsync(Theatre.Ingo, Theatre.Plenary);
        var first = await WithdrawAsync(item, new { });
        var before = (await App.PublishedAsync<ItemVersioned>()).Count;

        Assert.Equal(first.Body, (await WithdrawAsync(item, new { reason = "again" })).Body);
        Assert.Equal(before, (await App.PublishedAsync<ItemVersioned>()).Count);
    }

    [Fact]
    public async Task Terms_do_not_stand_in_the_way_of_taking_back()
    {
        var item = await Theatre.PostAsync(Theatre.Ingo, Theatre.Plenary);
        await Theatre.WriteTermsAsync();

        (await WithdrawAsync(item, new { })).Is(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task While_release_is_away_an_author_posts_edits_and_takes_back_but_nobody_replies_or_acknowledges()
    {
        App.Held.Away = true;
        var item = (await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary)).Is(HttpStatusCode.Accepted).Item;
        var ingo = Theatre.As(Theatre.Ingo);

        (await ingo.PostAsync($"items/{item}/edit", new { text = "u" })).Is(HttpStatusCode.Accepted);
        (await ingo.PostAsync($"channels/{Theatre.Plenary}/messages", new { text = "t", replyTo = item })).Refuses("CG-1008");
        (await ingo.PostAsync($"items/{item}/acknowledge", new { })).Refuses("CG-1008");
        (await WithdrawAsync(item, new { })).Is(HttpStatusCode.Accepted);
    }

    [Theory]
    [InlineData("edit", """{"text":"u"}""")]
    [InlineData("withdraw", "{}")]
    public async Task While_release_is_away_a_hidden_message_answers_others_like_one_that_does_not_exist(string verb, string body)
    {
        var hidden = await Theatre.PostAsync(Theatre.Ingo, Theatre.Plenary);
        App.Held.Away = true;
        var force = Theatre.As(Theatre.North);
        var said = JsonNode.Parse(body)!;

        var answer = await force.PostAsync($"items/{hidden}/{verb}", said);
        var absent = await force.PostAsync($"items/{Ids.New()}/{verb}", said);

        answer.Refuses("CG-1008");
        Assert.Equal((absent.Status, absent.Body), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task A_reason_has_a_bound()
    {
        var item = await Theatre.PostAsync(Theatre.Ingo, Theatre.Plenary);

        (await WithdrawAsync(item, new { reason = new string('x', 1001) })).Refuses("CG-1002", "reason");
    }

    private Task<Answer> WithdrawAsync(string item, object body) => Theatre.As(Theatre.Ingo).PostAsync($"items/{item}/withdraw", body);
}
