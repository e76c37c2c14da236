using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Release.Tests.Features;

public sealed class WideningTests : IAsyncLifetime, IDisposable
{
    private const string Northern = "audience:military:northern-force";

    private readonly ReleaseApp app = new();

    private readonly Participant petra = Exercise.Olena with { PersonId = Ids.New(), DisplayName = "Petra", SessionId = Ids.New() };

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        await app.JoinAsync(petra);
        await app.OpenChannelAsync(app.Plenary, ChannelKind.Plenary, Posture.Cooperation);
    }

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_message_for_all_goes_at_once_and_one_that_is_widened_later_waits_for_a_coordinator()
    {
        var open = app.Message(Exercise.Amal, "For all.", ["all"]);
        var own = app.Message(Exercise.Amal, "For us.", ["own-side"]);
        await app.TakeAsync(open);
        await app.TakeAsync(own);

        await app.TakeAsync(own with { Version = 2, ReleaseTo = ["all"] });

        Assert.Equal(200, (await app.GetAsync(Exercise.North, $"items/{open.Item}")).Status);
        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{own.Item}")).Status);
        Assert.DoesNotContain(await app.EntriesAsync(Exercise.North), entry => (string?)entry["item"] == own.Item);
        await app.ReleaseAllAsync();
        Assert.Equal(200, (await app.GetAsync(Exercise.North, $"items/{own.Item}")).Status);
        Assert.Equal(own.Item, (string?)(await app.EntriesAsync(Exercise.North))[^1]["item"]);
    }

    [Fact]
    public async Task A_version_that_comes_before_its_earlier_ones_goes_no_further_than_its_own_side_by_itself()
    {
        var own = app.Message(Exercise.Amal, "For us.", ["own-side"]);
        var later = own with { Version = 2, ReleaseTo = ["all"] };

        await app.TakeAsync(later);
        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{own.Item}")).Status);
        Assert.Equal(200, (await app.GetAsync(Exercise.Chidi, $"items/{own.Item}")).Status);
        await app.TakeAsync(own);

        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{own.Item}")).Status);
        Assert.DoesNotContain(await app.EntriesAsync(Exercise.North), entry => (string?)entry["item"] == own.Item);
        await app.ReleaseAllAsync();
        Assert.Equal(200, (await app.GetAsync(Exercise.North, $"items/{own.Item}")).Status);
    }

    [Theory]
    [InlineData("sensitivity")]
    [InlineData("caveats")]
    [InlineData("back and forth")]
    public async Task However_an_author_makes_an_item_go_further_two_people_are_needed(string how)
    {
        var first = app.Message(Exercise.Amal, "Words.", ["all"]);
        first = how switch
        {
            "sensitivity" => first with { Sensitivity = Sensitivity.High },
            "caveats" => first with { Caveats = Caveats.OriginHidden, Content = new JsonObject { ["text"] = "Words.", ["organisation"] = new JsonObject { ["id"] = "o", ["name"] = "Relief North", ["constituency"] = "ingo" } } },
            _ => first,
        };
        await app.TakeAsync(first);
        await app.TakeAsync(first with { Version = 2, ReleaseTo = how == "back and forth" ? ["own-side"] : ["all"] });

        await app.TakeAsync(first with { Version = 3, Sensitivity = Sensitivity.Low, Caveats = Caveats.None });

        Assert.NotEmpty(await app.ReviewsAsync());
        var seen = await app.GetAsync(Exercise.North, $"items/{first.Item}");
        Assert.True(seen.Status == 404 || seen.Body["fields"]!["organisation"] is null, seen.Text);
    }

    [Fact]
    public async Task A_narrower_version_that_arrives_late_still_counts()
    {
        var narrow = app.Message(Exercise.Amal, "Words.", ["own-side"]);
        await app.TakeAsync(narrow with { Version = 2, ReleaseTo = ["all"] });

        await app.TakeAsync(narrow);

        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{narrow.Item}")).Status);
        Assert.NotEmpty(await app.ReviewsAsync());
    }

    [Fact]
    public async Task Who_widened_an_item_does_not_release_it()
    {
        var own = app.Message(Exercise.Olena, "For us.", ["own-side"]) with { Sensitivity = Sensitivity.Low };
        await app.JoinAsync(Exercise.Of("Greta", "A mission", Constituency.Political));
        await app.TakeAsync(own);
        await app.TakeAsync(own with { Version = 2, ReleaseTo = ["own-side", "side:political"], By = petra.PersonId });
        var review = Assert.Single(await app.ReviewsAsync());

        Assert.Equal("CG-4031", (await app.ReleaseAsync(Exercise.Olena, review)).Code);
        Assert.Equal("CG-4031", (await app.ReleaseAsync(petra, review)).Code);
    }

    [Fact]
    public async Task A_coordinator_asks_the_owner_consents_and_it_goes_at_the_end_of_the_stream()
    {
        var item = app.Message(Exercise.Amal, "Bridge closed.", ["own-side"]);
        await app.TakeAsync(item);
        await app.TakeAsync(app.Message(Exercise.Amal, "Later one.", ["all"]));

        var asked = await app.PostAsync(Exercise.Olena, $"items/{item.Item}/widening", new { target = Northern, reason = "They ask about the bridge." });

        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{item.Item}")).Status);
        Assert.Null((await app.GetAsync(Exercise.Chidi, $"items/{item.Item}")).Body["widenings"]);
        var note = Assert.Single((await app.GetAsync(Exercise.Basma, $"items/{item.Item}")).Body["widenings"]!.AsArray())!;
        Assert.Equal(("asked", Northern, "They ask about the bridge."), ((string?)note["state"], (string?)note["audience"], (string?)note["reason"]));
        Assert.Equal("Bridge closed.", (string?)note["fields"]!["text"]);

        Assert.Equal(204, (await AnswerAsync(Exercise.Basma, item, asked, "consent")).Status);

        Assert.Equal("Bridge closed.", (string?)(await app.GetAsync(Exercise.North, $"items/{item.Item}")).Body["fields"]!["text"]);
        Assert.Equal(404, (await app.GetAsync(Exercise.South, $"items/{item.Item}")).Status);
        Assert.Equal(item.Item, (string?)(await app.EntriesAsync(Exercise.North))[^1]["item"]);
        Assert.Equal("consented", (string?)(await app.GetAsync(Exercise.Basma, $"items/{item.Item}")).Body["widenings"]![0]!["state"]);
        Assert.Equal("CG-4033", (await AnswerAsync(Exercise.Amal, item, asked, "consent")).Code);
    }

    [Fact]
    public async Task A_request_from_before_a_recall_is_over_with_it()
    {
        var item = app.Message(Exercise.Amal, "Bridge closed.", ["own-side"]);
        await app.TakeAsync(item);
        var asked = await app.PostAsync(Exercise.Olena, $"items/{item.Item}/widening", new { target = Northern, reason = "They ask about the bridge." });
        Assert.Equal(204, (await app.PostAsync(Exercise.Basma, $"items/{item.Item}/recall", new { target = Northern, reason = "It names a place." })).Status);

        var answer = await AnswerAsync(Exercise.Amal, item, asked, "consent");

        Assert.Equal("CG-4033", answer.Code);
        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{item.Item}")).Status);
    }

    [Fact]
    public async Task Declining_leaves_it_where_it_is_and_taking_a_consent_back_recalls_it()
    {
        var item = app.Message(Exercise.Amal, "Words.", ["own-side"]);
        await app.TakeAsync(item);
        var asked = await app.PostAsync(Exercise.Olena, $"items/{item.Item}/widening", new { target = Northern, reason = "Why not." });
        Assert.Equal(204, (await AnswerAsync(Exercise.Amal, item, asked, "decline")).Status);
        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{item.Item}")).Status);
        Assert.Equal("CG-4033", (await AnswerAsync(Exercise.Amal, item, asked, "consent")).Code);

        var again = await app.PostAsync(Exercise.Olena, $"items/{item.Item}/widening", new { target = Northern, reason = "Please." });
        await AnswerAsync(Exercise.Amal, item, again, "consent");
        Assert.Equal(200, (await app.GetAsync(Exercise.North, $"items/{item.Item}")).Status);
        await AnswerAsync(Exercise.Basma, item, again, "decline");

        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{item.Item}")).Status);
    }

    [Fact]
    public async Task A_consent_ends_when_the_author_says_something_else_and_new_words_are_looked_at()
    {
        var item = app.Message(Exercise.Amal, "Words.", ["own-side"]);
        await app.TakeAsync(item);
        var asked = await app.PostAsync(Exercise.Olena, $"items/{item.Item}/widening", new { target = Northern, reason = "Why not." });
        await AnswerAsync(Exercise.Amal, item, asked, "consent");

        await app.TakeAsync(item with { Version = 2, Content = new JsonObject { ["text"] = "Other words.", ["postedAt"] = "2026-03-01T08:00:00Z" } });
        Assert.Equal("Words.", (string?)(await app.GetAsync(Exercise.North, $"items/{item.Item}")).Body["fields"]!["text"]);
        Assert.Single(await app.ReviewsAsync());
        await app.TakeAsync(item with { Version = 3, ReleaseTo = ["own-organisation"] });

        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{item.Item}")).Status);
        Assert.Empty(await app.ReviewsAsync());
    }

    [Fact]
    public async Task Nobody_is_both_people()
    {
        var item = app.Message(Exercise.Olena, "From the office.", ["own-side"]);
        await app.TakeAsync(item);
        var asked = await app.PostAsync(Exercise.Olena, $"items/{item.Item}/widening", new { target = Northern, reason = "Why not." });

        Assert.Equal("CG-4031", (await AnswerAsync(Exercise.Olena, item, asked, "consent")).Code);
        Assert.Equal(404, (await app.GetAsync(Exercise.North, $"items/{item.Item}")).Status);
        Assert.Equal(204, (await AnswerAsync(petra, item, asked, "consent")).Status);
    }

    [Fact]
    public async Task Floors_and_policy_stay_what_they_are()
    {
        var grave = app.Incident() with { Protection = true, Sensitivity = Sensitivity.High, ReleaseTo = ["own-side"] };
        await app.TakeAsync(grave);

        var answer = await app.PostAsync(Exercise.Olena, $"items/{grave.Item}/widening", new { target = Northern, reason = "They ask." });

        Assert.Equal("CG-4032", answer.Code);
        Assert.Null((await app.GetAsync(Exercise.Basma, $"items/{grave.Item}")).Body["widenings"]);
    }

    [Fact]
    public async Task A_force_is_never_asked_about_another_force()
    {
        var message = app.Message(Exercise.North, "For all.", ["all"]);
        var named = app.Message(Exercise.North, "For one.", ["all"]) with { Recipients = ["audience:military:southern-force"] };
        await app.TakeAsync(message);
        await app.TakeAsync(named with { ReleaseTo = ["own-side", "humanitarian"] });

        foreach (var item in new[] { message, named })
        {
            var answer = await app.PostAsync(Exercise.Olena, $"items/{item.Item}/widening", new { target = "audience:military:southern-force", reason = "They ask." });

            Assert.Equal("CG-4032", answer.Code);
            Assert.DoesNotContain("southern", (await app.GetAsync(Exercise.North, $"items/{item.Item}")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Only_who_holds_it_asks_and_only_its_own_organisation_answers()
    {
        var secret = app.Message(Exercise.South, "For us.", ["own-side"]);
        var item = app.Message(Exercise.Amal, "Words.", ["own-side"]);
        await app.TakeAsync(secret);
        await app.TakeAsync(item);
        var body = new { target = Northern, reason = "Why not." };
        var asked = await app.PostAsync(Exercise.Olena, $"items/{item.Item}/widening", body);

        Assert.Equal(
            await app.PostAsync(Exercise.Olena, $"items/{Ids.New()}/widening", body), await app.PostAsync(Exercise.Olena, $"items/{secret.Item}/widening", body));
        Assert.Equal("CG-2003", (await app.PostAsync(Exercise.Chidi, $"items/{item.Item}/widening", body)).Code);
        foreach (var stranger in new[] { Exercise.Chidi, Exercise.North, Exercise.Olena, Exercise.Stranger })
        {
            Assert.Equal(
                await app.PostAsync(stranger, $"items/{Ids.New()}/widenings/{Ids.New()}/consent", new { }), await AnswerAsync(stranger, item, asked, "consent"));
        }
    }

    private Task<Answer> AnswerAsync(Participant who, ItemVersioned item, Answer asked, string verb) =>
        app.PostAsync(who, $"items/{item.Item}/widenings/{(string?)asked.Body["widening"]}/{verb}", new { });
}
