using ContactGroup.Contracts.Release;

namespace ContactGroup.Movements.Tests.Features;

/// <summary>Release says who holds a notification; until it does, nobody is believed told, and whom it does not reach somebody has to call.</summary>
public sealed class NoteReachedTests : IAsyncLifetime, IDisposable
{
    private const string North = "military:northern-force";
    private const string South = "military:southern-force";

    private readonly MovementsApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Who_waited_for_a_coordinator_and_was_let_have_it_is_reminded_and_escalated_from_then_on()
    {
        var item = await WaitingAsync();
        await app.PassUntilAsync("2026-03-02T08:00:00Z");

        await app.ReachAsync(item, 1, hasArrived: false, North, South);

        Assert.Equal(["to", "state", "version", "at"], (await LineAsync(item)).Select(part => part.Key));
        Assert.Equal(("SENT", "2026-03-02T08:00:00Z"), ((string?)(await LineAsync(item))["state"], (string?)(await LineAsync(item))["at"]));
        await app.PassUntilAsync("2026-03-02T20:00:00Z");
        await app.PassUntilAsync("2026-03-04T06:00:00Z");
        Assert.Equal(("2026-03-02T20:00:00Z", 1), ((string?)(await LineAsync(item))["escalatedAt"], (int)(await LineAsync(item))["reminders"]!));
    }

    [Fact]
    public async Task Who_was_not_reached_is_escalated_and_not_reminded()
    {
        var item = await WaitingAsync();

        await app.PassUntilAsync("2026-03-01T20:00:00Z");
        await app.PassUntilAsync("2026-03-04T06:00:00Z");

        var line = await LineAsync(item);
        Assert.Equal(("QUEUED", "2026-03-01T20:00:00Z"), ((string?)line["state"], (string?)line["escalatedAt"]));
        Assert.False(line.ContainsKey("reminders"));
    }

    [Fact]
    public async Task Who_was_believed_told_and_does_not_hold_the_version_when_it_comes_waits()
    {
        var item = await app.NotifiedAsync(People.Ngo, app.Room());

        await app.ReachAsync(item, 1, hasArrived: true, South);

        Assert.Equal(("QUEUED", "SENT"), await StatesAsync(item));
    }

    [Fact]
    public async Task The_first_that_is_heard_of_an_edition_counts_whichever_version_it_speaks_of()
    {
        var item = await app.NotifiedAsync(People.Ngo, app.Room());
        await app.ReachAsync(item, 1, hasArrived: true, North, South);
        await app.PostAsync(People.Ngo, $"items/{item}/amend", """{"vehicles":[{"type":"AMBULANCE"}]}""");
        await app.PostAsync(People.Ngo, $"items/{item}/amend", """{"staff":3}""");

        await app.ReachAsync(item, 3, hasArrived: true, South);
        Assert.Equal(("QUEUED", "SENT"), await StatesAsync(item));
        await app.ReachAsync(item, 2, hasArrived: false, North, South);

        Assert.Equal(("SENT", "SENT"), await StatesAsync(item));
    }

    [Fact]
    public async Task What_a_force_asked_of_an_older_version_stays_when_it_is_let_have_the_present_one()
    {
        var item = await app.NotifiedAsync(People.Ngo, app.Room());
        app.Held.Give(People.Force.OrganisationId, item);
        await WaitAsync(() => app.PostAsync(People.Ngo, $"items/{item}/amend", """{"vehicles":[{"type":"AMBULANCE"}]}"""));
        await app.PostAsync(People.Force, $"items/{item}/acknowledge", """{"version":1,"cell":"Joint operations cell","query":"Which bridge?"}""");

        await app.ReachAsync(item, 2, hasArrived: false, North, South);

        var line = await LineAsync(item);
        Assert.Equal(("SENT", "Which bridge?"), ((string?)line["state"], (string?)line["earlier"]!["query"]));
    }

    [Fact]
    public async Task That_a_movement_is_over_is_escalated_where_it_did_not_reach_a_force_and_nowhere_else()
    {
        var item = await app.NotifiedAsync(People.Ngo, app.Room());
        await WaitAsync(() => app.PostAsync(People.Ngo, $"items/{item}/state", """{"state":"CANCELLED"}"""));

        await app.PassAsync(TimeSpan.FromDays(1));

        var stored = await app.StoredAsync(item);
        Assert.Equal((true, false), (stored.Line(North).ContainsKey("escalatedAt"), stored.Line(South).ContainsKey("escalatedAt")));
    }

    [Fact]
    public async Task Of_a_site_whom_it_did_not_reach_is_escalated_too_and_who_says_nothing_once()
    {
        var item = string.Empty;
        await WaitAsync(async () => item = await app.SiteAsync(People.Ngo, app.Room()));

        await app.PassUntilAsync("2026-03-01T20:00:00Z");
        Assert.Equal(("QUEUED", "2026-03-01T20:00:00Z"), ((string?)(await LineAsync(item))["state"], (string?)(await LineAsync(item))["escalatedAt"]));
        await app.ReachAsync(item, 1, hasArrived: false, North);
        await app.PassAsync(TimeSpan.FromDays(200));

        var stale = await app.StoredAsync(item);
        Assert.Equal(("STALE", false), ((string?)stale.Content["state"], stale.Line(North).ContainsKey("escalatedAt")));
    }

    [Fact]
    public async Task What_was_taken_back_from_a_force_later_does_not_undo_that_it_was_sent()
    {
        var item = await app.NotifiedAsync(People.Ngo, app.Room());
        await app.ReachAsync(item, 1, hasArrived: true, North, South);

        await app.ReachAsync(item, 1, hasArrived: false, South);

        Assert.Equal((1, ("SENT", "SENT")), ((await app.StoredAsync(item)).Version, await StatesAsync(item)));
    }

    [Fact]
    public async Task What_is_said_of_an_older_version_says_nothing_of_the_present_one()
    {
        var item = await app.NotifiedAsync(People.Ngo, app.Room());
        await WaitAsync(() => app.PostAsync(People.Ngo, $"items/{item}/amend", """{"vehicles":[{"type":"AMBULANCE"}]}"""));

        await app.ReachAsync(item, 1, hasArrived: false, North, South);
        Assert.Equal(("QUEUED", "SENT"), await StatesAsync(item));
        await app.ReachAsync(item, 2, hasArrived: false, North);

        Assert.Equal(("SENT", "SENT"), await StatesAsync(item));
    }

    [Fact]
    public async Task A_receipt_stays_whatever_release_says()
    {
        var item = await app.NotifiedAsync(People.Ngo, app.Room());
        app.Held.Give(People.Force.OrganisationId, item);
        await app.PostAsync(People.Force, $"items/{item}/acknowledge", """{"version":1,"cell":"Joint operations cell"}""");

        await app.ReachAsync(item, 1, hasArrived: true, South);
        await app.ReachAsync(item, 1, hasArrived: false, North, South);

        Assert.Equal(("ACKNOWLEDGED", 2), ((await StatesAsync(item)).North, (await app.StoredAsync(item)).Version));
    }

    [Fact]
    public async Task An_amendment_that_a_force_is_not_shown_starts_nothing_for_who_was_not_reached()
    {
        var item = await WaitingAsync();

        await app.PostAsync(People.Ngo, $"items/{item}/amend", """{"staff":3}""");

        Assert.Equal(("QUEUED", "SENT"), await StatesAsync(item));
    }

    [Fact]
    public async Task Nothing_is_noted_of_what_was_taken_back_or_is_not_there()
    {
        var item = await WaitingAsync();
        await app.PostAsync(People.Ngo, $"items/{item}/withdraw", """{"reason":"Another notified it."}""");
        var before = await app.StoredAsync();

        await app.ReachAsync(item, 1, hasArrived: false, North, South);
        await app.ReachAsync(Contracts.Ids.New(), 1, hasArrived: true, North);

        Assert.Equal(before, await app.StoredAsync());
    }

    // Northern force waits, southern force does not.
    private async Task<string> WaitingAsync()
    {
        var item = string.Empty;
        await WaitAsync(async () => item = await app.NotifiedAsync(People.Ngo, app.Room()));
        return item;
    }

    private async Task WaitAsync(Func<Task> act)
    {
        app.DraftGate.Verdict = new DraftVerdict([], Wider: null) { Waiting = [North] };
        try
        {
            await act();
        }
        finally
        {
            app.DraftGate.Verdict = new DraftVerdict([], Wider: null);
        }
    }

    private async Task<System.Text.Json.Nodes.JsonObject> LineAsync(string item) => (await app.StoredAsync(item)).Line(North);

    private async Task<(string? North, string? South)> StatesAsync(string item)
    {
        var stored = await app.StoredAsync(item);
        return ((string?)stored.Line(North)["state"], (string?)stored.Line(South)["state"]);
    }
}
