namespace ContactGroup.Architecture.Tests;

/// <summary>Invariant 1: only release has endpoints that return item content to participants.</summary>
[Collection(StandaloneCollection.Name)]
public sealed class OnlyReleaseShowsContentTests(RunningStandalone app)
{
    /// <summary>What can be read outside release. None of it is content of an item; whoever adds a line says why here.</summary>
    private static readonly string[] Readable =
    [
        "/health/live", // says that the process answers
        "/health/ready", // names parts of the process
        "/api/identity/me", // who I am
        "/api/identity/providers", // names of providers, for whoever signs in
        "/api/identity/providers/{provider}/callback", // nothing but a redirect
        "/api/identity/organisations", // names of organisations, for administrators and coordinators
        "/api/identity/administrators", // their names, for each other
        "/api/identity/organisations/{organisation}/people", // names of people, for administrators and coordinators
        "/api/channels/groups", // groups and channels that admit the caller
        "/api/channels/groups/{group}/members", // people the caller may know of
        "/api/channels/uploads/{upload}", // how far the caller's own upload is, nothing of what it holds
        "/api/incidents/code-lists", // public lists
        "/api/access/overview", // counts of what the caller holds anyway, none of them small (decision 0048)
        "/api/movements/channels/{channel}/lead-times", // hours of the deployment's settings, for who may notify there (decision 0071)
        "/api/movements/concerns", // what the caller's own organisation set for itself, no item (decision 0046)
        "/api/movements/overlaps", // ids and references of items that the caller holds, beside the caller's own concerns
    ];

    [Fact]
    public void What_can_be_read_outside_release_is_known_and_holds_no_item()
    {
        var outside = app.Endpoints.Where(Reads).Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
            .Where(path => !IsReleaseOrPages(path));

        Assert.Equal(Readable.Order(StringComparer.Ordinal), outside.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_answer_of_a_writing_service_repeats_what_was_written()
    {
        var scenario = await CanaryScenario.PlayAsync(app);

        Assert.DoesNotContain(scenario.Answers, answer => answer.Contains(scenario.MessageCanary, StringComparison.Ordinal) || answer.Contains(scenario.ReportCanary, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_that_can_be_read_outside_release_shows_what_was_written()
    {
        var scenario = await CanaryScenario.PlayAsync(app);
        foreach (var account in (string[])["amal", "jonas", "ines", "okan", "rafiq", "hana", "admin"])
        {
            var person = await app.AsAsync(account);
            foreach (var path in Readable.Where(path => !path.Contains('{', StringComparison.Ordinal)))
            {
                using var answer = await person.GetAsync(path);
                var body = await answer.Content.ReadAsStringAsync();
                Assert.DoesNotContain(scenario.MessageCanary, body, StringComparison.Ordinal);
                Assert.DoesNotContain(scenario.ReportCanary, body, StringComparison.Ordinal);
            }
        }
    }

    private static bool IsReleaseOrPages(string path) =>
        path is "/"
        || path.StartsWith("/api/release/", StringComparison.Ordinal)
        || path.StartsWith("/hubs/", StringComparison.Ordinal)
        || path.StartsWith("/{*path", StringComparison.Ordinal);

    private static bool Reads(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not { HttpMethods.Count: > 0 } methods || methods.HttpMethods.Contains("GET", StringComparer.Ordinal);
}
