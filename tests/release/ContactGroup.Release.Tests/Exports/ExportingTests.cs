using ContactGroup.Classification;
using ContactGroup.Contracts;
using Dapper;

namespace ContactGroup.Release.Tests.Exports;

/// <summary>What leaves as a file, for whom, and what neither the file nor its refusal tells.</summary>
public sealed class ExportingTests : IAsyncLifetime, IDisposable
{
    private static readonly string[] ForEverybody = ["geojson", "html", "kml"];

    private readonly ReleaseApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData("geojson")]
    [InlineData("html")]
    [InlineData("hxl")]
    [InlineData("kml")]
    [InlineData("cap")]
    [InlineData("ics")]
    [InlineData("cot")]
    public async Task An_item_that_is_hidden_is_refused_like_one_that_does_not_exist(string format)
    {
        var hidden = app.Movement();
        await app.TakeAsync(hidden);

        var refused = await app.ExportAsync(Exercise.South, format, hidden);

        Assert.Equal(404, refused.Status);
        Assert.Equal(await app.GetAsync(Exercise.South, $"items/{Ids.New()}/export/{format}"), refused);
    }

    [Theory]
    [InlineData("geojson", "")]
    [InlineData("html", "")]
    [InlineData("kml", "")]
    [InlineData("ics", "")]
    [InlineData("cot", "")]
    [InlineData("cap", "")]
    [InlineData("hxl", "kind=movement")]
    [InlineData("hxl", "kind=incident")]
    public async Task A_file_of_everything_is_the_same_bytes_whatever_the_reader_may_not_see(string format, string filters)
    {
        await app.TakeAsync(app.Message(Exercise.South, "Ours.", ["own-side"]));
        var before = await app.ExportAsync(Exercise.South, format, filters);

        await app.TakeAsync(app.Movement());
        await app.TakeAsync(app.Site());
        await app.TakeAsync(app.Incident(actor: "Tin Foxes"));
        await app.TakeAsync(app.Advisory());

        Assert.Equal(200, before.Status);
        Assert.Equal(before, await app.ExportAsync(Exercise.South, format, filters));
    }

    [Theory]
    [InlineData("geojson")]
    [InlineData("html")]
    [InlineData("kml")]
    [InlineData("hxl")]
    [InlineData("ics")]
    [InlineData("cot")]
    public async Task A_force_gets_in_no_format_what_its_view_does_not_show(string format)
    {
        var movement = app.Movement();
        await app.TakeAsync(movement);

        var file = await app.ExportAsync(Exercise.North, format, movement);

        Assert.Equal(200, file.Status);
        Assert.All(
            new[] { "Relief North", "Amal", "Food for the camp", "northern-force", Exercise.Amal.OrganisationId!, Exercise.Amal.PersonId },
            secret => Assert.DoesNotContain(secret, file.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_side_that_wrote_it_and_the_other_side_get_different_files_of_an_incident()
    {
        var incident = app.Incident(actor: "Tin Foxes", summary: "The road is closed.");
        await app.TakeAsync(incident);
        await app.ReleaseAllAsync();

        foreach (var format in ForEverybody)
        {
            Assert.Contains("Tin Foxes", (await app.ExportAsync(Exercise.Chidi, format, incident)).Text, StringComparison.Ordinal);
            var file = await app.ExportAsync(Exercise.North, format, incident);
            Assert.Contains("The road is closed.", file.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Tin Foxes", file.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Our driver", file.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("12.3456", file.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_its_author_marked_as_not_for_export_is_refused_and_left_out()
    {
        var kept = app.Incident(summary: "Stays here.") with { Caveats = Caveats.NoExport };
        await app.TakeAsync(kept);
        await app.TakeAsync(app.Incident(summary: "May leave."));

        var refused = await app.ExportAsync(Exercise.Chidi, "geojson", kept);
        var file = await app.ExportAsync(Exercise.Chidi, "geojson");

        Assert.Equal((403, "CG-4050"), (refused.Status, refused.Code));
        Assert.Equal("CG-4050", (await app.ExportAsync(Exercise.Amal, "html", kept)).Code);
        Assert.Contains("May leave.", file.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Stays here.", file.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(kept.Item, file.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_expired_or_was_taken_back_is_in_no_file_of_those_who_had_it()
    {
        var brief = app.Incident(summary: "Brief.") with { Expires = app.Clock.GetUtcNow() + TimeSpan.FromMinutes(10) };
        var recalled = app.Incident(summary: "Recalled.") with { ReleaseTo = ["own-side", "audience:military:northern-force"] };
        await app.TakeAsync(brief);
        await app.TakeAsync(recalled);
        await app.ReleaseAllAsync();
        Assert.Equal(200, (await app.ExportAsync(Exercise.North, "html", recalled)).Status);

        await app.PostAsync(Exercise.Olena, $"items/{recalled.Item}/recall", new { target = "audience:military:northern-force", reason = "Not safe." });
        app.Clock.Advance(TimeSpan.FromMinutes(10));

        var file = await app.ExportAsync(Exercise.North, "html");
        Assert.DoesNotContain("Brief.", file.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Recalled.", file.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await app.ExportAsync(Exercise.North, "html", recalled)).Status);
        Assert.Equal(404, (await app.ExportAsync(Exercise.Chidi, "html", brief)).Status);
    }

    [Theory]
    [InlineData("geojson", "application/geo+json; charset=utf-8", "contactgroup.geojson")]
    [InlineData("html", "text/html; charset=utf-8", "contactgroup.html")]
    [InlineData("kml", "application/vnd.google-earth.kml+xml; charset=utf-8", "contactgroup.kml")]
    [InlineData("ics", "text/calendar; charset=utf-8", "contactgroup.ics")]
    public async Task A_file_is_named_by_its_format_kept_in_no_cache_and_runs_nothing(string format, string type, string name)
    {
        var movement = app.Movement();
        await app.TakeAsync(movement);

        foreach (var file in new[] { await app.ExportAsync(Exercise.North, format), await app.ExportAsync(Exercise.North, format, movement) })
        {
            Assert.Contains("Content-Type: " + type, file.Headers, StringComparison.Ordinal);
            Assert.Contains($"Content-Disposition: attachment; filename={name}", file.Headers, StringComparison.Ordinal);
            Assert.Contains("Cache-Control: no-store", file.Headers, StringComparison.Ordinal);
            Assert.Contains("sandbox", file.Headers, StringComparison.Ordinal);
            Assert.Null(file.ETag);
        }
    }

    [Theory]
    [InlineData("docx", "", "format")]
    [InlineData("geojson", "kind=rumour", "kind")]
    [InlineData("geojson", "status=lost", "status")]
    [InlineData("geojson", "from=yesterday", "from")]
    [InlineData("cap", "kind=movement", "kind")]
    [InlineData("hxl", "", "kind")]
    [InlineData("cot", "", "format")]
    public async Task A_question_that_cannot_be_answered_names_the_field_and_the_remedy(string format, string filters, string field)
    {
        var refused = await app.ExportAsync(Exercise.Chidi, format, filters);

        Assert.Equal((400, "CG-1002"), (refused.Status, refused.Code));
        Assert.EndsWith(".", (string)refused.Body["errors"]![field]![0]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_are_those_of_the_list()
    {
        await app.TakeAsync(app.Incident(summary: "An incident."));
        await app.TakeAsync(app.Message(Exercise.Amal, "A message.", ["own-side"]));

        var messages = (await app.ExportAsync(Exercise.Chidi, "html", "kind=message")).Text;
        var elsewhere = (await app.ExportAsync(Exercise.Chidi, "html", "channel=" + Ids.New())).Text;
        var later = (await app.ExportAsync(Exercise.Chidi, "html", "from=2026-03-01")).Text;

        Assert.Contains("A message.", messages, StringComparison.Ordinal);
        Assert.DoesNotContain("An incident.", messages, StringComparison.Ordinal);
        Assert.DoesNotContain("A message.", elsewhere, StringComparison.Ordinal);
        Assert.DoesNotContain("An incident.", later, StringComparison.Ordinal);
        Assert.Contains("A message.", later, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_one_file_holds_is_refused_with_the_remedy()
    {
        await app.TakeAllAsync(Enumerable.Range(0, 2_001).Select(_ => app.Message(Exercise.Amal, "One of many.", ["own-side"])));

        var refused = await app.ExportAsync(Exercise.Chidi, "geojson");

        Assert.Equal((422, "CG-4051"), (refused.Status, refused.Code));
        Assert.Equal(200, (await app.ExportAsync(Exercise.Chidi, "geojson", "kind=incident")).Status);
    }

    [Fact]
    public async Task Every_item_of_a_long_list_is_in_the_file_once()
    {
        var many = Enumerable.Range(0, 470).Select(_ => app.Message(Exercise.Amal, "One of many.", ["own-side"])).ToList();
        await app.TakeAllAsync(many);

        var features = (await app.ExportAsync(Exercise.Chidi, "geojson")).Body["features"]!.AsArray();

        Assert.Equal(many.Select(item => item.Item).Order(StringComparer.Ordinal), features.Select(feature => (string)feature!["id"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_exported_what_is_on_record_and_its_owner_sees_that_they_had_it()
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);

        await app.ExportAsync(Exercise.Chidi, "kml");
        await app.ExportAsync(Exercise.Chidi, "kml");
        await app.ExportAsync(Exercise.South, "kml");

        var rows = await app.OnStoreAsync(connection => connection.QueryAsync<(string Person, string Format, long Times)>(
            "SELECT r.person, e.format, e.times FROM exports e JOIN readers r ON r.reader = e.reader WHERE e.item = @Item", incident));
        Assert.Equal([(Exercise.Chidi.PersonId, "kml", 2)], rows);
        Assert.Contains("Chidi", (await app.GetAsync(Exercise.Amal, $"items/{incident.Item}/exposure")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_left_exports_nothing_more()
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);

        await app.JoinAsync(Exercise.Chidi, member: false);

        Assert.Equal(404, (await app.ExportAsync(Exercise.Chidi, "html", incident)).Status);
        Assert.Empty((await app.ExportAsync(Exercise.Chidi, "geojson")).Body["features"]!.AsArray());
    }
}
