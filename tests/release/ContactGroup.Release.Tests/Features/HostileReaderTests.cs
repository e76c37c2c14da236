using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Release.Tests.Features;

/// <summary>Attempts to read, or to learn of, what is not one's own to know.</summary>
public sealed class HostileReaderTests : IAsyncLifetime, IDisposable
{
    private readonly ReleaseApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_link_to_an_item_of_another_channel_takes_nothing_into_that_channel()
    {
        var caucus = Ids.New();
        await app.OpenChannelAsync(caucus, ChannelKind.Caucus, Posture.Coexistence, "ingo");
        var parent = app.Message(Exercise.Chidi, "Parent.", ["own-side"]);
        await app.TakeAsync(parent);
        var secret = app.Incident() with { Channel = caucus };
        secret.Content["linkedNotification"] = parent.Item;
        await app.TakeAsync(secret);

        await app.TakeAsync(parent with { Version = 2, Status = ItemStatus.Withdrawn });

        Assert.Equal(404, (await app.GetAsync(Exercise.Chidi, $"items/{secret.Item}")).Status);
        Assert.Equal(200, (await app.GetAsync(Exercise.Amal, $"items/{secret.Item}")).Status);
        Assert.DoesNotContain(await app.EntriesAsync(Exercise.Chidi), entry => (string?)entry["item"] == secret.Item);
    }

    [Fact]
    public async Task A_chain_of_replies_is_as_harmless_as_its_items()
    {
        const int Links = 500; // Deeper than anybody replies; each costs what it costs by itself.
        var chain = new List<ItemVersioned> { app.Message(Exercise.Amal, "First.", ["own-side"]) };
        while (chain.Count < Links)
        {
            chain.Add(app.Message(Exercise.Amal, "Next.", ["own-side"], replyTo: chain[^1].Item));
        }

        await app.TakeAllAsync(chain);
        var newcomer = Exercise.Of("Rana", "Crescent society", Constituency.Rcrc);

        await app.JoinAsync(newcomer);

        Assert.Equal(Links, (long)(await app.StreamAsync(newcomer))["head"]!);
    }

    [Fact]
    public async Task A_fact_from_before_a_removal_gives_no_right_back()
    {
        await app.JoinAsync(Exercise.Stranger);
        var late = app.NextMembership(Exercise.Stranger);
        var left = app.NextMembership(Exercise.Stranger, member: false);

        await app.EndRightsAsync(left);
        await app.TakeAsync(late);

        Assert.Empty((await app.GetAsync(Exercise.Stranger, "streams")).Body["streams"]!.AsArray());
        await app.TakeAsync(left);
        await app.JoinAsync(Exercise.Stranger);
        Assert.NotEmpty((await app.GetAsync(Exercise.Stranger, "streams")).Body["streams"]!.AsArray());
    }

    [Fact]
    public async Task A_removal_that_overtakes_the_joining_holds()
    {
        var joined = app.NextMembership(Exercise.Stranger);
        var left = app.NextMembership(Exercise.Stranger, member: false);

        await app.EndRightsAsync(left);
        await app.TakeAsync(joined);

        Assert.Empty((await app.GetAsync(Exercise.Stranger, "streams")).Body["streams"]!.AsArray());
    }

    [Fact]
    public async Task A_removal_that_comes_late_does_not_shut_out_who_was_let_in_again()
    {
        var left = app.NextMembership(Exercise.Stranger, member: false);
        await app.JoinAsync(Exercise.Stranger);

        await app.EndRightsAsync(left);

        Assert.NotEmpty((await app.GetAsync(Exercise.Stranger, "streams")).Body["streams"]!.AsArray());
    }

    [Fact]
    public async Task Distance_closes_plenaries_to_police_as_to_forces()
    {
        var police = Exercise.Of("Officer", "Police", Constituency.Police);
        await app.JoinAsync(police);
        Assert.NotEmpty((await app.GetAsync(police, "streams")).Body["streams"]!.AsArray());

        await app.OpenChannelAsync(app.Plenary, ChannelKind.Plenary, Posture.Distance);

        Assert.Empty((await app.GetAsync(police, "streams")).Body["streams"]!.AsArray());
    }

    [Fact]
    public async Task A_stricter_posture_holds_before_the_fact_of_it_comes()
    {
        await app.NarrowAsync(app.NextState(app.Plenary, ChannelKind.Plenary, Posture.Distance));

        Assert.Empty((await app.GetAsync(Exercise.North, "streams")).Body["streams"]!.AsArray());
    }

    [Fact]
    public async Task An_organisation_that_changed_sides_does_not_take_its_old_items_along()
    {
        var message = app.Message(Exercise.Amal, "Among us.", ["own-organisation"]);
        await app.TakeAsync(message);
        Assert.Equal(200, (await app.GetAsync(Exercise.Basma, $"items/{message.Item}")).Status);
        var changed = Exercise.Basma with { Constituency = Constituency.Military, Force = "northern-force" };

        await app.JoinAsync(changed);

        Assert.Equal(404, (await app.GetAsync(changed, $"items/{message.Item}")).Status);
        Assert.Equal(404, (await app.GetAsync(changed, $"items/{message.Item}/explanation")).Status);
    }

    [Fact]
    public async Task An_explanation_does_not_tell_a_force_who_is_in_the_room()
    {
        var message = app.Message(Exercise.North, "Route closed.", ["all"]);
        await app.TakeAsync(message);
        await app.ReleaseAllAsync();
        var before = await app.GetAsync(Exercise.North, $"items/{message.Item}/explanation");

        await app.JoinAsync(Exercise.Of("Rana", "Crescent society", Constituency.Rcrc));
        await app.ReleaseAllAsync();

        var after = await app.GetAsync(Exercise.North, $"items/{message.Item}/explanation");
        Assert.Contains("side:humanitarian", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("nngo", after.Text, StringComparison.Ordinal);
        Assert.Equal(before, after);
    }

    [Fact]
    public async Task Receipts_tell_a_force_neither_how_many_people_nor_which_organisations_read_it()
    {
        var message = app.Message(Exercise.North, "Route closed.", ["all"]);
        await app.TakeAsync(message);
        await app.ReleaseAllAsync();

        await app.AcknowledgeAsync(Exercise.Amal, message.Item);
        await app.AcknowledgeAsync(Exercise.Basma, message.Item);
        await app.AcknowledgeAsync(Exercise.Chidi, message.Item);

        var receipts = (await app.GetAsync(Exercise.North, $"items/{message.Item}")).Body["acknowledgements"]!.AsArray();
        Assert.Equal("side:humanitarian", (string?)receipts.Single()!["by"]);
    }

    [Fact]
    public async Task An_item_whose_time_was_extended_is_recalled_when_that_is_over_too()
    {
        var incident = app.Incident() with { Expires = app.Clock.GetUtcNow() + TimeSpan.FromHours(1) };
        await app.TakeAsync(incident);
        app.Clock.Leap(TimeSpan.FromHours(1));
        await app.ExpireAsync();
        await app.TakeAsync(incident with { Version = 2, Expires = app.Clock.GetUtcNow() + TimeSpan.FromHours(1) });
        Assert.Equal(200, (await app.GetAsync(Exercise.Chidi, $"items/{incident.Item}")).Status);

        app.Clock.Leap(TimeSpan.FromHours(1));
        await app.ExpireAsync();

        Assert.Equal(404, (await app.GetAsync(Exercise.Chidi, $"items/{incident.Item}")).Status);
    }
}
