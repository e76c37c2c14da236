using System.Text.Json;
using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Release.Tests.Features;

/// <summary>What was shown to an author is what may happen; what goes further is confirmed first, or looked at.</summary>
public sealed class AudienceDriftTests : IAsyncLifetime, IDisposable
{
    private static readonly Participant Redcross = Exercise.Of("Rana", "Red Crescent", Constituency.Rcrc);

    private readonly ReleaseApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_force_learns_nothing_of_who_joined_or_left()
    {
        var shown = await FingerprintAsync(Exercise.North);

        await app.JoinAsync(Redcross);
        await app.JoinAsync(Exercise.Chidi, member: false);

        Assert.Null((await CheckAsync(Exercise.North, shown)).Wider);
    }

    [Fact]
    public async Task A_force_learns_nothing_of_another_force()
    {
        var garbage = await CheckAsync(Exercise.North, "garbage");

        Assert.DoesNotContain("southern", JsonSerializer.Serialize(garbage.Wider!.Views), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_constituency_in_the_room_has_to_be_confirmed_by_its_own_side()
    {
        var shown = await FingerprintAsync(Exercise.Amal);
        Assert.Null((await CheckAsync(Exercise.Amal, shown)).Wider);

        await app.JoinAsync(Redcross);
        var wider = (await CheckAsync(Exercise.Amal, shown)).Wider;

        Assert.NotNull(wider);
        Assert.Null((await CheckAsync(Exercise.Amal, wider.Fingerprint)).Wider);
    }

    [Fact]
    public async Task A_looser_posture_has_to_be_confirmed_and_a_stricter_one_does_not()
    {
        var shown = await FingerprintAsync(Exercise.Amal);

        await app.OpenChannelAsync(app.Plenary, ChannelKind.Plenary, Posture.Cooperation);
        var looser = await CheckAsync(Exercise.Amal, shown);
        var confirmed = looser.Wider!.Fingerprint;
        await app.OpenChannelAsync(app.Plenary, ChannelKind.Plenary, Posture.Distance);
        var stricter = await CheckAsync(Exercise.Amal, confirmed);

        Assert.Contains(looser.Wider.Views, view => (string?)view["outcome"] == "shown" && ((string?)view["audience"])!.Contains("military", StringComparison.Ordinal));
        Assert.All(looser.Wider.Views, view => Assert.Null(view["view"]));
        Assert.Null(stricter.Wider);
    }

    [Fact]
    public async Task A_wider_release_set_than_was_shown_has_to_be_confirmed()
    {
        var shown = await FingerprintAsync(Exercise.Amal, "own-side");

        Assert.NotNull((await CheckAsync(Exercise.Amal, shown)).Wider);
    }

    [Theory]
    [InlineData("")]
    [InlineData("garbage")]
    public async Task A_fingerprint_that_cannot_be_used_is_answered_like_a_wider_audience(string fingerprint) =>
        Assert.NotNull((await CheckAsync(Exercise.Amal, fingerprint)).Wider);

    [Fact]
    public async Task The_fingerprint_of_somebody_else_cannot_be_used() =>
        Assert.NotNull((await CheckAsync(Exercise.Basma, await FingerprintAsync(Exercise.Amal))).Wider);

    [Fact]
    public async Task What_widens_between_check_and_arrival_waits_for_a_coordinator()
    {
        var shown = await FingerprintAsync(Exercise.Amal);
        var message = app.Message(Exercise.Amal, "The road is open.", ["all"]) with { AudienceShown = shown };

        await app.OpenChannelAsync(app.Plenary, ChannelKind.Plenary, Posture.Cooperation);
        await app.TakeAsync(message);
        await app.OpenChannelAsync(app.Plenary, ChannelKind.Plenary, Posture.Cooperation); // looked at once more by the rules of now
        await app.LoosenAsync();

        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{message.Item}")).Status);
        await app.ReleaseAllAsync();
        Assert.Equal(200, (await app.GetAsync(Exercise.North, $"items/{message.Item}")).Status);
    }

    [Fact]
    public async Task What_reaches_no_further_than_was_shown_goes_at_once()
    {
        await app.OpenChannelAsync(app.Plenary, ChannelKind.Plenary, Posture.Cooperation);
        var message = app.Message(Exercise.Amal, "The road is open.", ["all"]) with { AudienceShown = await FingerprintAsync(Exercise.Amal) };

        await app.TakeAsync(message);

        Assert.Equal(200, (await app.GetAsync(Exercise.North, $"items/{message.Item}")).Status);
    }

    private async Task<string> FingerprintAsync(Participant who, string releaseTo = "all")
    {
        var preview = await app.PostAsync(
            who, "preview", new { channel = app.Plenary, kind = "message", content = new { text = "The road is open." }, releaseTo = new[] { releaseTo } });
        return (string)preview.Body["fingerprint"]!;
    }

    private Task<Contracts.Release.DraftVerdict> CheckAsync(Participant who, string fingerprint) =>
        app.CheckAsync(who, app.Message(who, "The road is open.", ["all"]), fingerprint);
}
