using System.Text.Json.Nodes;

namespace ContactGroup.Movements.Tests.Features;

/// <summary>One movement from its notification to its end, with a force that answers and one that does not.</summary>
public sealed class MovementStoryTests : IAsyncLifetime, IDisposable
{
    private const string North = "military:northern-force";
    private const string South = "military:southern-force";

    private readonly MovementsApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task From_notified_to_completed_with_everything_that_happens_by_itself()
    {
        var item = await app.NotifiedAsync(People.Ngo, app.Room());
        app.Held.Give(People.Force.OrganisationId, item);
        await SayAsync(People.Force, item, "acknowledge", """{"version":1,"cell":"Joint operations cell"}""");

        await app.PassUntilAsync("2026-03-01T20:00:00Z");
        await app.PassUntilAsync("2026-03-04T06:00:00Z");
        Assert.Equal((1, true, false), await LinesAsync(item));

        await SayAsync(People.Ngo, item, "amend", """{"windowEnd":"2026-03-05T16:00:00Z"}""");
        Assert.Equal((0, false, false), await LinesAsync(item));
        app.Held.Give(People.Force.OrganisationId, item, version: 2);
        await SayAsync(People.Force, item, "acknowledge", """{"version":2,"cell":"Joint operations cell"}""");

        await app.PassUntilAsync("2026-03-05T06:00:00Z");
        Assert.Equal((1, true, false), await LinesAsync(item));
        await SayAsync(People.Ngo, item, "state", """{"state":"UNDERWAY"}""");
        Assert.Equal(("UNDERWAY", "2026-03-01T08:00:00Z", "2026-03-05T06:00:00Z"), await StageAsync(item));
        await app.PassUntilAsync("2026-03-05T16:30:00Z");
        Assert.Equal("2026-03-05T16:30:00Z", await OverdueAsync(item));
        await SayAsync(People.Ngo, item, "check-ins", """{"stop":1,"note":"A puncture; unloading now."}""");
        Assert.Null(await OverdueAsync(item));
        await SayAsync(People.Ngo, item, "state", """{"state":"COMPLETED"}""");
        await app.PassAsync(TimeSpan.FromDays(30));

        Assert.Equal(("COMPLETED", "2026-03-01T08:00:00Z", "2026-03-05T16:30:00Z"), await StageAsync(item));
        Assert.Equal(0, await app.DeadlinesAsync(item));
    }

    // Of the silent force: how often it was reminded and whether it was escalated; of the other one, whether anything of that stands in its line.
    private async Task<(int Reminders, bool Escalated, bool Other)> LinesAsync(string item)
    {
        var stored = await app.StoredAsync(item);
        var (silent, other) = (stored.Line(South), stored.Line(North));
        return ((int?)silent["reminders"] ?? 0, silent.ContainsKey("escalatedAt"), other.ContainsKey("reminders") || other.ContainsKey("escalatedAt"));
    }

    [Fact]
    public async Task Of_a_movement_that_expired_it_is_known_since_when()
    {
        var item = await app.NotifiedAsync(People.Ngo, app.Room());

        await app.PassUntilAsync("2026-03-06T02:00:00Z");

        Assert.Equal(("EXPIRED", "2026-03-01T08:00:00Z", "2026-03-06T02:00:00Z"), await StageAsync(item));
    }

    private async Task<(string? State, string? Notified, string? Since)> StageAsync(string item)
    {
        var content = (await app.StoredAsync(item)).Content;
        return ((string?)content["state"], (string?)content["notifiedAt"], (string?)content["stateAt"]);
    }

    private async Task<string?> OverdueAsync(string item) => (string?)(await app.StoredAsync(item)).Content["overdueSince"];

    private async Task SayAsync(Hosting.Authentication.Participant who, string item, string act, string body) =>
        Assert.Equal(202, (await app.PostAsync(who, $"items/{item}/{act}", JsonNode.Parse(body)!)).Status);
}
