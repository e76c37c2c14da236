using System.Net;
using System.Text.Json.Nodes;
using ContactGroup.Channels.Tests.Fixtures;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;

namespace ContactGroup.Channels.Tests.Features;

/// <summary>A room in which humanitarian organisations notify to the forces they name, and nobody writes messages.</summary>
public sealed class NotificationRoomTests : TheatreTests
{
    private const string Everybody = "donor, military:northern-force, military:southern-force, police";

    [Fact]
    public async Task It_admits_everyone()
    {
        await OpenAsync();

        var fact = (await App.PublishedAsync<ChannelChanged>())[^1].Fact;
        Assert.Equal((ChannelKind.Notification, "all"), (fact.Kind, string.Join(' ', fact.Admits)));
        Assert.Equal("all", string.Join(' ', (await RoomAsync(Theatre.North))["admits"]!.AsArray().Select(atom => (string?)atom)));
    }

    [Fact]
    public async Task It_is_for_everyone_and_not_for_some()
    {
        var body = new { name = "Movements", kind = "notification", admits = new[] { "military:northern-force" } };

        (await Theatre.As(Theatre.Coordinator).PostAsync($"groups/{Theatre.Group}/channels", body)).Is(HttpStatusCode.BadRequest).Refuses("CG-1002", "admits");
    }

    [Theory]
    [InlineData("cooperation")]
    [InlineData("coexistence")]
    [InlineData("distance")]
    public async Task It_is_open_to_every_side_in_every_posture(string posture)
    {
        var room = await OpenAsync();

        await Theatre.SetPostureAsync(posture);

        foreach (var member in Theatre.Members)
        {
            Assert.Equal("Movements and sites", (string?)(await RoomAsync(member))["name"]);
            Assert.False((await PassAsync(member, room))!.ClosedByPosture);
        }
    }

    [Fact]
    public async Task A_force_that_joins_in_distance_finds_it_and_no_plenary()
    {
        await Theatre.SetPostureAsync("distance");
        var room = await OpenAsync();
        await Theatre.RemoveAsync(Theatre.North);
        await Theatre.AddAsync(Theatre.North);

        Assert.Null(await PassAsync(Theatre.North, Theatre.Plenary));
        Assert.NotNull(await PassAsync(Theatre.North, room));
    }

    [Fact]
    public async Task The_humanitarian_side_may_notify_and_learns_whom_it_reaches()
    {
        var room = await OpenAsync();

        foreach (var member in new[] { Theatre.Coordinator, Theatre.Ingo, Theatre.Nngo })
        {
            var pass = (await PassAsync(member, room))!;
            Assert.Equal((true, false, Everybody), (pass.MayNotify, pass.MayPost, string.Join(", ", pass.Forces)));
            Assert.Equal(Everybody, await ForcesAsync(member));
        }
    }

    [Fact]
    public async Task Nobody_else_may_notify_or_learns_who_is_reached()
    {
        var room = await OpenAsync();

        foreach (var member in new[] { Theatre.North, Theatre.South, Theatre.Police, Theatre.Donor })
        {
            var pass = (await PassAsync(member, room))!;
            Assert.Equal((false, false, 0), (pass.MayNotify, pass.MayPost, pass.Forces.Count));
            Assert.False((await RoomAsync(member)).AsObject().ContainsKey("forces"));
        }
    }

    [Fact]
    public async Task What_a_force_observes_does_not_change_when_another_comes_or_goes()
    {
        await OpenAsync();
        var before = await Theatre.As(Theatre.North).GetAsync("groups");

        await Theatre.RemoveAsync(Theatre.South);
        var without = await Theatre.As(Theatre.North).GetAsync("groups");

        Assert.Equal(before, without);
        Assert.DoesNotContain("southern-force", before.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("police", before.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_reached_follows_who_belongs_to_the_group_now()
    {
        var room = await OpenAsync();
        var second = Person.North("Second of the north");
        await App.KnowAsync(second);
        await Theatre.AddAsync(second);
        Assert.Equal(Everybody, string.Join(", ", (await PassAsync(Theatre.Ingo, room))!.Forces));

        await Theatre.RemoveAsync(Theatre.North);
        Assert.Equal(Everybody, string.Join(", ", (await PassAsync(Theatre.Ingo, room))!.Forces));
        await Theatre.RemoveAsync(second);

        Assert.Equal("donor, military:southern-force, police", string.Join(", ", (await PassAsync(Theatre.Ingo, room))!.Forces));
        Assert.Equal("donor, military:southern-force, police", await ForcesAsync(Theatre.Ingo));
    }

    [Fact]
    public async Task Who_has_not_accepted_the_terms_is_told_apart_from_who_may_not_notify()
    {
        var room = await OpenAsync();

        await Theatre.WriteTermsAsync();

        var pass = (await PassAsync(Theatre.Ingo, room))!;
        Assert.Equal((true, false), (pass.MayNotify, pass.TermsAccepted));
    }

    [Fact]
    public async Task Nobody_writes_a_message_or_uploads_a_file_in_it_and_is_told_where_to_write()
    {
        var room = await OpenAsync();
        var before = await App.RowsAsync();

        foreach (var member in Theatre.Members)
        {
            var refused = (await Theatre.TryPostAsync(member, room)).Is(HttpStatusCode.Forbidden);
            refused.Refuses("CG-3005");
            Assert.Contains("Write in the plenary, or on the desk", refused.Text("detail"), StringComparison.Ordinal);
            (await Theatre.As(member).PostAsync($"channels/{room}/uploads", new { name = "bridge.jpg", mediaType = "image/jpeg", size = 10 }))
                .Is(HttpStatusCode.Forbidden).Refuses("CG-3005");
        }

        Assert.Equal(before, await App.RowsAsync());
    }

    [Fact]
    public async Task For_who_is_not_in_the_group_it_does_not_exist()
    {
        var room = await OpenAsync();

        Assert.Null(await PassAsync(Theatre.Outsider, room));
        Assert.Equal(await Theatre.TryPostAsync(Theatre.Outsider, Ids.New()), await Theatre.TryPostAsync(Theatre.Outsider, room));
    }

    [Fact]
    public async Task On_a_desk_only_coordination_may_notify_and_reaches_its_force_alone()
    {
        var coordination = (await PassAsync(Theatre.Coordinator, Theatre.NorthDesk))!;

        Assert.Equal((true, "military:northern-force"), (coordination.MayNotify, string.Join(", ", coordination.Forces)));
        Assert.False((await PassAsync(Theatre.North, Theatre.NorthDesk))!.MayNotify);
        await Theatre.RemoveAsync(Theatre.North);
        Assert.Empty((await PassAsync(Theatre.Coordinator, Theatre.NorthDesk))!.Forces);
    }

    [Fact]
    public async Task In_a_plenary_a_caucus_and_a_notice_channel_nobody_may_notify()
    {
        foreach (var channel in new[] { Theatre.Plenary, Theatre.Humanitarian, Theatre.NgoRoom, Theatre.Notice })
        {
            foreach (var member in Theatre.Members)
            {
                var pass = await PassAsync(member, channel);
                Assert.True(pass is null or { MayNotify: false, Forces.Count: 0 }, $"{member.Name} in {pass?.Kind}");
            }
        }
    }

    private Task<string> OpenAsync() => Theatre.OpenChannelAsync("Movements and sites", "notification");

    private async Task<ChannelPass?> PassAsync(Person person, string channel) =>
        await App.Directory.FindAsync(person.Asks, channel, CancellationToken.None);

    private async Task<JsonNode> RoomAsync(Person person) =>
        (await Theatre.As(person).GetAsync("groups")).Is(HttpStatusCode.OK).Json["groups"]![0]!["channels"]!.AsArray()
            .Single(channel => (string?)channel!["kind"] == "notification")!;

    private async Task<string> ForcesAsync(Person person) =>
        string.Join(", ", (await RoomAsync(person))["forces"]!.AsArray().Select(force => (string?)force));
}
