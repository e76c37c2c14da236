using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Release.Tests.Exports;

/// <summary>KML, CAP and Cursor on Target, judged by schemas and rules that were written from the standards.</summary>
public sealed class XmlFormatsTests : IAsyncLifetime, IDisposable
{
    private static readonly XNamespace Cap = "urn:oasis:names:tc:emergency:cap:1.2";
    private static readonly XNamespace Kml = "http://www.opengis.net/kml/2.2";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private readonly ReleaseApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Every_kind_is_valid_KML_with_its_period_and_the_fixed_sentence()
    {
        foreach (var item in new[] { app.Movement(), app.Site(), app.Advisory(), app.Incident(), app.Constraint("Waits.\u0007 <b>&"), app.Message(Exercise.Amal, "Hello 🚚.", ["own-side"]) })
        {
            await app.TakeAsync(item);
        }

        var file = await app.ExportAsync(Exercise.Chidi, "kml");

        var document = XmlRules.Check(file.Text, "kml-2.2.xsd");
        var placemarks = document.Descendants(Kml + "Placemark").ToList();
        Assert.Equal(6, placemarks.Count);
        var movement = placemarks.Single(mark => mark.Element(Kml + "name")!.Value == "Movement notification HNM-TEST-0001");
        Assert.Equal("2026-03-05T06:00:00Z", movement.Descendants(Kml + "begin").Single().Value);
        Assert.Equal("39.5,35.12345 39.9,35.4", movement.Descendants(Kml + "coordinates").Single().Value);
        Assert.Contains("Notification only.", movement.Element(Kml + "description")!.Value, StringComparison.Ordinal);
        Assert.Contains("EXERCISE", document.Root!.Descendants(Kml + "description").First().Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KML_has_the_road_every_other_way_and_every_stop()
    {
        var movement = Drawn(app.Movement());
        await app.TakeAsync(movement);

        var parts = XmlRules.Check((await app.ExportAsync(Exercise.North, "kml", movement)).Text, "kml-2.2.xsd").Descendants(Kml + "MultiGeometry").Single().Elements();

        Assert.Equal(["LineString", "LineString", "Point", "Point"], parts.Select(part => part.Name.LocalName));
        Assert.Equal(
            ["39.5,35.12345 39.7,35.3 39.9,35.4", "39.5,35.12345 39.6,35.35 39.9,35.4", "39.5,35.12345", "39.9,35.4"], parts.Select(part => part.Element(Kml + "coordinates")!.Value));
    }

    [Fact]
    public async Task A_force_has_the_stops_as_if_nothing_were_drawn_and_the_road_and_every_other_way_beside_them()
    {
        var movement = Drawn(app.Movement());
        await app.TakeAsync(movement);

        var events = Events(await app.ExportAsync(Exercise.North, "cot", movement));

        Assert.All(events, Judge);
        var name = events[0].Attribute("uid")!.Value;
        Assert.Equal([name, name + "-road", name + "-way-1"], events.Select(one => one.Attribute("uid")!.Value));
        Assert.All(events, one => Assert.Equal(("b-m-r", events[0].Attribute("stale")!.Value), (one.Attribute("type")!.Value, one.Attribute("stale")!.Value)));
        Assert.All(events, one => Assert.Contains("Notification only.", one.Element("detail")!.Element("remarks")!.Value, StringComparison.Ordinal));
        Assert.Equal(["35.12345,39.5", "35.4,39.9"], Links(events[0]));
        Assert.Equal(["35.12345,39.5", "35.3,39.7", "35.4,39.9"], Links(events[1]));
        Assert.Equal(["35.12345,39.5", "35.35,39.6", "35.4,39.9"], Links(events[2]));
        var remarks = events[0].Element("detail")!.Element("remarks")!.Value;
        Assert.Contains("MGRS 2: 37S", remarks, StringComparison.Ordinal);
        Assert.DoesNotContain("MGRS 3", remarks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_road_that_is_no_longer_notified_leaves_the_map_of_a_force_and_the_stops_stay()
    {
        var movement = Drawn(app.Movement());
        await app.TakeAsync(movement);
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await app.TakeAsync(app.Movement("NOTIFIED", movement));

        var events = Events(await app.ExportAsync(Exercise.North, "cot", movement)).ToDictionary(one => one.Attribute("uid")!.Value.PadRight(33)[32..].Trim());

        Assert.All(events.Values, Judge);
        Assert.True(IsFresh(events[""]));
        Assert.False(IsFresh(events["-road"]) || IsFresh(events["-way-1"]));
        Assert.Equal(["35.12345,39.5", "35.4,39.9"], Links(events["-road"]));
    }

    [Fact]
    public async Task A_position_near_the_equator_has_no_exponent()
    {
        var site = app.Site(lat: 0.00001, lon: -0.00002);
        await app.TakeAsync(site);

        Assert.Equal("-0.00002,0.00001", XmlRules.Check((await app.ExportAsync(Exercise.North, "kml", site)).Text, "kml-2.2.xsd").Descendants(Kml + "coordinates").Single().Value);
        Assert.Contains("lat=\"0.00001\" lon=\"-0.00002\"", (await app.ExportAsync(Exercise.North, "cot", site)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_advisory_is_a_valid_alert_in_the_words_of_CAP()
    {
        var advisory = app.Advisory();
        await app.TakeAsync(advisory);

        var alert = Alert(await app.ExportAsync(Exercise.Chidi, "cap", advisory));

        Assert.Equal(
            ["Exercise", "Alert", "Restricted", "Transport", "Avoid", "Immediate", "Severe", "Observed", "35.2,39.6 1.5", "2026-03-03T06:00:00-00:00"],
            new[] { "status", "msgType", "scope", "category", "responseType", "urgency", "severity", "certainty", "circle", "expires" }.Select(name => Value(alert, name)));
        Assert.Contains("moderate", Value(alert, "restriction"), StringComparison.Ordinal);
        Assert.Equal("P-code", alert.Descendants(Cap + "geocode").Single().Element(Cap + "valueName")!.Value);
        Assert.DoesNotContain("Third battalion", alert.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Nightjar", alert.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_version_updates_the_alert_before_it_and_an_ended_one_cancels_it()
    {
        var first = app.Advisory();
        await app.TakeAsync(first);
        var before = Alert(await app.ExportAsync(Exercise.Chidi, "cap", first));

        app.Clock.Advance(TimeSpan.FromMinutes(5));
        var second = app.Advisory(new JsonObject { ["summary"] = "الجسر مغلق." }, first);
        await app.TakeAsync(second);
        var update = Alert(await app.ExportAsync(Exercise.Chidi, "cap", first));
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await app.TakeAsync(app.Advisory(new JsonObject { ["state"] = "ENDED" }, second));
        var cancel = Alert(await app.ExportAsync(Exercise.Chidi, "cap", first));

        Assert.Equal(("Update", "ar"), (Value(update, "msgType"), Value(update, "language")));
        Assert.Equal(NameOf(before), Value(update, "references"));
        Assert.Equal(("Cancel", "Past", "AllClear"), (Value(cancel, "msgType"), Value(cancel, "urgency"), Value(cancel, "responseType")));
        Assert.Equal($"{NameOf(update)} {NameOf(before)}", Value(cancel, "references"));
    }

    [Fact]
    public async Task A_report_that_was_closed_or_an_advisory_whose_time_ran_out_does_not_say_that_all_is_clear()
    {
        var report = app.Incident();
        (report.Content["adviceToOthers"], report.Content["hazardOngoing"]) = ("AVOID_AREA", true);
        await app.TakeAsync(report);
        await app.TakeAsync(report with { Version = 2, Status = ItemStatus.Closed });
        var advisory = app.Advisory() with { Expires = app.Clock.GetUtcNow().AddHours(1) };
        await app.TakeAsync(advisory);
        app.Clock.Leap(TimeSpan.FromHours(2));

        var closed = Alert(await app.ExportAsync(Exercise.Chidi, "cap", report));
        var expired = Alert(await app.ExportAsync(Exercise.North, "cap", advisory));

        Assert.Equal(("Avoid", "Immediate"), (Value(closed, "responseType"), Value(closed, "urgency")));
        Assert.NotEqual("Cancel", Value(closed, "msgType"));
        Assert.DoesNotContain("AllClear", expired.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_a_feed_with_a_valid_alert_in_each_entry()
    {
        await app.TakeAsync(app.Advisory());
        await app.TakeAsync(app.Incident());
        await app.TakeAsync(app.Movement());

        var feed = XmlRules.Parse((await app.ExportAsync(Exercise.Chidi, "cap")).Text).Root!;

        Assert.Equal(Atom + "feed", feed.Name);
        Assert.All(new[] { "id", "title", "updated", "author" }, name => Assert.Single(feed.Elements(Atom + name)));
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal(2, entries.Count);
        foreach (var entry in entries)
        {
            Assert.All(new[] { "id", "title", "updated" }, name => Assert.Single(entry.Elements(Atom + name)));
            Assert.Equal("application/cap+xml", entry.Element(Atom + "content")!.Attribute("type")!.Value);
            XmlRules.Check(Assert.Single(entry.Element(Atom + "content")!.Elements()).ToString(), "cap-1.2.xsd");
        }
    }

    [Fact]
    public async Task A_force_gets_a_feed_of_neutral_objects_with_an_end_and_never_a_track_or_a_target()
    {
        var movement = app.Movement();
        await app.TakeAsync(movement);
        await app.TakeAsync(app.Site());
        await app.TakeAsync(app.Advisory());

        var file = await app.ExportAsync(Exercise.North, "cot");

        var events = XmlRules.Parse(file.Text).Root!.Elements("event").ToList();
        Assert.Equal(["a-n-G-I-X-H", "b-m-p-w", "b-m-r"], events.Select(one => one.Attribute("type")!.Value).Order(StringComparer.Ordinal));
        Assert.All(events, Judge);
        Assert.All(events.Where(one => one.Attribute("type")!.Value != "b-m-p-w"), one => Assert.Contains("Notification only.", one.Element("detail")!.Element("remarks")!.Value, StringComparison.Ordinal));
        Assert.DoesNotContain(movement.Item, file.Text, StringComparison.Ordinal);
        Assert.Equal(file.Text, (await app.ExportAsync(Exercise.North, "cot")).Text);
    }

    [Fact]
    public async Task What_is_read_by_radio_stands_in_the_remarks_beside_degrees_that_stay_as_they_were_and_never_for_a_cell()
    {
        var movement = app.Movement();
        await app.TakeAsync(movement);
        await app.TakeAsync(app.Site(lat: 36.123456, lon: 37.234567));

        var events = XmlRules.Parse((await app.ExportAsync(Exercise.North, "cot")).Text).Root!.Elements("event").ToList();

        var site = events.Single(one => one.Attribute("type")!.Value == "a-n-G-I-X-H");
        Assert.Contains("MGRS: 37S CV 41126 99084", site.Element("detail")!.Element("remarks")!.Value, StringComparison.Ordinal);
        Assert.Equal(("36.123456", "37.234567"), (site.Element("point")!.Attribute("lat")!.Value, site.Element("point")!.Attribute("lon")!.Value));
        var route = events.Single(one => one.Attribute("type")!.Value == "b-m-r").Element("detail")!;
        Assert.Contains("MGRS 1: 37S", route.Element("remarks")!.Value, StringComparison.Ordinal);
        Assert.Contains("MGRS 2: 37S", route.Element("remarks")!.Value, StringComparison.Ordinal);
        Assert.Equal(["35.12345,39.5", "35.4,39.9"], route.Elements("link").Select(link => link.Attribute("point")!.Value));
    }

    [Fact]
    public async Task A_movement_that_is_over_leaves_the_map_of_a_force_at_once()
    {
        var now = app.Clock.GetUtcNow();
        var movement = Soon(app.Movement());
        await app.TakeAsync(movement);
        app.Clock.Leap(TimeSpan.FromHours(1));
        await app.TakeAsync(Soon(app.Movement("CANCELLED", movement)));

        Assert.All(Events(await app.ExportAsync(Exercise.North, "cot", movement)), one =>
        {
            Assert.Equal(one.Attribute("time")!.Value, one.Attribute("stale")!.Value);
            Judge(one);
        });

        ItemVersioned Soon(ItemVersioned movement)
        {
            (movement.Content["windowStart"], movement.Content["windowEnd"]) = (Text(now.AddMinutes(30)), Text(now.AddHours(12)));
            return movement;
        }

        static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("UNDERWAY")]
    [InlineData("NOTIFIED")]
    public async Task A_movement_that_is_not_over_stays_on_the_map_of_a_force_after_its_window(string state)
    {
        var movement = app.Movement(state);
        await app.TakeAsync(movement);
        app.Clock.Leap(TimeSpan.FromDays(30));

        Assert.True(IsOnTheMap(await app.ExportAsync(Exercise.North, "cot", movement)));
    }

    [Fact]
    public async Task A_movement_that_expired_is_not_on_the_map_of_a_force()
    {
        var movement = app.Movement("EXPIRED");
        await app.TakeAsync(movement);

        Assert.False(IsOnTheMap(await app.ExportAsync(Exercise.North, "cot", movement)));
    }

    [Fact]
    public async Task A_site_that_nobody_took_off_stays_on_the_map_of_a_force_after_its_validity_and_an_advisory_does_not()
    {
        var (site, advisory) = (app.Site(), app.Advisory());
        await app.TakeAsync(site);
        await app.TakeAsync(advisory);
        app.Clock.Leap(TimeSpan.FromDays(200));

        Assert.True(IsOnTheMap(await app.ExportAsync(Exercise.North, "cot", site)));
        Assert.False(IsOnTheMap(await app.ExportAsync(Exercise.North, "cot", advisory)));
    }

    private static bool IsOnTheMap(Answer answer)
    {
        var one = XmlRules.Parse(answer.Text).Root!.Elements("event").Single();
        Judge(one);
        return IsFresh(one);
    }

    private static bool IsFresh(XElement one) => string.CompareOrdinal(one.Attribute("stale")!.Value, one.Attribute("time")!.Value) > 0;

    private static List<XElement> Events(Answer answer) => [.. XmlRules.Parse(answer.Text).Root!.Elements("event")];

    private static IEnumerable<string> Links(XElement one) => one.Element("detail")!.Elements("link").Select(link => link.Attribute("point")!.Value);

    private static ItemVersioned Drawn(ItemVersioned movement)
    {
        movement.Content["routeGeometry"] = Features.GivenMovement.Line(39.7, 35.3);
        movement.Content["alternateRoutes"] = new JsonArray(Features.GivenMovement.Line(39.6, 35.35));
        return movement;
    }

    // The base schema of CoT 2.0, and what a humanitarian object may be.
    private static void Judge(XElement one)
    {
        Assert.Equal("2.0", one.Attribute("version")!.Value);
        Assert.Matches("^[0-9a-f]{32}(-road|-way-[1-3])?$", one.Attribute("uid")!.Value);
        Assert.Matches("^(a-n-G[-A-Za-z]*|b-m-r|b-m-p-w|u-d-f)$", one.Attribute("type")!.Value);
        Assert.Matches("^[hm](-[a-z])*$", one.Attribute("how")!.Value);
        var times = new[] { "start", "stale", "time" }.Select(name => DateTimeOffset.ParseExact(
            one.Attribute(name)!.Value, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)).ToList();
        Assert.True(times[0] <= times[1]);
        var point = one.Element("point")!;
        Assert.InRange((double)point.Attribute("lat")!, -90, 90);
        Assert.InRange((double)point.Attribute("lon")!, -180, 180);
        Assert.All(new[] { "hae", "ce", "le" }, name => Assert.True((double)point.Attribute(name)! >= 0));
        Assert.Single(one.Elements("detail"));
        Assert.Empty(one.Descendants("track"));
    }

    private static XElement Alert(Answer answer)
    {
        Assert.Equal(200, answer.Status);
        return XmlRules.Check(answer.Text, "cap-1.2.xsd").Root!;
    }

    private static string Value(XElement alert, string name) => alert.Descendants(Cap + name).Single().Value;

    private static string NameOf(XElement alert) => $"{Value(alert, "sender")},{Value(alert, "identifier")},{Value(alert, "sent")}";
}
