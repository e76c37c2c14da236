using System.Text.Json.Nodes;

namespace ContactGroup.Release.Tests.Exports.Outside;

/// <summary>Alerts as libxml2 and cap-ts understand them.</summary>
[Trait("read", "outside")]
public sealed class CapOutsideTests : IAsyncLifetime, IDisposable
{
    private readonly ReleaseApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task An_advisory_is_an_alert_of_an_exercise_for_those_it_was_released_to_with_every_word()
    {
        await app.TakeAsync(app.Advisory(new JsonObject { ["summary"] = Hard.Text, ["organisation"] = new JsonObject { ["name"] = "Northern force" } }));

        var alert = Assert.Single((await app.ReadOutsideAsync(Exercise.Chidi, "cap")).AsArray())!;
        var info = Info(alert);

        Assert.Equal(("Exercise", "Alert", "Restricted"), (Text(alert, "status"), Text(alert, "msgType"), Text(alert, "scope")));
        Assert.Equal(("contactgroup", "2026-03-01T08:00:00-00:00", "ADV-TEST-0001"), (Text(alert, "sender"), Text(alert, "sent"), Text(alert, "incidents")));
        Assert.Contains("EXERCISE EXERCISE EXERCISE", Text(alert, "note"), StringComparison.Ordinal);
        Assert.Equal(("Advisory ADV-TEST-0001", "Closure or restricted area", "ar"), (Text(info, "headline"), Text(info, "event"), Text(info, "language")));
        Assert.Equal(Hard.Text, Text(info, "description"));
        Assert.Equal(("Immediate", "Severe", "Observed"), (Text(info, "urgency"), Text(info, "severity"), Text(info, "certainty")));
        Assert.Equal(("""["Transport"]""", """["Avoid"]"""), (info["category_list"]!.ToJsonString(), info["responseType_list"]!.ToJsonString()));
        Assert.Equal(("2026-03-02T06:00:00-00:00", "2026-03-03T06:00:00-00:00"), (Text(info, "onset"), Text(info, "expires")));
        Assert.Equal(("Northern force", "Desk, +999 11 555 0177"), (Text(info, "senderName"), Text(info, "contact")));
        Assert.Equal(("moderate", "exercise"), (Text(info["parameters"]!, "sensitivity"), Text(info["parameters"]!, "caveats")));
    }

    [Fact]
    public async Task Where_it_counts_is_a_circle_of_kilometres_or_a_closed_outline_latitude_first()
    {
        var (round, outlined) = (app.Advisory(), app.Area());
        await app.TakeAsync(round);
        await app.TakeAsync(outlined);

        var circle = Area(Assert.Single((await OutsideParser.ReadAsync("cap", await app.ExportAsync(Exercise.Chidi, "cap", round))).AsArray())!);
        var polygon = Area(Assert.Single((await OutsideParser.ReadAsync("cap", await app.ExportAsync(Exercise.Chidi, "cap", outlined))).AsArray())!);

        Assert.Equal("""["35.2,39.6 1.5"]""", circle["circle_list"]!.ToJsonString());
        Assert.Equal("""["35,39.2 35.1,39.2 35.1,39 35,39 35,39.2"]""", polygon["polygon_list"]!.ToJsonString());
        Assert.Equal(("Meridian North, XXA", "XXA01"), (Text(polygon, "areaDesc"), Text(polygon["geocodes"]!, "P-code")));
    }

    [Fact]
    public async Task A_feed_has_each_alert_once_and_nothing_that_alerts_nobody()
    {
        var items = await app.TakeHardOnesAsync();

        var alerts = (await app.ReadOutsideAsync(Exercise.Chidi, "cap")).AsArray();

        Assert.Equal(
            items.Where(item => item.Kind is "advisory" or "incident").Select(item => item.Reference).Order(StringComparer.Ordinal),
            alerts.Select(alert => Text(alert!, "incidents")).Order(StringComparer.Ordinal));
        Assert.Equal(alerts.Count, alerts.Select(alert => Text(alert!, "identifier")).Distinct(StringComparer.Ordinal).Count());
        Assert.All(alerts, alert => Assert.Equal((Hard.Text, "Exercise"), (Text(Info(alert!), "description"), Text(alert!, "status"))));
    }

    [Fact]
    public async Task What_is_not_an_exercise_is_actual()
    {
        await app.TakeAsync(app.Incident() with { Exercise = false });

        var alert = Assert.Single((await app.ReadOutsideAsync(Exercise.Chidi, "cap")).AsArray())!;

        Assert.Equal(("Actual", null), (Text(alert, "status"), Text(alert, "note")));
    }

    [Fact]
    public async Task A_later_version_names_the_alerts_that_it_updates_and_cancels()
    {
        var first = app.Advisory();
        await app.TakeAsync(first);
        var before = Assert.Single((await app.ReadOutsideAsync(Exercise.Chidi, "cap")).AsArray())!;
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        var second = app.Advisory(new JsonObject { ["severity"] = "MINOR" }, first);
        await app.TakeAsync(second);
        var update = Assert.Single((await app.ReadOutsideAsync(Exercise.Chidi, "cap")).AsArray())!;
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await app.TakeAsync(app.Advisory(new JsonObject { ["state"] = "ENDED" }, second));
        var cancel = Assert.Single((await app.ReadOutsideAsync(Exercise.Chidi, "cap")).AsArray())!;

        Assert.Equal(("Update", NameOf(before), "Minor"), (Text(update, "msgType"), Text(update, "references"), Text(Info(update), "severity")));
        Assert.Equal(("Cancel", $"{NameOf(update)} {NameOf(before)}", "Past"), (Text(cancel, "msgType"), Text(cancel, "references"), Text(Info(cancel), "urgency")));
    }

    private static JsonNode Info(JsonNode alert) => Assert.Single(alert["info_list"]!.AsArray())!;

    private static JsonNode Area(JsonNode alert) => Assert.Single(Info(alert)["area_list"]!.AsArray())!;

    private static string NameOf(JsonNode alert) => $"{Text(alert, "sender")},{Text(alert, "identifier")},{Text(alert, "sent")}";

    private static string? Text(JsonNode node, string name) => (string?)node[name];
}
