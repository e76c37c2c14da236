using System.Net;
using ContactGroup.Channels.Tests.Fixtures;
using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;

namespace ContactGroup.Channels.Tests.Features;

public sealed class PostureTests : TheatreTests
{
    [Fact]
    public async Task In_distance_a_plenary_is_closed_to_forces_and_police_who_knew_it()
    {
        await Theatre.SetPostureAsync("distance");

        (await Theatre.TryPostAsync(Theatre.North, Theatre.Plenary)).Is(HttpStatusCode.Forbidden).Refuses("CG-3002");
        (await Theatre.TryPostAsync(Theatre.Police, Theatre.Plenary)).Is(HttpStatusCode.Forbidden).Refuses("CG-3002");
        (await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary)).Is(HttpStatusCode.Accepted);
        (await Theatre.TryPostAsync(Theatre.Donor, Theatre.Plenary)).Is(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_posture_holds_wherever_content_is_shown_before_the_change_is_acknowledged()
    {
        await Theatre.SetPostureAsync("distance");

        Assert.Contains(App.ChannelGate.Told, channel => channel.Channel == Theatre.Plenary && channel.Posture == Posture.Distance);
        Assert.Contains(App.ChannelGate.Told, channel => channel.Channel == Theatre.NorthDesk);
    }

    [Fact]
    public async Task In_distance_a_desk_stays_open_to_its_force()
    {
        await Theatre.SetPostureAsync("distance");

        (await Theatre.TryPostAsync(Theatre.North, Theatre.NorthDesk)).Is(HttpStatusCode.Accepted);
        (await Theatre.TryPostAsync(Theatre.Coordinator, Theatre.NorthDesk)).Is(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_plenary_opened_in_distance_does_not_exist_for_forces()
    {
        await Theatre.SetPostureAsync("distance");
        var plenary = await Theatre.OpenChannelAsync("New plenary", "plenary");

        Assert.Equal(await Theatre.TryPostAsync(Theatre.North, Ids.New()), await Theatre.TryPostAsync(Theatre.North, plenary));
    }

    [Fact]
    public async Task A_force_that_joined_in_distance_finds_no_plenary()
    {
        await Theatre.SetPostureAsync("distance");
        await Theatre.RemoveAsync(Theatre.North);
        await Theatre.AddAsync(Theatre.North);

        (await Theatre.TryPostAsync(Theatre.North, Theatre.Plenary)).Is(HttpStatusCode.NotFound).Refuses("CG-2004");
    }

    [Fact]
    public async Task When_the_posture_loosens_the_plenary_opens_again_for_everyone()
    {
        await Theatre.SetPostureAsync("distance");
        await Theatre.RemoveAsync(Theatre.North);
        await Theatre.AddAsync(Theatre.North);
        await Theatre.AcceptAsync(Theatre.North, 1);

        await Theatre.SetPostureAsync("cooperation");

        (await Theatre.TryPostAsync(Theatre.North, Theatre.Plenary)).Is(HttpStatusCode.Accepted);
        (await Theatre.TryPostAsync(Theatre.South, Theatre.Plenary)).Is(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_force_may_take_back_its_message_from_a_plenary_that_closed_but_not_edit_it()
    {
        var item = await Theatre.PostAsync(Theatre.North, Theatre.Plenary);
        await Theatre.SetPostureAsync("distance");

        (await Theatre.As(Theatre.North).PostAsync($"items/{item}/edit", new { text = "Other" })).Refuses("CG-3002");
        (await Theatre.As(Theatre.North).PostAsync($"items/{item}/withdraw", new { })).Is(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task The_change_is_told_once_for_the_group_and_once_for_every_channel()
    {
        var before = (await App.PublishedAsync<ChannelChanged>()).Count;

        await Theatre.SetPostureAsync("distance");
        await Theatre.SetPostureAsync("distance");

        var change = Assert.Single(await App.PublishedAsync<PostureChanged>());
        Assert.Equal(Theatre.Group, change.Partition);
        Assert.Equal(Posture.Coexistence, change.Fact.Before);
        Assert.Equal(Posture.Distance, change.Fact.Posture);
        var told = (await App.PublishedAsync<ChannelChanged>()).Skip(before).ToList();
        Assert.Equal(5, told.Count);
        Assert.All(told, channel => Assert.Equal(Posture.Distance, channel.Fact.Posture));
        Assert.All(told, channel => Assert.Equal(change.Fact.Version, channel.Fact.Version));
        Assert.All(told, channel => Assert.Equal(channel.Fact.Channel, channel.Partition));
    }

    [Fact]
    public async Task Only_a_coordinator_of_the_group_changes_it_and_must_say_why()
    {
        var path = $"groups/{Theatre.Group}/posture";
        var before = await App.RowsAsync();

        (await Theatre.As(Theatre.North).PostAsync(path, new { posture = "cooperation", reason = "r" })).Is(HttpStatusCode.Forbidden).Refuses("CG-2003");
        (await Theatre.As(Theatre.Outsider).PostAsync(path, new { posture = "cooperation", reason = "r" })).Is(HttpStatusCode.NotFound).Refuses("CG-2004");
        (await Theatre.As(Theatre.Coordinator).PostAsync(path, new { posture = "cooperation", reason = " " })).Refuses("CG-1002", "reason");
        (await Theatre.As(Theatre.Coordinator).PostAsync(path, new { posture = "unknown", reason = "r" })).Refuses("CG-1002", "posture");
        Assert.Equal(before, await App.RowsAsync());
    }
}
