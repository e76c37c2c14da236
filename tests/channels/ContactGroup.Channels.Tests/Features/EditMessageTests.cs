using System.Net;
using ContactGroup.Channels.Tests.Fixtures;
using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Items;
using ContactGroup.Testing;

namespace ContactGroup.Channels.Tests.Features;

public sealed class EditMessageTests : TheatreTests
{
    [Fact]
    public async Task An_edit_is_a_new_version_that_stands_alone_and_the_earlier_ones_are_kept()
    {
        var item = await Theatre.PostAsync(Theatre.Ingo, Theatre.Plenary);
        App.Clock.Advance(TimeSpan.FromMinutes(1));

        var answer = (await EditAsync(Theatre.Ingo, item, new { text = "Road closed", sensitivity = "high", releaseTo = new[] { "all" } }))
            .Is(HttpStatusCode.Accepted);

        Assert.Equal((item, 2), (answer.Item, (int?)answer.Json["version"]));
        var fact = (await App.PublishedAsync<ItemVersioned>())[^1].Fact;
        Assert.Equal((item, 2, Sensitivity.High, "all"), (fact.Item, fact.Version, fact.Sensitivity, Assert.Single(fact.ReleaseTo)));
        Assert.Equal(App.Clock.GetUtcNow(), fact.At);
        Assert.Equal("Road closed", (string?)fact.Content["text"]);
        Assert.True((bool?)fact.Content["edited"]);
        Assert.Equal("2026-03-01T08:00:00Z", (string?)fact.Content["postedAt"]);
        Assert.Equal(
            "Road open/Road closed",
            await App.OnStoreAsync<string>(
                $"SELECT {(TestStorage.IsPostgres ? "string_agg" : "group_concat")}(text, '/') FROM (SELECT text FROM message_versions WHERE item = @item ORDER BY version) one", new { item }));
    }

    [Fact]
    public async Task What_an_edit_does_not_say_stays_as_it_was()
    {
        var item = (await Theatre.As(Theatre.Ingo).PostAsync(
            $"channels/{Theatre.Plenary}/messages",
            new { text = "t", sensitivity = "low", releaseTo = new[] { "own-organisation" }, caveats = new[] { "no-export" } })).Item;

        (await EditAsync(Theatre.Ingo, item, new { text = "u" })).Is(HttpStatusCode.Accepted);

        var fact = (await App.PublishedAsync<ItemVersioned>())[^1].Fact;
        Assert.Equal((Sensitivity.Low, "own-organisation", Caveats.NoExport), (fact.Sensitivity, Assert.Single(fact.ReleaseTo), fact.Caveats));
    }

    [Fact]
    public async Task Only_who_holds_the_message_is_told_that_they_are_not_its_author()
    {
        var item = await Theatre.PostAsync(Theatre.Ingo, Theatre.Plenary, Theatre.Nngo);
        var before = await App.RowsAsync();

        (await EditAsync(Theatre.Nngo, item, new { text = "u" })).Is(HttpStatusCode.Forbidden).Refuses("CG-3003");
        (await Theatre.As(Theatre.Nngo).PostAsync($"items/{item}/withdraw", new { })).Is(HttpStatusCode.Forbidden).Refuses("CG-3003");
        var absent = await EditAsync(Theatre.North, Ids.New(), new { text = "u" });
        absent.Is(HttpStatusCode.NotFound).Refuses("CG-2004");
        Assert.Equal(absent, await EditAsync(Theatre.North, item, new { text = "u" }));
        Assert.Equal(absent, await EditAsync(Theatre.Outsider, item, new { text = "u" }));
        Assert.Equal(absent, await Theatre.As(Theatre.North).PostAsync($"items/{item}/withdraw", new { }));
        Assert.Equal(before, await App.RowsAsync());
    }

    [Fact]
    public async Task An_edit_needs_the_present_terms()
    {
        var item = await Theatre.PostAsync(Theatre.Ingo, Theatre.Plenary);
        await Theatre.WriteTermsAsync();

        (await EditAsync(Theatre.Ingo, item, new { text = "u" })).Refuses("CG-3001");
    }

    [Fact]
    public async Task A_withdrawn_message_cannot_be_edited_back_into_sight()
    {
        var item = await Theatre.PostAsync(Theatre.Ingo, Theatre.Plenary);
        (await Theatre.As(Theatre.Ingo).PostAsync($"items/{item}/withdraw", new { reason = "wrong road" })).Is(HttpStatusCode.Accepted);

        (await EditAsync(Theatre.Ingo, item, new { text = "u" })).Refuses("CG-2004");
    }

    [Theory]
    [InlineData("""{"text":""}""", "text")]
    [InlineData("""{"text":"t","sensitivity":"unknown"}""", "sensitivity")]
    [InlineData("""{"text":"t","releaseTo":["side:nobody"]}""", "releaseTo[0]")]
    [InlineData("""{"text":"t","releaseTo":[]}""", "releaseTo")]
    public async Task A_bad_edit_is_refused_and_stores_nothing(string body, string field)
    {
        var item = await Theatre.PostAsync(Theatre.Ingo, Theatre.Plenary);
        var before = await App.RowsAsync();

        (await Theatre.As(Theatre.Ingo).PostTextAsync($"items/{item}/edit", body)).Is(HttpStatusCode.BadRequest).Refuses("CG-1002", field);

        Assert.Equal(before, await App.RowsAsync());
    }

    private Task<Answer> EditAsync(Person person, string item, object body) => Theatre.As(person).PostAsync($"items/{item}/edit", body);
}
