using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Movements.Tests.Features;

/// <summary>Who plans a movement reads how early its notification is asked for; what a force asks for is nothing for another force, nor for who is not in its room.</summary>
public sealed class ReadLeadTimesTests : IAsyncLifetime, IDisposable
{
    private const string North = "military:northern-force";
    private const string South = "military:southern-force";

    private readonly MovementsApp app = new()
    {
        Settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["EmergencyLeadHours"] = "20",
            ["LeadTimes:0:Audience"] = North,
            ["LeadTimes:0:LeadHours"] = "96",
            ["LeadTimes:1:Audience"] = South,
            ["LeadTimes:1:AirAndSeaLeadHours"] = "120",
        },
    };

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Who_may_notify_reads_the_hours_of_the_deployment_and_of_each_force_of_the_room_that_has_its_own()
    {
        var answer = await app.GetAsync(People.Ngo, Address(app.Room()));

        Assert.Equal(
            """{"deployment":{"standard":48,"airAndSea":72,"emergency":20},"parties":[{"audience":"military:northern-force","hours":{"standard":96,"airAndSea":72,"emergency":20}},{"audience":"military:southern-force","hours":{"standard":48,"airAndSea":120,"emergency":20}}]}""",
            answer.Text);
    }

    [Fact]
    public async Task A_force_that_is_not_in_the_room_is_not_there()
    {
        var answer = await app.GetAsync(People.Ngo, Address(app.Room(pass => pass with { Forces = [South] })));

        Assert.Equal(200, answer.Status);
        Assert.DoesNotContain(North, answer.Text, StringComparison.Ordinal);
        Assert.Contains(South, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_force_reads_none_of_it() => await RefusedAsync(People.Force, app.Room(), 403);

    [Fact]
    public async Task Where_nothing_is_notified_there_is_nothing_to_read() => await RefusedAsync(People.Ngo, app.Room(pass => pass with { MayNotify = false }), 403);

    [Theory]
    [InlineData("0123456789abcdefghjkmnpqrs")]
    [InlineData("nothing")]
    public async Task A_room_that_is_not_there_for_the_reader_is_not_found(string channel) => await RefusedAsync(People.Ngo, channel, 404);

    private static string Address(string room) => $"channels/{room}/lead-times";

    private async Task RefusedAsync(Participant who, string room, int status)
    {
        var answer = await app.GetAsync(who, Address(room));

        Assert.Equal(status, answer.Status);
        Assert.DoesNotContain("96", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(South, answer.Text, StringComparison.Ordinal);
    }
}
