using System.Net;
using ContactGroup.Channels.Tests.Fixtures;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Channels.Tests.Features;

public sealed class AcknowledgeMessageTests : TheatreTests
{
    [Fact]
    public async Task Who_holds_a_message_confirms_receipt_and_its_owner_is_told()
    {
        var item = await Theatre.PostAsync(Theatre.Coordinator, Theatre.NorthDesk, Theatre.North);

        var answer = (await AcknowledgeAsync(Theatre.North, item)).Is(HttpStatusCode.Accepted);

        Assert.Equal($$"""{"item":"{{item}}","acknowledgedAt":"2026-03-01T08:00:00Z"}""", answer.Body);
        var (partition, fact) = Assert.Single(await App.PublishedAsync<ItemAcknowledged>());
        Assert.Equal(Theatre.NorthDesk, partition);
        Assert.Equal(
            new ItemAcknowledged(
                item,
                Theatre.North.Id,
                "North",
                Theatre.North.Organisation,
                Theatre.North.OrganisationName,
                Classification.Constituency.Military,
                "northern-force",
                App.Clock.GetUtcNow(),
                1),
            fact);
    }

    [Fact]
    public async Task Acknowledging_twice_gives_the_same_receipt_and_tells_once()
    {
        var item = await Theatre.PostAsync(Theatre.Coordinator, Theatre.NorthDesk, Theatre.North);
        var first = await AcknowledgeAsync(Theatre.North, item);
        App.Clock.Advance(TimeSpan.FromHours(1));
        (await Theatre.As(Theatre.Coordinator).PostAsync($"items/{item}/edit", new { text = "Edited" })).Is(HttpStatusCode.Accepted);

        Assert.Equal(first, await AcknowledgeAsync(Theatre.North, item));
        Assert.Single(await App.PublishedAsync<ItemAcknowledged>());
    }

    [Fact]
    public async Task A_message_that_one_does_not_hold_and_one_that_is_absent_are_refused_alike()
    {
        var item = await Theatre.PostAsync(Theatre.Ingo, Theatre.Plenary);
        var before = await App.RowsAsync();

        var absent = await AcknowledgeAsync(Theatre.North, Ids.New());

        absent.Is(HttpStatusCode.NotFound).Refuses("CG-2004");
        Assert.Equal(absent, await AcknowledgeAsync(Theatre.North, item));
        Assert.Equal(absent, await AcknowledgeAsync(Theatre.North, "garbage"));
        Assert.Equal(before, await App.RowsAsync());
    }

    [Fact]
    public async Task Release_alone_does_not_suffice_the_membership_must_hold_too()
    {
        var item = await Theatre.PostAsync(Theatre.Ingo, Theatre.Plenary, Theatre.North, Theatre.Outsider);
        await Theatre.SetPostureAsync("distance");

        (await AcknowledgeAsync(Theatre.Outsider, item)).Refuses("CG-2004");
        (await AcknowledgeAsync(Theatre.North, item)).Refuses("CG-2004");
    }

    [Fact]
    public async Task An_item_of_another_service_is_not_acknowledged_here()
    {
        var incident = Ids.New();
        App.Held.Give(Theatre.Ingo, incident, Theatre.Plenary);

        (await AcknowledgeAsync(Theatre.Ingo, incident)).Refuses("CG-2004");
    }

    private Task<Answer> AcknowledgeAsync(Person person, string item) => Theatre.As(person).PostAsync($"items/{item}/acknowledge", new { });
}
