using ContactGroup.Contracts;
using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Release.Tests.Exports;

/// <summary>Several sites in one file: asked for by one person, confirmed by another, fetched once.</summary>
public sealed class TwoPeopleTests : IAsyncLifetime, IDisposable
{
    private readonly ReleaseApp app = new();

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        await app.TakeAsync(app.Site(lat: 35.21));
        await app.TakeAsync(app.Site(lat: 35.22));
    }

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData("geojson", "")]
    [InlineData("geojson", "kind=site")]
    [InlineData("hxl", "kind=site")]
    [InlineData("html", "")]
    [InlineData("kml", "status=current")]
    [InlineData("ics", "")]
    public async Task One_person_alone_gets_no_file_with_several_sites(string format, string filters)
    {
        foreach (var person in new[] { Exercise.Amal, Exercise.Chidi, Exercise.Olena, Exercise.North })
        {
            var refused = await app.ExportAsync(person, format, filters);

            Assert.Equal((403, "CG-4052"), (refused.Status, refused.Code));
        }
    }

    [Fact]
    public async Task The_feed_for_a_force_is_held_to_the_same()
    {
        Assert.Equal("CG-4052", (await app.ExportAsync(Exercise.North, "cot")).Code);
    }

    [Fact]
    public async Task A_force_that_was_told_of_one_site_learns_nothing_of_the_others_by_the_refusal()
    {
        Assert.Equal(200, (await app.ExportAsync(Exercise.South, "geojson")).Status);
        Assert.Equal(200, (await app.ExportAsync(Exercise.North, "geojson", "kind=incident")).Status);
    }

    [Fact]
    public async Task One_after_the_other_is_a_list_as_well()
    {
        var sites = Enumerable.Range(0, 6).Select(number => app.Site(lat: 36 + (number / 100.0))).ToList();
        await app.TakeAllAsync(sites);
        foreach (var site in sites.Take(5))
        {
            Assert.Equal(200, (await app.ExportAsync(Exercise.North, "kml", site)).Status);
        }

        Assert.Equal(200, (await app.ExportAsync(Exercise.North, "geojson", sites[0])).Status);
        Assert.Equal("CG-4052", (await app.ExportAsync(Exercise.North, "kml", sites[5])).Code);
        Assert.Equal(200, (await app.ExportAsync(Exercise.Amal, "kml", sites[5])).Status);

        app.Clock.Leap(TimeSpan.FromDays(1));
        Assert.Equal(200, (await app.ExportAsync(Exercise.North, "kml", sites[5])).Status);
    }

    [Fact]
    public async Task With_a_colleague_the_person_who_asked_fetches_it_once()
    {
        var request = await AskAsync(Exercise.Amal);
        Assert.Equal("CG-4053", (await FetchAsync(Exercise.Amal, request)).Code);

        Assert.Equal(204, (await ConfirmAsync(Exercise.Basma, request)).Status);

        Assert.Equal(404, (await FetchAsync(Exercise.Basma, request)).Status);
        var file = await FetchAsync(Exercise.Amal, request);
        Assert.Equal(2, file.Body["features"]!.AsArray().Count);
        Assert.Equal((409, "CG-4053"), (await FetchAsync(Exercise.Amal, request)) is var again ? (again.Status, again.Code) : default);
    }

    [Fact]
    public async Task A_coordinator_of_the_group_may_be_the_second_person()
    {
        var request = await AskAsync(Exercise.North);

        var waiting = (await app.GetAsync(Exercise.Olena, "exports/requests")).Body["waiting"]!.AsArray();
        Assert.Equal("Liaison North", (string?)Assert.Single(waiting)!["person"]);
        Assert.Equal(204, (await ConfirmAsync(Exercise.Olena, request)).Status);

        Assert.Equal(200, (await FetchAsync(Exercise.North, request)).Status);
    }

    [Fact]
    public async Task Nobody_is_their_own_second_person_and_to_others_the_request_is_absent()
    {
        var request = await AskAsync(Exercise.Amal);

        foreach (var person in new[] { Exercise.Amal, Exercise.Chidi, Exercise.North, Exercise.Stranger })
        {
            Assert.Equal(await ConfirmAsync(person, Ids.New()), await ConfirmAsync(person, request));
            Assert.Equal(404, (await ConfirmAsync(person, request)).Status);
            Assert.Empty((await app.GetAsync(person, "exports/requests")).Body["waiting"]!.AsArray());
        }

        foreach (var person in new[] { Exercise.Basma, Exercise.Chidi, Exercise.Olena })
        {
            Assert.Equal(await FetchAsync(person, Ids.New()), await FetchAsync(person, request));
        }
    }

    [Fact]
    public async Task It_holds_what_the_person_may_see_when_they_fetch_it()
    {
        var request = await AskAsync(Exercise.North);
        await ConfirmAsync(Exercise.Olena, request);
        var late = app.Site(lat: 35.29);
        await app.TakeAsync(late);
        await app.PostAsync(Exercise.Olena, $"items/{late.Item}/recall", new { target = "audience:military:northern-force", reason = "Not safe." });

        var file = await FetchAsync(Exercise.North, request);

        Assert.DoesNotContain("35.29", file.Text, StringComparison.Ordinal);
        Assert.Contains("35.21", file.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_an_hour_it_has_to_be_asked_for_again_and_after_a_day_it_waits_no_more()
    {
        var late = await AskAsync(Exercise.Amal);
        var confirmed = await AskAsync(Exercise.Amal);
        await ConfirmAsync(Exercise.Basma, confirmed);

        app.Clock.Leap(TimeSpan.FromHours(1));
        Assert.Equal("CG-4053", (await FetchAsync(Exercise.Amal, confirmed)).Code);

        app.Clock.Leap(TimeSpan.FromDays(1));
        Assert.Equal(404, (await ConfirmAsync(Exercise.Basma, late)).Status);
        Assert.Equal(["over", "over"], (await app.GetAsync(Exercise.Amal, "exports/requests")).Body["own"]!.AsArray().Select(own => (string?)own!["state"]));
    }

    [Fact]
    public async Task A_channel_that_the_second_person_does_not_read_is_not_theirs_to_confirm()
    {
        var caucus = Ids.New();
        await app.OpenChannelAsync(caucus, Contracts.Channels.ChannelKind.Caucus, Classification.Posture.Coexistence, "ingo");
        var request = await AskAsync(Exercise.Amal, caucus);

        Assert.Equal(404, (await ConfirmAsync(Exercise.Olena, request)).Status);
        Assert.DoesNotContain(caucus, (await app.GetAsync(Exercise.Olena, "exports/requests")).Text, StringComparison.Ordinal);
        Assert.Equal(204, (await ConfirmAsync(Exercise.Basma, request)).Status);
    }

    [Fact]
    public async Task A_channel_of_others_cannot_be_asked_about_and_no_more_than_five_requests_wait()
    {
        Assert.Equal(404, (await app.PostAsync(Exercise.Amal, "exports/requests", new { format = "geojson", channel = Ids.New() })).Status);
        for (var number = 0; number < 5; number++)
        {
            await AskAsync(Exercise.Amal);
        }

        Assert.Equal((400, "CG-1002"), (await app.PostAsync(Exercise.Amal, "exports/requests", new { format = "geojson", channel = app.Plenary })) is var sixth ? (sixth.Status, sixth.Code) : default);
    }

    [Fact]
    public async Task A_file_of_all_channels_is_more_than_a_second_person_knows_of()
    {
        var answer = await app.PostAsync(Exercise.Amal, "exports/requests", new { format = "geojson" });

        Assert.Equal((400, "CG-1002"), (answer.Status, answer.Code));
        Assert.Contains("channel", answer.Body["errors"]!.AsObject().Select(error => error.Key));
    }

    [Fact]
    public async Task Asked_for_all_at_once_no_more_go_alone_than_one_after_the_other()
    {
        var sites = Enumerable.Range(0, 20).Select(number => app.Site(lat: 37 + (number / 100.0))).ToList();
        await app.TakeAllAsync(sites);

        var answers = await Task.WhenAll(sites.Select(site => app.ExportAsync(Exercise.North, "kml", site)));

        Assert.Equal(5, answers.Count(answer => answer.Status == 200));
        Assert.All(answers.Where(answer => answer.Status != 200), answer => Assert.Equal("CG-4052", answer.Code));
    }

    private async Task<string> AskAsync(Participant who, string? channel = null) =>
        (string)(await app.PostAsync(who, "exports/requests", new { format = "geojson", kind = "site", channel = channel ?? app.Plenary })).Body["request"]!;

    private Task<Answer> ConfirmAsync(Participant who, string request) => app.PostAsync(who, $"exports/requests/{request}/confirm", new { });

    private Task<Answer> FetchAsync(Participant who, string request) => app.GetAsync(who, $"exports/requests/{request}/file");
}
