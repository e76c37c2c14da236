using System.Text.Json.Nodes;
using ContactGroup.Contracts.Movements.Templates;

namespace ContactGroup.Release.Tests.Exports.Outside;

/// <summary>HXL as csv-parse reads it, with the hashtags of HXL 1.1 under its headers.</summary>
[Trait("read", "outside")]
public sealed class HxlOutsideTests : IAsyncLifetime, IDisposable
{
    private readonly ReleaseApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Each_item_is_a_row_under_tags_that_everybody_knows()
    {
        (string Kind, string Tag, string Field)[] columns =
        [
            ("movement", "#date+start", "windowStart"), ("movement", "#date+end", "windowEnd"), ("site", "#date+start", "validFrom"), ("site", "#loc+type+code", "siteType"),
            ("advisory", "#date+end", "validUntil"), ("advisory", "#description+summary", "summary"), ("incident", "#date+occurred", "occurredAt"),
            ("incident", "#description+summary", "summary"), ("access-constraint", "#date+start", "startedAt"), ("access-constraint", "#description+summary", "summary"),
            ("message", "#description", "text"), ("message", "#date+posted", "postedAt"),
        ];
        foreach (var kind in (await app.TakeHardOnesAsync()).GroupBy(item => item.Kind, StringComparer.Ordinal))
        {
            var rows = (await app.ReadOutsideAsync(Exercise.Chidi, "hxl", "kind=" + kind.Key))["rows"]!.AsArray();

            Assert.Equal(kind.Count(), rows.Count);
            foreach (var item in kind)
            {
                var row = rows.Single(one => (string?)one!["#meta+id+item"] == item.Item)!;
                Assert.Equal((item.Reference, "current", "yes"), ((string?)row["#meta+id"], (string?)row["#status+item+code"], (string?)row["#meta+exercise"]));
                Assert.All(columns.Where(column => column.Kind == item.Kind), column => Assert.Equal((string?)item.Content[column.Field], Text(row, column.Tag)));
            }
        }
    }

    [Fact]
    public async Task Positions_sectors_and_codes_are_in_columns_of_their_own()
    {
        await app.TakeAsync(app.Constraint(Hard.Text));

        var row = Assert.Single((await app.ReadOutsideAsync(Exercise.Chidi, "hxl", "kind=access-constraint"))["rows"]!.AsArray())!;

        Assert.Equal(("-12.5", "45.5", "HEA | LOG", "AC1"), (Text(row, "#geo+lat"), Text(row, "#geo+lon"), Text(row, "#sector+cluster+code"), Text(row, "#access+type+code")));
        Assert.Equal(("XXA", "Meridian North", "2"), (Text(row, "#country+code+v_iso3"), Text(row, "#adm1+name"), Text(row, "#severity+access+code")));
    }

    // As whoever takes the apostrophes away that keep spreadsheets from calculating.
    private static string Text(JsonNode row, string tag) => SheetText.Read((string)row[tag]!);
}
