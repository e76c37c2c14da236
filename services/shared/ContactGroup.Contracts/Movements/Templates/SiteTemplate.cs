using System.Text.Json.Nodes;
using static ContactGroup.Contracts.Movements.Templates.TemplateColumn;

namespace ContactGroup.Contracts.Movements.Templates;

/// <summary>A register of sites as a table: one row for each.</summary>
public static class SiteTemplate
{
    /// <summary>What becomes a field of the site.</summary>
    public static IReadOnlyList<TemplateColumn> Columns { get; } =
    [
        Text("siteType").Needed, Text("name").Needed, Text("localName"), Text("country").Needed, Text("admin1"), Text("admin1Pcode"), Text("admin2"), Text("admin2Pcode"),
        Degrees("lat", "position.lat", "35.12345").Needed, Degrees("lon", "position.lon", "39.51234").Needed, Text("coordinateMethod").Needed, Count("accuracy").Needed,
        Corners("footprint"), Instant("validFrom"), Until("validUntil"), Count("buildings"), Text("roofMarking"), Text("contactName", "callContact.name").Needed,
        Text("contactPhone", "callContact.phone").Needed, Text("contactCallSign", "callContact.callSign"), Text("relation").Needed, Text("function"), Count("staff"),
        Count("occupants"), Text("notes"),
    ];

    /// <summary>Names of all columns.</summary>
    public static IReadOnlyList<string> Header { get; } = [TemplateNames.Id, .. Columns.Select(column => column.Name), TemplateNames.Tell, TemplateNames.About];

    /// <summary>The row of a site.</summary>
    /// <param name="id">What it is called.</param>
    /// <param name="fields">All of its fields.</param>
    /// <param name="about">For people.</param>
    public static IEnumerable<IReadOnlyList<string>> RowsOf(string id, JsonObject fields, string about) =>
        [[id, .. Columns.Select(column => column.CellOf(fields)), TemplateNames.ToldOf(fields), about]];
}
