using System.Text.Json.Nodes;
using ContactGroup.Release.Exports;

namespace ContactGroup.Release.Tests.Exports.Outside;

/// <summary>A calendar as ical.js understands it.</summary>
[Trait("read", "outside")]
public sealed class CalendarOutsideTests : IAsyncLifetime, IDisposable
{
    private static readonly Dictionary<string, (string Title, string From, string To)> Kinds = new(StringComparer.Ordinal)
    {
        ["movement"] = ("Movement notification", "windowStart", "windowEnd"),
        ["site"] = ("Site notification", "validFrom", "validUntil"),
        ["advisory"] = ("Advisory", "validFrom", "validUntil"),
        ["access-constraint"] = ("Access-constraint notice", "startedAt", "endedAt"),
    };

    private readonly ReleaseApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Every_window_and_validity_is_an_event_with_its_name_and_its_times_in_UTC()
    {
        var items = (await app.TakeHardOnesAsync()).Where(item => Kinds.ContainsKey(item.Kind)).ToList();

        var events = (await app.ReadOutsideAsync(Exercise.Amal, "ics")).AsArray();

        Assert.Equal(items.Count, events.Count);
        foreach (var item in items)
        {
            var (title, from, to) = Kinds[item.Kind];
            var read = events.Single(one => Text(one, "uid") == item.Item + "@contactgroup");
            Assert.Equal($"EXERCISE: {title} {item.Reference}", Text(read, "summary"));
            Assert.Equal((string?)item.Content[from], Text(read, "start"));
            Assert.Equal((string?)(item.Content[to] ?? item.Content[from]), Text(read, "end"));
            Assert.Equal(("UTC", "CONFIRMED", "CONFIDENTIAL", "TRANSPARENT"), (Text(read, "zone"), Text(read, "status"), Text(read, "class"), Text(read, "transparency")));
            Assert.Equal(("2026-03-01T08:00:00Z", 0), (Text(read, "stamp"), (int)read!["sequence"]!));
            Assert.False((bool)read["isDay"]! || (bool)read["isRecurring"]!);
            Assert.DoesNotContain(read["properties"]!.AsArray(), name => (string?)name is "location" or "geo" or "attendee" or "organizer" or "method" or "valarm");
        }
    }

    [Fact]
    public async Task The_fixed_sentence_comes_through_folds_and_escapes_in_both_languages()
    {
        await app.TakeAsync(app.Movement());

        var read = Assert.Single((await app.ReadOutsideAsync(Exercise.North, "ics")).AsArray());

        string[] lines =
        [
            "Sensitivity high · EXERCISE EXERCISE EXERCISE", "State: Notified", "Stop 1: 2026-03-05T06:00:00Z to 2026-03-05T06:45:00Z",
            ExportWords.Notice.English, ExportWords.Notice.Arabic!,
        ];
        Assert.Equal(string.Join('\n', lines), Text(read, "description"));
    }

    [Fact]
    public async Task Who_sees_days_alone_has_whole_days_of_which_the_last_is_not_in_it()
    {
        var constraint = app.Constraint("Waits.") with { Sensitivity = Classification.Sensitivity.Low };
        constraint.Content["endedAt"] = "2026-03-02T08:00:00Z";
        await app.TakeAsync(constraint);
        await app.ReleaseAllAsync();

        var read = Assert.Single((await app.ReadOutsideAsync(Exercise.North, "ics")).AsArray());

        Assert.Equal(("2026-03-01", "2026-03-03", true), (Text(read, "start"), Text(read, "end"), (bool)read!["isDay"]!));
    }

    [Fact]
    public async Task A_later_version_is_the_same_event_with_the_next_number_and_one_that_is_called_off_says_so()
    {
        var movement = app.Movement();
        await app.TakeAsync(movement);
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await app.TakeAsync(app.Movement("CANCELLED", movement));

        var read = Assert.Single((await app.ReadOutsideAsync(Exercise.North, "ics")).AsArray());

        Assert.Equal((movement.Item + "@contactgroup", "CANCELLED", 1), (Text(read, "uid"), Text(read, "status"), (int)read!["sequence"]!));
        Assert.Equal(("2026-03-01T08:05:00Z", "2026-03-01T08:05:00Z"), (Text(read, "stamp"), Text(read, "modified")));
    }

    private static string? Text(JsonNode? read, string name) => (string?)read![name];
}
