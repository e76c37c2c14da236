using System.Net;
using System.Net.Http.Headers;
using ContactGroup.Cli.Tests.Fake;

namespace ContactGroup.Cli.Tests.Commands;

public sealed class ExportCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_file_is_written_as_it_came_and_none_of_it_to_the_terminal()
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On("GET /api/release/exports/kml", _ => (HttpStatusCode.OK, File("contactgroup.kml", "<kml>\u001b[2J</kml>")));
        var place = Path.Combine(folder, "out.kml");

        var exit = await terminal.RunAsync("export", "kml", "--channel", "NGO room", "--from", "2026-03-01", "--status", "current", "--out", place);

        Assert.Equal(ExitCode.Ok, exit);
        Assert.Equal("<kml>\u001b[2J</kml>", await System.IO.File.ReadAllTextAsync(place));
        Assert.Equal(
            "?channel=c2&from=2026-03-01T00%3A00%3A00Z&status=current",
            terminal.Api.Requests.Single(sent => sent.Route == "GET /api/release/exports/kml").Address.Query);
        Assert.Equal(ExitCode.Refused, await terminal.RunAsync("export", "kml", "--out", place));
    }

    [Fact]
    public async Task A_request_is_asked_for_confirmed_and_fetched_by_its_id()
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On("POST /api/release/exports/requests", _ => (HttpStatusCode.OK, new { request = "r1" }));
        terminal.Api.On("POST /api/release/exports/requests/r1/confirm", _ => (HttpStatusCode.NoContent, null));
        terminal.Api.On("GET /api/release/exports/requests/r1/file", _ => (HttpStatusCode.OK, File("contactgroup.geojson", "{}")));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("export", "request", "geojson", "--kind", "site"));
        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("export", "confirm", "r1"));
        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("export", "fetch", "r1", "--out", Path.Combine(folder, "sites.geojson")));

        var asked = terminal.Api.Requests.Single(sent => sent.Route == "POST /api/release/exports/requests").Json;
        Assert.Equal(("geojson", "site"), ((string?)asked["format"], (string?)asked["kind"]));
    }

    private static ByteArrayContent File(string name, string text)
    {
        var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(text));
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name };
        return content;
    }
}
