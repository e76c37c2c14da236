using System.Text.Json.Nodes;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Authentication;
using static ContactGroup.Release.Tests.Features.GivenMovement;

namespace ContactGroup.Release.Tests.Features;

/// <summary>What differs from the version before is told to who was shown both, by name, and tells nothing of what is not shown.</summary>
public sealed class ChangedFieldsTests : IAsyncLifetime, IDisposable
{
    private static readonly string[] Both = [North, South];

    private readonly ReleaseApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_force_gets_the_names_of_what_is_different_in_the_item_in_a_list_and_in_the_entry_and_no_value_of_before()
    {
        var first = Of(app, [North]);
        await app.TakeAsync(first);
        Assert.DoesNotContain("changed", (await app.GetAsync(Exercise.North, $"items/{first.Item}")).Text, StringComparison.Ordinal);

        await app.TakeAsync(Amended(first, 2, content =>
        {
            content["windowStart"] = "2026-03-05T07:00:00Z";
            content["route"]![1]!["lat"] = 35.45;
            content.Remove("vehicles");
        }));

        const string Names = """["windowStart","route","vehicles"]""";
        Assert.Equal(Names, await ChangedAsync(Exercise.North, first));
        Assert.Equal(1, (int)(await HeldAsync(Exercise.North, first))["changedSince"]!);
        var row = (await app.GetAsync(Exercise.North, "items")).Body["items"]!.AsArray().Single(item => (string?)item!["item"] == first.Item)!;
        Assert.Equal(Names, row["changed"]!.ToJsonString());
        var entries = (await app.EntriesAsync(Exercise.North)).Where(entry => (string?)entry["item"] == first.Item).ToList();
        Assert.Equal([null, Names], entries.Select(entry => entry["view"]?["changed"]?.ToJsonString()));
        var seen = (await app.GetAsync(Exercise.North, $"items/{first.Item}")).Text;
        Assert.DoesNotContain("AB 1234", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-03-05T06:00:00Z\",\"windowEnd", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_connections_get_the_same_names_until_another_entry_overtakes_them()
    {
        var first = Of(app, [North]);
        await app.TakeAsync(first);
        var second = Amended(first, 2, content => content["mode"] = "FOOT");
        await app.TakeAsync(second);
        var stream = (string)(await app.StreamAsync(Exercise.North))["stream"]!;
        Assert.Equal([null, """["mode"]"""], await FramesAsync(stream, first));

        await app.TakeAsync(Amended(second, 3, content => content["windowEnd"] = "2026-03-05T15:00:00Z"));

        Assert.Equal([null, null, """["windowEnd"]"""], await FramesAsync(stream, first));
    }

    [Fact]
    public async Task A_receipt_and_a_state_are_no_difference_and_leave_the_names_of_the_version()
    {
        var first = Of(app, [North]);
        await app.TakeAsync(first);
        var second = Amended(first, 2, content => content["mode"] = "FOOT");
        await app.TakeAsync(second);

        var receipt = Amended(second, 2, content =>
        {
            content["dispatch"]![0]!["state"] = "ACKNOWLEDGED";
            content["state"] = "UNDERWAY";
        });
        await app.TakeAsync(receipt);
        await app.RestartAsync();

        Assert.Equal("""["mode"]""", await ChangedAsync(Exercise.North, first));
        Assert.Equal(3, (int)(await HeldAsync(Exercise.North, first))["revision"]!);

        await app.TakeAsync(Amended(receipt, 3, content => content["state"] = "POSTPONED"));
        Assert.Null(await ChangedAsync(Exercise.North, first));
    }

    [Fact]
    public async Task A_change_that_rounding_hides_has_no_name_where_it_is_hidden_and_has_one_where_it_is_not()
    {
        var first = Of(app, Both).Worded();
        await app.TakeAsync(first);
        await ReleaseRoundedForSouthAsync();
        var second = Amended(first, 2, content => content["route"]![0]!["lat"] = 35.12399);
        await app.TakeAsync(second);
        await ReleaseRoundedForSouthAsync();

        Assert.Equal(2, (int)(await HeldAsync(Exercise.South, first))["fields"]!["version"]!);
        Assert.Equal("""["route"]""", await ChangedAsync(Exercise.North, first));
        Assert.Null(await ChangedAsync(Exercise.South, first));

        var third = Amended(second, 3, content => content["route"]![0]!["lat"] = 35.9);
        await app.TakeAsync(third);
        Assert.Equal(2, (int)(await HeldAsync(Exercise.South, first))["fields"]!["version"]!);
        await ReleaseRoundedForSouthAsync();
        Assert.Equal("""["route"]""", await ChangedAsync(Exercise.South, first));
        Assert.Equal(2, (int)(await HeldAsync(Exercise.South, first))["changedSince"]!);
    }

    [Fact]
    public async Task What_changes_for_the_own_side_alone_makes_no_difference_to_a_force_and_gives_it_no_entry()
    {
        var first = Of(app, [North]);
        await app.TakeAsync(first);
        var second = Amended(first, 2, content => content["mode"] = "FOOT");
        await app.TakeAsync(second);
        var (before, head) = (await app.GetAsync(Exercise.North, $"items/{first.Item}"), await HeadAsync(Exercise.North));

        await app.TakeAsync(Amended(second, 2, content =>
        {
            content["notes"] = "The second driver fell ill.";
            content["staff"] = 3;
        }));

        Assert.Equal(before, await app.GetAsync(Exercise.North, $"items/{first.Item}"));
        Assert.Equal(head, await HeadAsync(Exercise.North));
    }

    [Fact]
    public async Task A_version_with_hidden_changes_looks_to_a_force_like_one_without()
    {
        var (plain, other) = (Of(app, [North]), Of(app, [North]));
        await app.TakeAsync(plain);
        await app.TakeAsync(other);

        await app.TakeAsync(Amended(plain, 2, content => content["mode"] = "FOOT"));
        await app.TakeAsync(Amended(other, 2, content =>
        {
            content["mode"] = "FOOT";
            content["notes"] = "Canary of a hidden change.";
            content["purpose"] = "EVACUATION";
            content["evacuees"] = 40;
        }));

        Assert.Equal(
            (await app.GetAsync(Exercise.North, $"items/{plain.Item}")).Text,
            (await app.GetAsync(Exercise.North, $"items/{other.Item}")).Text.Replace(other.Item, plain.Item, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_not_named_sees_nothing_of_it()
    {
        var first = Of(app, [North]);
        await app.TakeAsync(first);
        var head = await HeadAsync(Exercise.South);

        await app.TakeAsync(Amended(first, 2, content => content["mode"] = "FOOT"));

        Assert.Equal(404, (await app.GetAsync(Exercise.South, $"items/{first.Item}")).Status);
        Assert.Equal(head, await HeadAsync(Exercise.South));
        Assert.DoesNotContain("changed", (await app.GetAsync(Exercise.South, "items")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_it_was_taken_back_nothing_is_named()
    {
        var first = Of(app, [North]);
        await app.TakeAsync(first);
        Assert.Equal(204, (await app.PostAsync(
            Exercise.Olena, $"items/{first.Item}/recall", new { target = $"audience:{North}", reason = "The route was too exact." })).Status);

        await app.TakeAsync(Amended(first, 2, content => content["route"]![0]!["lat"] = 35.2));
        await app.ReleaseAllAsync();

        Assert.Equal(2, (int)(await HeldAsync(Exercise.North, first))["fields"]!["version"]!);
        Assert.Null(await ChangedAsync(Exercise.North, first));
    }

    [Fact]
    public async Task What_rules_take_out_of_a_version_is_not_named_any_more_and_the_rest_is()
    {
        var first = Of(app, [North]);
        await app.TakeAsync(first);
        await app.TakeAsync(Amended(first, 2, content =>
        {
            content["mode"] = "FOOT";
            content["route"]![0]!["lat"] = 35.2;
        }));
        Assert.Equal("""["mode","route"]""", await ChangedAsync(Exercise.North, first));

        await app.RestartAsync(WithoutLocation());
        await app.TightenAsync();

        var held = await HeldAsync(Exercise.North, first);
        Assert.Null(held["fields"]!["route"]);
        Assert.Equal("""["mode"]""", held["changed"]!.ToJsonString());
    }

    [Fact]
    public async Task A_report_of_an_incident_which_has_no_version_that_people_speak_of_names_nothing()
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);
        await app.ReleaseAllAsync();

        await app.TakeAsync(app.Incident(summary: "Road open again.", version: 2, item: incident.Item));
        await app.ReleaseAllAsync();

        Assert.Null(await ChangedAsync(Exercise.Chidi, incident));
        Assert.Null(await ChangedAsync(Exercise.North, incident));
    }

    private static ItemVersioned Amended(ItemVersioned before, int edition, Action<JsonObject> change)
    {
        var content = (JsonObject)before.Content.DeepClone();
        content["version"] = edition;
        change(content);
        return before with { Version = before.Version + 1, Content = content };
    }

    private static byte[] WithoutLocation()
    {
        var policy = JsonNode.Parse(Classification.ShippedPolicies.HumanitarianSpaceUtf8)!.AsObject();
        policy["version"] = 3;
        var grant = policy["grants"]!.AsArray().Single(grant => (string?)grant!["id"] == "movement-to-named-force")!;
        grant["disclose"]!.AsObject().Remove("location");
        return System.Text.Encoding.UTF8.GetBytes(policy.ToJsonString());
    }

    private async Task ReleaseRoundedForSouthAsync()
    {
        foreach (var review in await app.ReviewsAsync())
        {
            object fields = ((string?)review["audience"])!.Contains(South, StringComparison.Ordinal) ? new { route = new { grain = "coarse" } } : new { };
            var answer = await app.PostAsync(
                Exercise.Olena, $"reviews/{review["review"]}/release", new { note = "As agreed.", shown = (string?)review["shown"], fields });
            Assert.True(answer.Status == 204, answer.Text);
        }
    }

    private async Task<JsonObject> HeldAsync(Participant who, ItemVersioned item) => (await app.GetAsync(who, $"items/{item.Item}")).Body;

    private async Task<string?> ChangedAsync(Participant who, ItemVersioned item)
    {
        var held = await HeldAsync(who, item);
        Assert.Equal(item.Item, (string?)held["item"]);
        return held["changed"]?.ToJsonString();
    }

    private async Task<long> HeadAsync(Participant who) => (long)(await app.StreamAsync(who))["head"]!;

    private async Task<IReadOnlyList<string?>> FramesAsync(string stream, ItemVersioned item) =>
        [.. (await app.BacklogAsync(stream))
            .Select(frame => JsonNode.Parse(frame.Frame)!)
            .Where(entry => (string?)entry["item"] == item.Item)
            .Select(entry => entry["view"]?["changed"]?.ToJsonString())];
}
