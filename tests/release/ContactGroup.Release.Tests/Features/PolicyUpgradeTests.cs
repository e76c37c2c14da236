using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Hosting.Storage;

namespace ContactGroup.Release.Tests.Features;

public sealed class PolicyUpgradeTests : IAsyncLifetime, IDisposable
{
    private readonly ReleaseApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_policy_that_gives_the_same_under_another_version_sends_no_frame_to_anybody()
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);
        await app.ReleaseAllAsync();
        var before = await HeadsAsync();

        await app.RestartAsync(Policy(policy => policy["version"] = 3));
        await app.LoosenAsync();

        Assert.Equal(before, await HeadsAsync());
        var seen = (await app.GetAsync(Exercise.North, $"items/{incident.Item}")).Body;
        Assert.Equal("humanitarian-space@2", (string?)seen["marking"]!["policy"]);
    }

    [Fact]
    public async Task A_process_whose_policy_is_not_the_one_in_force_any_more_decides_nothing()
    {
        await app.ForgetPolicyAsync(); // As another process does that starts with a policy of its own.
        var incident = app.Incident();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => app.TakeAsync(incident));

        Assert.Equal(404, (await app.GetAsync(Exercise.Chidi, $"items/{incident.Item}")).Status);
        await app.RestartAsync();
        await app.TakeAsync(incident);
        await app.TightenAsync(); // The start closed everything, because nobody knows any more what was given before.
        Assert.Equal(200, (await app.GetAsync(Exercise.Chidi, $"items/{incident.Item}")).Status);
    }

    [Fact]
    public async Task A_policy_that_gives_a_force_less_takes_back_the_rest_and_leaves_others_alone()
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);
        await app.ReleaseAllAsync();
        var before = (await app.EntriesAsync(Exercise.Chidi)).Count;
        Assert.NotNull((await app.GetAsync(Exercise.North, $"items/{incident.Item}")).Body["fields"]!["position"]);

        await app.RestartAsync(Policy(policy => Reduce(policy, "location")));
        await app.TightenAsync();

        var seen = await app.GetAsync(Exercise.North, $"items/{incident.Item}");
        Assert.True(seen.Status == 404 || seen.Body["fields"]!["position"] is null);
        Assert.Equal(before, (await app.EntriesAsync(Exercise.Chidi)).Count);
    }

    [Fact]
    public async Task A_force_reads_nothing_between_the_start_with_a_stricter_policy_and_the_end_of_tightening()
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);
        await app.ReleaseAllAsync();

        await app.RestartAsync(Policy(policy => Reduce(policy, "location")));
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.GetAsync(Exercise.North, $"items/{incident.Item}")));

        Assert.All(answers, answer => Assert.True(answer.Status is 503 or 404 || answer.Body["fields"]!["position"] is null, answer.Text));
    }

    [Fact]
    public async Task When_the_old_document_cannot_be_read_any_more_everything_is_looked_at_again()
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);
        await app.ReleaseAllAsync();
        await app.ForgetPolicyAsync();

        await app.RestartAsync();
        await app.TightenAsync();
        await app.LoosenAsync();

        Assert.Equal(200, (await app.GetAsync(Exercise.North, $"items/{incident.Item}")).Status);
        Assert.Equal(200, (await app.GetAsync(Exercise.Chidi, $"items/{incident.Item}")).Status);
        Assert.Equal([1], (await app.EntriesAsync(Exercise.North)).Select(entry => (int)entry["seq"]!));
    }

    private static byte[] Policy(Action<JsonObject> change)
    {
        var policy = JsonNode.Parse(ShippedPolicies.HumanitarianSpaceUtf8)!.AsObject();
        change(policy);
        return System.Text.Encoding.UTF8.GetBytes(policy.ToJsonString());
    }

    /// <summary>Takes a class from everything the security side gets of humanitarian items.</summary>
    private static void Reduce(JsonObject policy, string fieldClass)
    {
        policy["version"] = 3;
        foreach (var grant in policy["grants"]!.AsArray())
        {
            var audiences = grant!["audiences"]!.AsArray().Select(audience => (string)audience!).ToList();
            if (audiences.Exists(audience => audience is "side:security" or "military") && grant["disclose"] is JsonObject disclose)
            {
                disclose.Remove(fieldClass);
            }
        }
    }

    private async Task<string> HeadsAsync()
    {
        var heads = new List<string>();
        foreach (var member in Exercise.Members)
        {
            foreach (var stream in (await app.GetAsync(member, "streams")).Body["streams"]!.AsArray())
            {
                heads.Add($"{stream!["stream"]} {stream["head"]}");
            }
        }

        return string.Join('\n', heads);
    }
}
