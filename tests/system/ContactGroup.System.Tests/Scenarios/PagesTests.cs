using System.Net;
using System.Text.RegularExpressions;

namespace ContactGroup.System.Tests.Scenarios;

/// <summary>The web client as it is served. Needs it built: a build without -p:SkipWebClient=true does that.</summary>
[Collection(DeploymentCollection.Name)]
public sealed partial class PagesTests(Deployment deployment) : IDisposable
{
    private readonly HttpClient browser = new(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = deployment.Address };

    public void Dispose() => browser.Dispose();

    [Theory]
    [InlineData("/")]
    [InlineData("/groups/anything/of/its/own")]
    public async Task Every_address_of_the_client_opens_its_page_which_is_never_kept(string address)
    {
        using var answer = await GetAsync(address);

        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_named_by_their_content_are_kept_and_compressed()
    {
        var script = Script().Match(await browser.GetStringAsync(new Uri("/", UriKind.Relative))).Value;

        using var answer = await GetAsync(script);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("public, max-age=31536000, immutable", string.Join(", ", answer.Headers.GetValues("Cache-Control")));
        Assert.NotEmpty(answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task The_ground_of_the_map_is_compressed_and_kept_until_it_changes()
    {
        using var answer = await GetAsync("/map/ground.json");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoCache);
        Assert.NotEmpty(answer.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("/map")]
    [InlineData("/map/")]
    [InlineData("/map/../appsettings.json")]
    [InlineData("/map/ground.txt")]
    public async Task Nothing_beside_the_ground_is_served_with_it(string address)
    {
        using var answer = await GetAsync(address);

        Assert.NotEqual("application/json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/api/identity/me")]
    [InlineData("/api/incidents/code-lists")]
    [InlineData("/health/ready")]
    [InlineData("/api/nowhere")]
    public async Task What_a_service_answers_is_never_compressed_and_never_kept(string address)
    {
        using var answer = await GetAsync(address);

        Assert.Empty(answer.Content.Headers.ContentEncoding);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task A_misspelt_service_or_file_is_not_a_page()
    {
        using var service = await GetAsync("/api/nowhere");
        using var file = await GetAsync("/assets/nothing.js");

        Assert.Equal("application/problem+json", service.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, file.StatusCode);
    }

    private Task<HttpResponseMessage> GetAsync(string address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.ParseAdd("br, gzip");
        return browser.SendAsync(request);
    }

    [GeneratedRegex("""/assets/[^"]+\.js""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Script();
}
