namespace ContactGroup.Hosting.Tests.Web;

public sealed class UniformNotFoundTests(EdgeApp app) : IClassFixture<EdgeApp>
{
    [Fact]
    public async Task What_does_not_exist_and_what_may_not_be_seen_are_the_same_bytes()
    {
        var invisible = await app.SendAsync(HttpMethod.Get, "/api/things/7k3mq2xd7k3mq2xd7k3mq2xd7k");
        var garbage = await app.SendAsync(HttpMethod.Get, "/api/things/%00garbage-" + new string('x', 300));
        var noRoute = await app.SendAsync(HttpMethod.Get, "/api/nothing/here");

        Assert.Equal(404, invisible.Status);
        Assert.Equal("CG-2004", invisible.Code);
        Assert.Equal(invisible, await app.SendAsync(HttpMethod.Get, "/api/things/another", person: "p2"));
        Assert.Equal(invisible, noRoute);
        Assert.True(garbage == invisible || garbage.Status == 400);
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        foreach (var path in new[] { "/api/things/x", "/api/none", "/api/things/failing/otherwise", "/api/things/echo/time" })
        {
            var answer = await app.SendAsync(HttpMethod.Get, path);

            Assert.Contains("X-Content-Type-Options: nosniff", answer.Headers, StringComparison.Ordinal);
            Assert.Contains("Cache-Control: no-store", answer.Headers, StringComparison.Ordinal);
            Assert.Contains("Referrer-Policy: no-referrer", answer.Headers, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", answer.Headers, StringComparison.Ordinal);
            Assert.DoesNotContain("Server:", answer.Headers, StringComparison.Ordinal);
        }
    }
}
