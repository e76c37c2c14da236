namespace ContactGroup.Release.Tests.Exports.Outside;

/// <summary>One export in each format, fetched once.</summary>
public sealed class GivenExports : IAsyncLifetime, IDisposable
{
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly ReleaseApp app = new();

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        var items = new[] { app.Area(), app.Movement(), app.Constraint(Hard.Text) };
        foreach (var item in items)
        {
            await app.TakeAsync(item);
        }

        await FetchAsync("geojson", "kind=advisory");
        await FetchAsync("kml", "kind=advisory");
        await FetchAsync("cap", "kind=advisory");
        await FetchAsync("cot", "kind=advisory");
        await FetchAsync("ics", "kind=movement");
        await FetchAsync("hxl", "kind=access-constraint");
    }

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    internal string Of(string format) => texts[format];

    private async Task FetchAsync(string format, string filters)
    {
        var export = await app.ExportAsync(format is "hxl" ? Exercise.Chidi : Exercise.North, format, filters);
        Assert.Equal(200, export.Status);
        texts[format] = export.Text;
    }
}
