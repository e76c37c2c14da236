using System.Net;
using System.Text.Json.Nodes;
using ContactGroup.Infra.Tests.Compose;
using ContactGroup.Testing;

namespace ContactGroup.Infra.Tests.Images;

[Trait("needs", "servers")]
[Collection("one machine")]
public sealed class ImagesTests(RunningSystem system) : IClassFixture<RunningSystem>
{
    [Fact]
    public void What_every_image_starts_gets_ready_with_the_environment_of_compose()
    {
        Assert.Equal(RunningSystem.Ours.Order(StringComparer.Ordinal), system.Running.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_edge_leads_to_pages_and_services_and_to_nothing_internal()
    {
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/groups/one"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/health/ready"));
        foreach (var service in (string[])["identity/me", "channels/groups", "incidents/code-lists", "release/streams"])
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("/api/" + service));
        }

        foreach (var command in (string[])["movements/channels/one/movements", "access/channels/one/notices"])
        {
            using var asked = await system.Client.PostAsJsonAsync("/api/" + command, new { });
            Assert.Equal(HttpStatusCode.Unauthorized, asked.StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/internal/held-items"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/health/stores"));
    }

    [Fact]
    public async Task The_first_person_signs_in_over_tls_with_a_cookie_for_tls_alone()
    {
        using var signedIn = await system.SignInAsync(cookie: true);

        Assert.Equal(HttpStatusCode.OK, signedIn.StatusCode);
        var cookie = Assert.Single(signedIn.Headers.GetValues("Set-Cookie"));
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
        foreach (var service in (string[])["identity/me", "channels/groups", "release/streams"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/" + service) { Headers = { { "Cookie", cookie.Split(';')[0] } } };
            using var answer = await system.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal("max-age=31536000", Assert.Single(signedIn.Headers.GetValues("Strict-Transport-Security")));
    }

    [Fact]
    public async Task From_one_address_live_connections_are_bounded_and_another_has_its_own()
    {
        using var signedIn = await system.SignInAsync(cookie: false);
        var token = (await signedIn.Content.ReadFromJsonAsync<JsonObject>())!["accessToken"]!.GetValue<string>();

        // Two, of the test; the deployment's number is greater.
        using var first = await system.OpenLiveAsync(token, "127.0.0.2");
        using var second = await system.OpenLiveAsync(token, "127.0.0.2");
        using var third = await system.OpenLiveAsync(token, "127.0.0.2");
        using var other = await system.OpenLiveAsync(token, "127.0.0.3");

        Assert.Equal(
            [HttpStatusCode.SwitchingProtocols, HttpStatusCode.SwitchingProtocols, HttpStatusCode.ServiceUnavailable, HttpStatusCode.SwitchingProtocols],
            new[] { first, second, third, other }.Select(live => live.HttpStatusCode));
    }

    [Fact]
    public async Task Each_sends_measurements_under_its_own_name()
    {
        foreach (var word in (string[])["realtime-1", "realtime-2", "contactgroup.realtime.lease", "contactgroup.outbox.waiting", "http.server.request.duration"])
        {
            await Eventually.IsAsync(true, () => Task.FromResult(system.Telemetry.Has(word)));
        }
    }

    [Fact]
    public void Each_service_signs_in_at_the_broker_and_the_store_as_itself()
    {
        foreach (var name in RunningSystem.Ours.Where(name => name != "edge"))
        {
            var environment = ComposeFile.Environment(name, new Dictionary<string, string>(StringComparer.Ordinal));
            var service = name.Split('-')[0];

            Assert.StartsWith($"amqp://{service}:", environment["Bus__Server"], StringComparison.Ordinal);
            Assert.True(service == "realtime" || environment["Storage__Server"].Contains($"Username=contactgroup_{service};", StringComparison.Ordinal), name);
        }
    }

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await system.Client.GetAsync(path);
        return answer.StatusCode;
    }
}
