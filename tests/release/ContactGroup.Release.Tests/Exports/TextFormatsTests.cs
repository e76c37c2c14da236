using System.Text;
using System.Text.RegularExpressions;

namespace ContactGroup.Release.Tests.Exports;

/// <summary>HXL, iCalendar and the page to print, each judged by readers that share nothing with what wrote them.</summary>
public sealed partial class TextFormatsTests : IAsyncLifetime, IDisposable
{
    // Hashtags of the HXL standard 1.1.
    private static readonly string[] Hashtags =
        ["access", "activity", "adm1", "adm2", "affected", "country", "date", "description", "event", "geo", "group", "impact", "loc", "meta", "operations", "org", "sector", "severity", "status"];

    private readonly ReleaseApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData("movement")]
    [InlineData("site")]
    [InlineData("advisory")]
    [InlineData("incident")]
    [InlineData("access-constraint")]
    [InlineData("message")]
    public async Task Every_kind_is_a_table_with_hashtags_under_its_headers(string kind)
    {
        foreach (var item in new[] { app.Movement(), app.Site(), app.Advisory(), app.Incident(), app.Constraint("Waits."), app.Message(Exercise.Amal, "Hello.", ["own-side"]) })
        {
            await app.TakeAsync(item);
        }

        var rows = Table((await app.ExportAsync(Exercise.Chidi, "hxl", "kind=" + kind)).Text);

        Assert.Equal(3, rows.Count);
        Assert.All(rows, row => Assert.Equal(rows[0].Count, row.Count));
        Assert.All(rows[1], tag => Assert.Contains(Hashtag().Match(tag) is { Success: true } match ? match.Groups["tag"].Value : tag, Hashtags));
        Assert.Equal(rows[1].Count, rows[1].Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("yes", rows[2][rows[1].IndexOf("#meta+exercise")]);
    }

    [Fact]
    public async Task Notified_positions_and_names_of_places_are_in_no_table()
    {
        var (movement, site) = (app.Movement(), app.Site());
        await app.TakeAsync(movement);
        await app.TakeAsync(site);

        var files = (await app.ExportAsync(Exercise.North, "hxl", "kind=movement")).Text + (await app.ExportAsync(Exercise.North, "hxl", "kind=site")).Text
            + (await app.ExportAsync(Exercise.North, "hxl", site)).Text;

        Assert.Contains("HNS-TEST-0001", files, StringComparison.Ordinal);
        Assert.Contains("Notification only.", files, StringComparison.Ordinal);
        Assert.Contains("إخطار", files, StringComparison.Ordinal);
        Assert.All(
            new[] { "#geo", "35.12345", "39.5", "35.4", "35.2", "39.6", "Depot", "Salam", "0134", "AB 1234" },
            hidden => Assert.DoesNotContain(hidden, files, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")")]
    [InlineData("+1+1", "'+1+1")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("  =1+1", "'  =1+1")]
    [InlineData("Closed;=1+1", "Closed;'=1+1")]
    [InlineData("First\n=1+1", "First\n'=1+1")]
    [InlineData("First\n\n=1+1", "First\n\n'=1+1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("A \"quoted\", word", "A \"quoted\", word")]
    public async Task Nothing_that_somebody_wrote_is_a_formula_and_a_minus_of_ours_stays(string written, string shown)
    {
        var constraint = app.Constraint(written);
        await app.TakeAsync(constraint);

        var rows = Table((await app.ExportAsync(Exercise.Chidi, "hxl", constraint)).Text);

        Assert.Equal(shown, rows[2][rows[1].IndexOf("#description+summary")]);
        Assert.Equal("-12.5", rows[2][rows[1].IndexOf("#geo+lat")]);
    }

    [Fact]
    public async Task A_calendar_keeps_the_rules_of_RFC_5545_and_tells_neither_where_nor_who()
    {
        foreach (var item in new[] { app.Movement(), app.Site(), app.Advisory(), app.Constraint("Waits; at, the \\ gate.") })
        {
            await app.TakeAsync(item);
        }

        var file = await app.ExportAsync(Exercise.Amal, "ics");

        var events = CalendarRules.Check(file.Text);
        Assert.Equal(4, events.Count);
        var movement = events.Single(one => one["SUMMARY"] == "EXERCISE: Movement notification HNM-TEST-0001");
        Assert.Equal(("20260305T060000Z", "20260305T140000Z"), (movement["DTSTART"], movement["DTEND"]));
        Assert.Contains("Notification only.", movement["DESCRIPTION"], StringComparison.Ordinal);
        Assert.Contains("Stop 1: 2026-03-05T06:00:00Z to 2026-03-05T06:45:00Z", movement["DESCRIPTION"], StringComparison.Ordinal);
        Assert.All(events, one => Assert.Equal("CONFIDENTIAL", one["CLASS"]));
        var unfolded = file.Text.Replace("\r\n ", string.Empty, StringComparison.Ordinal);
        Assert.All(
            new[] { "Depot", "35.", "Relief", "Amal", "Convoy", "Salam", "gate", "LOCATION", "GEO", "ATTENDEE", "ORGANIZER" },
            hidden => Assert.DoesNotContain(hidden, unfolded, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_sees_the_day_alone_gets_whole_days_and_what_is_called_off_is_cancelled()
    {
        var constraint = app.Constraint("Waits.") with { Sensitivity = Classification.Sensitivity.Low };
        constraint.Content["endedAt"] = "2026-03-02T08:00:00Z";
        var movement = app.Movement("CANCELLED");
        await app.TakeAsync(constraint);
        await app.TakeAsync(movement);
        await app.ReleaseAllAsync();

        var seen = CalendarRules.Check((await app.ExportAsync(Exercise.North, "ics", constraint)).Text).Single();
        var off = CalendarRules.Check((await app.ExportAsync(Exercise.North, "ics", movement)).Text).Single();

        Assert.Equal(("20260301", "20260303"), (seen["DTSTART"], seen["DTEND"]));
        Assert.Equal("CANCELLED", off["STATUS"]);
    }

    [Theory]
    [InlineData("NOTIFIED", "CONFIRMED")]
    [InlineData("POSTPONED", "TENTATIVE")]
    [InlineData("EXPIRED", "TENTATIVE")]
    public async Task A_calendar_is_sure_of_nothing_that_nobody_has_said(string state, string status)
    {
        var movement = app.Movement(state);
        await app.TakeAsync(movement);

        Assert.Equal(status, CalendarRules.Check((await app.ExportAsync(Exercise.Amal, "ics", movement)).Text).Single()["STATUS"]);
    }

    [Fact]
    public async Task The_page_has_the_marking_above_and_below_the_sentence_in_two_languages_and_no_script()
    {
        var movement = app.Movement();
        movement.Content["notes"] = "<script>alert('1')</script> & \"quoted\" مرحبا";
        await app.TakeAsync(movement);

        var page = (await app.ExportAsync(Exercise.Chidi, "html", movement)).Text;

        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\" dir=\"ltr\">", page, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(page, "class=\"marking\">Sensitivity high · EXERCISE EXERCISE EXERCISE</(header|footer)>", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Contains("<p class=\"notice\">Notification only.", page, StringComparison.Ordinal);
        Assert.Contains("<p class=\"notice\" lang=\"ar\" dir=\"rtl\">إخطار", page, StringComparison.Ordinal);
        Assert.Contains("<dt>Version</dt><dd dir=\"auto\">1</dd>", page, StringComparison.Ordinal);
        Assert.Contains("<dt>Mode</dt><dd dir=\"auto\">Road", page, StringComparison.Ordinal);
        Assert.Contains("35.12345, 39.5 (MGRS 37S ", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(&#x27;1&#x27;)&lt;/script&gt; &amp; &quot;quoted&quot; مرحبا", page, StringComparison.Ordinal);
        Assert.All(new[] { "<script", "http:", "https:", "<img", "<a ", "onload" }, never => Assert.DoesNotContain(never, page, StringComparison.OrdinalIgnoreCase));

        // Every element closed, but for those that have no content: an XML reader takes it.
        XmlRules.Parse(Void().Replace(page, "$0</meta>").Replace("<!DOCTYPE html>", string.Empty, StringComparison.Ordinal));
    }

    // RFC 4180, read strictly: every cell in quotes, quotes doubled, CRLF.
    private static List<List<string>> Table(string text)
    {
        var rows = new List<List<string>> { new() };
        var at = text.StartsWith('\uFEFF') ? 1 : 0;
        while (at < text.Length)
        {
            Assert.Equal('"', text[at++]);
            var cell = new StringBuilder();
            while (text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"'))
            {
                at += text[at] == '"' ? 1 : 0;
                cell.Append(text[at++]);
            }

            rows[^1].Add(cell.ToString());
            at++;
            if (text[at] == ',')
            {
                at++;
                continue;
            }

            Assert.Equal("\r\n", text.Substring(at, 2));
            at += 2;
            if (at < text.Length)
            {
                rows.Add([]);
            }
        }

        return rows;
    }

    [GeneratedRegex("^#(?<tag>[a-z][a-z0-9_]*)(\\+[a-z][a-z0-9_]*)*$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Hashtag();

    [GeneratedRegex("<meta [^>]*>", RegexOptions.None, 1_000)]
    private static partial Regex Void();
}
