using System.Text.Json.Nodes;
using ContactGroup.Contracts.Movements.Templates;

namespace ContactGroup.Release.Tests.Exports;

/// <summary>An organisation takes out what it notified itself as the table that it is imported from, and nobody takes out what others did.</summary>
public sealed class TemplateFormatTests : IAsyncLifetime, IDisposable
{
    private readonly ReleaseApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Its_owner_gets_every_row_of_a_movement_with_marking_and_notice()
    {
        var movement = app.Movement();
        await app.TakeAsync(movement);

        var file = await app.ExportAsync(Exercise.Amal, "template", "kind=movement");

        Assert.Equal(200, file.Status);
        Assert.Contains("\"HNM-TEST-0001\",\"MOVEMENT\",\"STANDARD\",\"ROAD\"", file.Text, StringComparison.Ordinal);
        Assert.Contains("\"Food for the camp.\"", file.Text, StringComparison.Ordinal);
        Assert.Contains("\"ORIGIN\",\"Depot\",\"35.12345\",\"39.5\",\"2026-03-05T06:00:00Z\",\"2026-03-05T06:45:00Z\"", file.Text, StringComparison.Ordinal);
        Assert.Contains("\"TRUCK_LT_10T\",\"AB 1234\",\"white\"", file.Text, StringComparison.Ordinal);
        Assert.Contains("\"'+999 11 555 0134\"", file.Text, StringComparison.Ordinal);
        Assert.Contains("Sensitivity high", file.Text, StringComparison.Ordinal);
        Assert.Contains("Not a request for permission", file.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_gets_a_row_neither_of_the_same_side_nor_a_force_that_was_told()
    {
        var movement = app.Movement();
        await app.TakeAsync(movement);

        foreach (var other in new[] { Exercise.Chidi, Exercise.Olena, Exercise.North, Exercise.South })
        {
            Assert.DoesNotContain("MOVEMENT", (await app.ExportAsync(other, "template", "kind=movement")).Text, StringComparison.Ordinal);
        }

        Assert.Equal(400, (await app.ExportAsync(Exercise.North, "template", movement)).Status);
        Assert.Equal(404, (await app.ExportAsync(Exercise.South, "template", movement)).Status);
    }

    [Fact]
    public async Task Several_sites_take_two_people_also_those_of_the_own_organisation()
    {
        await app.TakeAsync(app.Site(lat: 35.21));
        await app.TakeAsync(app.Site(lat: 35.22));

        Assert.Equal("CG-4052", (await app.ExportAsync(Exercise.Amal, "template", "kind=site")).Code);
    }

    [Fact]
    public async Task One_site_alone_is_written_with_all_its_cells()
    {
        var site = app.Site(lat: -35.123456, footprint: new JsonArray(At(-35.1, 39.1), At(-35.1, 39.2), At(-35.2, 39.2)));
        await app.TakeAsync(site);

        var file = await app.ExportAsync(Exercise.Amal, "template", site);

        Assert.Contains("\"-35.123456\",\"39.6\"", file.Text, StringComparison.Ordinal);
        Assert.Contains("\"-35.1 39.1; -35.1 39.2; -35.2 39.2\"", file.Text, StringComparison.Ordinal);
        Assert.Equal(SiteTemplate.Header, file.Text.TrimStart('\uFEFF').Split('\n')[0].TrimEnd('\r').Split(',').Select(cell => cell.Trim('"')));
    }

    [Theory]
    [InlineData("CANCELLED")]
    [InlineData("COMPLETED")]
    [InlineData("EXPIRED")]
    public async Task What_is_over_is_not_in_it_because_reading_it_would_notify_it_anew(string state)
    {
        await app.TakeAsync(app.Movement(state));

        Assert.DoesNotContain("MOVEMENT", (await app.ExportAsync(Exercise.Amal, "template", "kind=movement")).Text, StringComparison.Ordinal);
    }

    private static JsonObject At(double lat, double lon) => new() { ["lat"] = lat, ["lon"] = lon };
}
