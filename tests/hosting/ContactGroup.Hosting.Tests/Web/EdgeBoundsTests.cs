namespace ContactGroup.Hosting.Tests.Web;

public sealed class EdgeBoundsTests
{
    [Fact]
    public async Task Too_many_requests_of_one_person_do_not_slow_another()
    {
        await using var app = new EdgeApp { Settings = { ["Edge:Burst"] = "3", ["Edge:RequestsPerSecond"] = "1" } };
        await app.InitializeAsync();

        var answers = new List<Answer>();
        for (var number = 0; number < 6; number++)
        {
            answers.Add(await app.SendAsync(HttpMethod.Get, "/api/things/x"));
        }

        var other = await app.SendAsync(HttpMethod.Get, "/api/things/x", person: "p2");

        Assert.Contains(answers, answer => answer is { Status: 429, Code: "CG-1007" } && answer.Headers.Contains("Retry-After: ", StringComparison.Ordinal));
        Assert.Equal(404, other.Status);
    }

    [Theory]
    [InlineData("127.0.0.1", 200)]
    [InlineData("127.0.0.0/8", 200)]
    [InlineData("192.0.2.1", 429)]
    [InlineData(null, 429)]
    public async Task Who_has_not_signed_in_is_counted_where_a_trusted_proxy_says_they_come_from(string? proxy, int expected)
    {
        await using var app = new EdgeApp { Settings = { ["Edge:Burst"] = "3", ["Edge:RequestsPerSecond"] = "1" } };
        if (proxy is not null)
        {
            app.Settings["Edge:Proxies:0"] = proxy;
        }

        await app.InitializeAsync();
        for (var number = 0; number < 6; number++)
        {
            await KnockAsync(app, "198.51.100.1");
        }

        Assert.Equal(429, await KnockAsync(app, "198.51.100.1"));
        Assert.Equal(expected, await KnockAsync(app, "198.51.100.2"));
    }

    [Fact]
    public async Task A_request_that_takes_too_long_is_told_to_come_again()
    {
        await using var app = new EdgeApp { Settings = { ["Edge:RequestTimeoutSeconds"] = "1" } };
        await app.InitializeAsync();

        var answer = await app.SendAsync(HttpMethod.Get, "/api/things/waiting/long");

        Assert.Equal((503, "CG-1008"), (answer.Status, answer.Code));
        Assert.Contains("Retry-After", answer.Headers, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Edge:BodyLimitBytes", "5", "Edge:BodyLimitBytes")]
    [InlineData("Edge:BodyLimitBites", "5000", "Did you mean Edge:BodyLimitBytes?")]
    [InlineData("Edge:Burst", "many", "Edge:Burst")]
    [InlineData("Edge:Proxies:0", "nginx", "Edge:Proxies")]
    public async Task A_wrong_setting_stops_the_start_with_its_key(string key, string value, string expected)
    {
        await using var app = new EdgeApp { Settings = { [key] = value } };

        var failure = await Assert.ThrowsAnyAsync<Exception>(app.InitializeAsync);

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_says_live_and_ready()
    {
        await using var app = new EdgeApp();
        await app.InitializeAsync();

        var live = await app.SendAsync(HttpMethod.Get, "/health/live");
        var ready = await app.SendAsync(HttpMethod.Get, "/health/ready");

        Assert.Equal((200, 200), (live.Status, ready.Status));
        Assert.Equal("""{"status":"ready","waiting":[]}""", ready.Body);
    }

    private static async Task<int> KnockAsync(EdgeApp app, string from)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/things/open/door");
        request.Headers.Add("X-Forwarded-For", from);
        using var answer = await app.Client.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
