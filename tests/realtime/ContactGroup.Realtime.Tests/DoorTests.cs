using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using ContactGroup.Realtime.Tests.App;

namespace ContactGroup.Realtime.Tests;

public sealed class DoorTests
{
    [Fact]
    public async Task Without_a_token_there_is_no_connection()
    {
        await using var app = await RealtimeApp.StartAsync();

        await Assert.ThrowsAsync<WebSocketException>(() => LiveClient.ConnectAsync(app.Address, token: null));
        await Assert.ThrowsAsync<WebSocketException>(() => LiveClient.ConnectAsync(app.Address, token: "garbage"));
    }

    [Fact]
    public async Task A_page_of_another_origin_gets_no_connection_even_with_a_token()
    {
        await using var app = await RealtimeApp.StartAsync(null, ("Realtime:AllowedOrigins:0", "https://app.example.org"));

        await Assert.ThrowsAsync<WebSocketException>(() => LiveClient.ConnectAsync(app.Address, app.TokenOf("p1"), "https://elsewhere.example"));
        await using var ours = await LiveClient.ConnectAsync(app.Address, app.TokenOf("p1"), app.Address.GetLeftPart(UriPartial.Authority));
        await using var named = await LiveClient.ConnectAsync(app.Address, app.TokenOf("p1"), "https://app.example.org");
    }

    [Fact]
    public async Task A_token_in_the_address_is_accepted_here_and_written_nowhere()
    {
        await using var app = await RealtimeApp.StartAsync();
        var token = app.TokenOf("p1");
        app.Release.Append("north", 1);
        app.Release.Admit("p1", "north");

        await using (var client = await LiveClient.ConnectAsync(app.Address, token: null, query: "access_token=" + Uri.EscapeDataString(token)))
        {
            await client.SubscribeAsync(("north", FakeStreams.Cursor("p1", "north", 0)));
            await client.TakeAsync(1);
        }

        Assert.DoesNotContain(app.LogLines, line => line.Contains("access_token", StringComparison.Ordinal) || line.Contains(token, StringComparison.Ordinal));
        Assert.DoesNotContain(app.LogLines, line => line.Contains("north-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Messages_are_long_or_short_and_nothing_else()
    {
        await using var app = await RealtimeApp.StartAsync();
        using var http = new HttpClient { BaseAddress = app.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", app.TokenOf("p1"));

        using var answer = await http.GetAsync(new Uri("/hubs/live?messages=huge", UriKind.Relative));
        using var twice = await http.GetAsync(new Uri("/hubs/live?messages=long&messages=short", UriKind.Relative));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (answer.StatusCode, twice.StatusCode));
        Assert.Contains("Use short, or long", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        http.DefaultRequestHeaders.Add("Origin", "https://elsewhere.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync(new Uri("/hubs/live?messages=huge", UriKind.Relative))).StatusCode);
        http.DefaultRequestHeaders.Authorization = null;
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync(new Uri("/hubs/live?messages=huge", UriKind.Relative))).StatusCode);
        await using var named = await app.ConnectAsync("p1", query: "messages=short");
    }

    [Fact]
    public async Task The_hub_answers_plain_requests_with_a_problem()
    {
        await using var app = await RealtimeApp.StartAsync();
        using var http = new HttpClient { BaseAddress = app.Address };

        using var answer = await http.GetAsync(new Uri("/hubs/live", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("CG-2001", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
