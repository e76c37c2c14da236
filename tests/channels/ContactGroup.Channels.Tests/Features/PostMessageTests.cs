using System.Net;
using System.Text.Json.Nodes;
using ContactGroup.Channels.Tests.Fixtures;
using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Items;
using ContactGroup.Testing;

namespace ContactGroup.Channels.Tests.Features;

public sealed class PostMessageTests : TheatreTests
{
    [Fact]
    public async Task A_message_is_taken_in_with_item_reference_and_version()
    {
        var answer = (await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary)).Is(HttpStatusCode.Accepted);

        Assert.True(Ids.IsWellFormed(answer.Item));
        Assert.Matches("^MSG-[0-9A-Z]{4}-[0-9A-Z]{4}$", answer.Text("reference"));
        Assert.Equal(1, (int?)answer.Json["version"]);
        Assert.Equal(3, answer.Json.AsObject().Count);
    }

    [Fact]
    public async Task The_version_and_its_fact_are_stored_together_with_the_whole_content()
    {
        var answer = await Theatre.TryPostAsync(Theatre.North, Theatre.NorthDesk, "Road N2 closed");

        var (partition, fact) = Assert.Single(await App.PublishedAsync<ItemVersioned>());
        Assert.Equal(Theatre.NorthDesk, partition);
        Assert.Equal(answer.Item, fact.Item);
        Assert.Equal(answer.Text("reference"), fact.Reference);
        Assert.Equal((Theatre.NorthDesk, "message", 1, ItemStatus.Current), (fact.Channel, fact.Kind, fact.Version, fact.Status));
        Assert.Equal(
            new ItemOrigin(
                Theatre.North.Id, "North", Theatre.North.Organisation, Theatre.North.OrganisationName, Constituency.Military, "northern-force"),
            fact.Origin);
        Assert.Equal(App.Clock.GetUtcNow(), fact.At);
        Assert.Empty(fact.Recipients);
        Assert.Null(fact.Expires);
        Assert.False(fact.Exercise);
        Assert.True(JsonNode.DeepEquals(
            new JsonObject
            {
                ["text"] = "Road N2 closed",
                ["author"] = new JsonObject { ["id"] = Theatre.North.Id, ["name"] = "North" },
                ["organisation"] = new JsonObject
                {
                    ["id"] = Theatre.North.Organisation,
                    ["name"] = Theatre.North.OrganisationName,
                    ["constituency"] = "military",
                },
                ["postedAt"] = "2026-03-01T08:00:00Z",
                ["edited"] = false,
                ["acknowledgementRequested"] = false,
            },
            fact.Content));
        Assert.Equal(1, await App.OnStoreAsync<long>("SELECT count(*) FROM message_versions WHERE item = @Item", new { answer.Item }));
    }

    [Fact]
    public async Task When_the_fact_cannot_be_stored_neither_is_the_message()
    {
        var before = await App.RowsAsync();
        await App.OnStoreAsync<long>(TestStorage.RefuseInserts("outbox"));

        var answer = await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary);

        Assert.True((int)answer.Status >= 500, answer.Body);
        Assert.Equal(before, await App.RowsAsync());
    }

    [Fact]
    public async Task Every_content_field_is_in_the_schema_from_which_views_are_built()
    {
        await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary);

        var names = ItemSchemas.Find("message")!.Fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var content = Assert.Single(await App.PublishedAsync<ItemVersioned>()).Fact.Content;
        Assert.All(content, field => Assert.True(names.Contains(field.Key), field.Key));
    }

    [Fact]
    public async Task Unlabelled_means_moderate_and_the_default_of_the_kind_of_channel()
    {
        Assert.Equal("Moderate own-side", await LabelAsync(Theatre.Ingo, Theatre.Plenary));
        Assert.Equal("Moderate own-side", await LabelAsync(Theatre.Ingo, Theatre.NgoRoom));
        Assert.Equal("Moderate all", await LabelAsync(Theatre.North, Theatre.NorthDesk));
        Assert.Equal("Moderate all", await LabelAsync(Theatre.Coordinator, Theatre.NorthDesk));
        Assert.Equal("Moderate all", await LabelAsync(Theatre.Coordinator, Theatre.Notice));
    }

    [Fact]
    public async Task The_author_s_label_is_kept_as_given()
    {
        await PostAsync(new
        {
            text = "Checkpoint moved",
            sensitivity = "high",
            releaseTo = new[] { "humanitarian", "audience:military:northern-force", "organisation:" + Theatre.Nngo.Organisation },
            caveats = new[] { "unattributed", "no-export" },
            acknowledgementRequested = true,
            expiresAt = App.Clock.GetUtcNow().AddDays(2),
        });

        var fact = Assert.Single(await App.PublishedAsync<ItemVersioned>()).Fact;
        Assert.Equal(Sensitivity.High, fact.Sensitivity);
        Assert.Equal(
            $"humanitarian audience:military:northern-force organisation:{Theatre.Nngo.Organisation}", string.Join(' ', fact.ReleaseTo));
        Assert.Equal(Caveats.Unattributed | Caveats.NoExport | Caveats.Expires, fact.Caveats);
        Assert.Equal(App.Clock.GetUtcNow().AddDays(2), fact.Expires);
        Assert.True((bool?)fact.Content["acknowledgementRequested"]);
    }

    [Fact]
    public async Task In_an_exercise_every_message_is_marked()
    {
        var seeded = await App.SeedAsync(new Contracts.Channels.GroupSeed(
            "Exercise", "p", "a", Posture.Cooperation, Exercise: true, Theatre.Coordinator.Id, [Theatre.Coordinator.ToSeed(), Theatre.Ingo.ToSeed()],
            [new Contracts.Channels.ChannelSeed("Plenary", Contracts.Channels.ChannelKind.Plenary, [], [])]));

        (await Theatre.TryPostAsync(Theatre.Ingo, seeded.Channels["Plenary"])).Is(HttpStatusCode.Accepted);

        var fact = Assert.Single(await App.PublishedAsync<ItemVersioned>()).Fact;
        Assert.True(fact.Exercise);
        Assert.Equal(Caveats.Exercise, fact.Caveats);
    }

    [Fact]
    public async Task Only_coordination_writes_notices()
    {
        (await Theatre.TryPostAsync(Theatre.Coordinator, Theatre.Notice)).Is(HttpStatusCode.Accepted);
        (await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Notice)).Is(HttpStatusCode.Forbidden).Refuses("CG-2003");
        (await Theatre.TryPostAsync(Theatre.North, Theatre.Notice)).Is(HttpStatusCode.Forbidden).Refuses("CG-2003");
    }

    [Fact]
    public async Task A_hidden_channel_and_an_absent_one_are_refused_alike()
    {
        var before = await App.RowsAsync();
        var absent = await Theatre.TryPostAsync(Theatre.North, Ids.New());

        absent.Is(HttpStatusCode.NotFound).Refuses("CG-2004");
        Assert.Equal(absent, await Theatre.TryPostAsync(Theatre.North, Theatre.Humanitarian));
        Assert.Equal(absent, await Theatre.TryPostAsync(Theatre.South, Theatre.NorthDesk));
        Assert.Equal(absent, await Theatre.TryPostAsync(Theatre.Ingo, Theatre.NorthDesk));
        Assert.Equal(absent, await Theatre.TryPostAsync(Theatre.Coordinator, Theatre.NgoRoom));
        Assert.Equal(absent, await Theatre.TryPostAsync(Theatre.Outsider, Theatre.Plenary));
        Assert.Equal(absent, await Theatre.TryPostAsync(Theatre.North, "garbage"));
        Assert.Equal(before, await App.RowsAsync());
    }

    [Fact]
    public async Task A_bad_body_to_a_hidden_channel_and_to_an_absent_one_are_refused_alike()
    {
        var hidden = await Theatre.As(Theatre.North).PostAsync($"channels/{Theatre.Humanitarian}/messages", new { text = "", releaseTo = new[] { "x" } });
        var absent = await Theatre.As(Theatre.North).PostAsync($"channels/{Ids.New()}/messages", new { text = "", releaseTo = new[] { "x" } });

        Assert.Equal(absent, hidden);
    }

    [Fact]
    public async Task A_reply_carries_its_parent_which_its_author_must_hold()
    {
        var parent = await Theatre.PostAsync(Theatre.Ingo, Theatre.Plenary, Theatre.Nngo);

        (await ReplyAsync(Theatre.Nngo, Theatre.Plenary, parent)).Is(HttpStatusCode.Accepted);

        Assert.Equal(parent, (string?)(await App.PublishedAsync<ItemVersioned>())[^1].Fact.Content["replyTo"]);
    }

    [Fact]
    public async Task A_reply_to_a_hidden_item_and_to_an_absent_one_are_refused_alike()
    {
        var hidden = await Theatre.PostAsync(Theatre.Ingo, Theatre.Plenary);
        var before = await App.RowsAsync();

        var absent = await ReplyAsync(Theatre.North, Theatre.Plenary, Ids.New());

        absent.Is(HttpStatusCode.NotFound).Refuses("CG-2004");
        Assert.Equal(absent, await ReplyAsync(Theatre.North, Theatre.Plenary, hidden));
        Assert.Equal(absent, await ReplyAsync(Theatre.North, Theatre.Plenary, "garbage"));
        Assert.Equal(before, await App.RowsAsync());
    }

    [Fact]
    public async Task A_reply_belongs_in_the_channel_of_what_it_answers()
    {
        var parent = await Theatre.PostAsync(Theatre.Ingo, Theatre.Humanitarian);

        (await ReplyAsync(Theatre.Ingo, Theatre.Plenary, parent)).Is(HttpStatusCode.BadRequest).Refuses("CG-1002", "replyTo");
    }

    [Theory]
    [InlineData("side:security")]
    [InlineData("audience:military:northern-force")]
    [InlineData("side:political")]
    public async Task A_release_set_that_reaches_nobody_in_the_channel_is_refused(string atom)
    {
        var before = await App.RowsAsync();

        var answer = await Theatre.As(Theatre.Ingo).PostAsync(
            $"channels/{Theatre.NgoRoom}/messages", new { text = "t", releaseTo = new[] { "own-side", atom } });

        answer.Is(HttpStatusCode.BadRequest).Refuses("CG-1002", "releaseTo[1]");
        Assert.Equal(before, await App.RowsAsync());
    }

    [Fact]
    public async Task An_expiry_lies_in_the_future()
    {
        (await PostAsync(new { text = "t", expiresAt = App.Clock.GetUtcNow() })).Refuses("CG-1002", "expiresAt");
        (await PostAsync(new { text = "t", expiresAt = App.Clock.GetUtcNow().AddDays(400) })).Refuses("CG-1002", "expiresAt");
        (await PostAsync(new { text = "t", caveats = new[] { "expires" } })).Refuses("CG-1002", "expiresAt");
    }

    private Task<Answer> PostAsync(object body) => Theatre.As(Theatre.Ingo).PostAsync($"channels/{Theatre.Plenary}/messages", body);

    private Task<Answer> ReplyAsync(Person person, string channel, string replyTo) =>
        Theatre.As(person).PostAsync($"channels/{channel}/messages", new { text = "Thank you", replyTo });

    private async Task<string> LabelAsync(Person person, string channel)
    {
        (await Theatre.TryPostAsync(person, channel)).Is(HttpStatusCode.Accepted);
        var fact = (await App.PublishedAsync<ItemVersioned>())[^1].Fact;
        return $"{fact.Sensitivity} {string.Join(' ', fact.ReleaseTo)}";
    }
}
