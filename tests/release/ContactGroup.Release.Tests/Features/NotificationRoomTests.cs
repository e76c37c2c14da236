using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Release.Tests.Features;

/// <summary>A room for notifications: open to every side in every posture, and without messages and reports.</summary>
public sealed class NotificationRoomTests : IAsyncLifetime, IDisposable
{
    private static readonly string[] ToAll = ["all"];

    private readonly ReleaseApp app = new();
    private readonly string room = Ids.New();

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        await app.OpenChannelAsync(room, ChannelKind.Notification, Posture.Cooperation, "all");
    }

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData(Posture.Cooperation)]
    [InlineData(Posture.Coexistence)]
    [InlineData(Posture.Distance)]
    public async Task Every_side_reads_it_in_every_posture(Posture posture)
    {
        await ChangeAsync(posture);

        foreach (var member in Exercise.Members)
        {
            Assert.Equal("audience organisation", await ScopesAsync(member, room));
        }
    }

    [Fact]
    public async Task A_change_to_distance_leaves_it_open_while_the_plenary_closes()
    {
        await ChangeAsync(Posture.Distance);

        Assert.Equal(string.Empty, await ScopesAsync(Exercise.North, app.Plenary));
        Assert.Equal("audience organisation", await ScopesAsync(Exercise.North, room));
        var stream = await app.StreamAsync(Exercise.North, channel: room);
        Assert.Equal(200, (await app.GetAsync(Exercise.North, $"streams/{stream["stream"]}/entries?after={stream["start"]}")).Status);
    }

    [Fact]
    public async Task A_force_that_joins_in_distance_reads_it()
    {
        var late = Exercise.Of("Liaison East", "Eastern force", Constituency.Military, "eastern-force");
        await ChangeAsync(Posture.Distance);

        await app.JoinAsync(late);

        Assert.Equal("audience organisation", await ScopesAsync(late, room));
    }

    [Fact]
    public async Task A_message_that_comes_there_all_the_same_reaches_nobody()
    {
        var message = app.Message(Exercise.Amal, "The bridge is open.", ToAll) with { Channel = room };

        await app.TakeAsync(message);

        await AssertNobodyHoldsAsync(message.Item);
    }

    [Fact]
    public async Task A_report_that_comes_there_all_the_same_reaches_nobody()
    {
        var incident = app.Incident() with { Channel = room };

        await app.TakeAsync(incident);

        await AssertNobodyHoldsAsync(incident.Item);
    }

    [Theory]
    [InlineData("message")]
    [InlineData("incident")]
    public async Task The_preview_of_what_it_does_not_take_is_refused_as_the_sending_is(string kind)
    {
        var refused = await app.PostAsync(Exercise.Amal, "preview", new { channel = room, kind, content = new { text = "The bridge is open." }, releaseTo = ToAll });

        Assert.Equal((403, "CG-3005"), (refused.Status, refused.Code));
    }

    private async Task AssertNobodyHoldsAsync(string item)
    {
        foreach (var member in Exercise.Members.Where(member => member.OrganisationId != Exercise.Amal.OrganisationId))
        {
            Assert.Equal(404, (await app.GetAsync(member, $"items/{item}")).Status);
        }

        Assert.Empty(await app.ReviewsAsync());
    }

    private async Task<string> ScopesAsync(Participant who, string channel) => string.Join(
        ' ',
        (await app.GetAsync(who, "streams")).Body["streams"]!.AsArray()
            .Where(stream => (string?)stream!["channel"] == channel)
            .Select(stream => (string?)stream!["scope"])
            .Where(scope => scope is not "review")
            .Order(StringComparer.Ordinal));

    private async Task ChangeAsync(Posture posture)
    {
        await app.NarrowAsync(app.NextState(app.Plenary, ChannelKind.Plenary, posture));
        await app.NarrowAsync(app.NextState(room, ChannelKind.Notification, posture, "all"));
        await app.LoosenAsync();
    }
}
