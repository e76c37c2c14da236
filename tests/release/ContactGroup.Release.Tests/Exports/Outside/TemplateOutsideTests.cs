using System.Text.Json.Nodes;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Movements;
using ContactGroup.Contracts.Movements.Templates;
using ContactGroup.Release.Tests.Features;

namespace ContactGroup.Release.Tests.Exports.Outside;

/// <summary>The table that an organisation takes out: read by csv-parse, and its cells by the rules of the import, it is what was notified, column by column.</summary>
[Trait("read", "outside")]
public sealed class TemplateOutsideTests : IAsyncLifetime, IDisposable
{
    // What is said of a notification once it is there, which no table says for it; and who is told, which is a column by itself.
    private static readonly string[] SaidLater =
    [
        "notice", "version", "state", "stateReason", "dispatch", "late", "lateFor", "checkIns", "nextCheckInDue", "overdueSince", "notifiedAt", "stateAt", "revalidatedAt", "revalidateBy", "removalReason",
        "organisation", "notifiedBy", "recipients",
    ];

    private readonly ReleaseApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_movement_with_every_column_filled_comes_back_as_it_was()
    {
        var movement = GivenMovement.Of(app);
        var content = movement.Content;
        (content["notes"], content["state"]) = (Hard.Text, "NOTIFIED");
        content["callContact"]!["callSign"] = "=Heron, \"1\"";
        content["focalPoint"]!["callSign"] = "Heron; 3";
        content["vehicles"]![0]!["marking"] = "@logo | شعار";
        await app.TakeAsync(movement);

        var rows = (await app.ReadOutsideAsync(Exercise.Amal, "template", "kind=movement")).AsArray();

        Assert.Equal(["MOVEMENT", "STOP", "STOP", "VEHICLE"], rows.Select(row => (string?)row![MovementTemplate.Row]));
        Assert.All(rows, row => Assert.Equal(movement.Reference, (string?)row![TemplateNames.Id]));
        Assert.Equal(GivenMovement.North, (string?)rows[0]![TemplateNames.Tell]);
        Same(MovementTemplate.OfMovement, rows[0]!, content, areAllFilled: true);
        Same(MovementTemplate.OfStop, rows[1]!, content["route"]![0]!.AsObject(), areAllFilled: true);
        Same(MovementTemplate.OfStop, rows[2]!, content["route"]![1]!.AsObject(), areAllFilled: false);
        Same(MovementTemplate.OfVehicle, rows[3]!, content["vehicles"]![0]!.AsObject(), areAllFilled: true);
    }

    [Fact]
    public async Task A_site_with_every_column_filled_comes_back_as_it_was()
    {
        var site = app.Site(lat: -35.123456, footprint: Hard.Outline);
        var content = site.Content;
        foreach (var name in new[] { "name", "localName", "admin2", "roofMarking", "function", "notes" })
        {
            content[name] = $"{name}: {Hard.Text}";
        }

        (content["admin1Pcode"], content["admin2Pcode"], content["coordinateMethod"], content["relation"]) = ("XXA01", "XXA0102", "GPS_ON_SITE", "OPERATES");
        (content["buildings"], content["staff"]) = (2, 0);
        content["callContact"] = new JsonObject { ["name"] = "Duty nurse", ["phone"] = "+999 11 555 0135", ["callSign"] = "-Ibis" };
        await app.TakeAsync(site);

        var row = Assert.Single((await app.ReadOutsideAsync(Exercise.Amal, "template", "kind=site")).AsArray())!;

        Assert.Equal(site.Reference, (string?)row[TemplateNames.Id]);
        Same(SiteTemplate.Columns, row, content, areAllFilled: true);
    }

    [Fact]
    public void Every_field_that_its_owner_says_has_a_column()
    {
        Assert.Equal(Said(MovementSchema.Schema), Fields(MovementTemplate.OfMovement).Append(MovementTemplate.Route).Append(MovementTemplate.Vehicles).Order(StringComparer.Ordinal));
        Assert.Equal(Said(SiteSchema.Schema), Fields(SiteTemplate.Columns).Order(StringComparer.Ordinal));
    }

    private static void Same(IReadOnlyList<TemplateColumn> columns, JsonNode row, JsonObject content, bool areAllFilled) => Assert.All(columns, column =>
    {
        var cell = (string)row[column.Name]!;
        var notified = column.Field.Split('.').Aggregate((JsonNode?)content, (at, step) => at?[step]);
        var read = cell.Length == 0 ? null : column.Read(cell);
        Assert.True(!areAllFilled || cell.Length > 0, $"{column.Name} is empty");
        Assert.True(JsonNode.DeepEquals(notified, read), $"{column.Name}: {notified?.ToJsonString()} came back as {read?.ToJsonString()}");
    });

    private static IEnumerable<string> Said(ItemSchema schema) =>
        schema.Fields.Select(field => field.Name).Where(name => !SaidLater.Contains(name, StringComparer.Ordinal)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Fields(IEnumerable<TemplateColumn> columns) => columns.Select(column => column.Field.Split('.')[0]).Distinct(StringComparer.Ordinal);
}
