using System.Text.Json.Nodes;

namespace ContactGroup.Access.Tests.Features;

/// <summary>An app of its own for each test: the overview counts everything.</summary>
public sealed class OverviewTests : IAsyncLifetime, IDisposable
{
    private const string Question = "overview?country=SYR&from=2026-01&to=2026-03";

    private readonly AccessApp app = new();
    private string room = string.Empty;

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        room = app.Channels.Open();
    }

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task It_counts_by_area_month_and_type_with_the_band_of_the_highest_severity()
    {
        await RaiseAsync(3, ("severity", "2"));
        await RaiseAsync(1, ("severity", "3"));
        await RaiseAsync(3, ("severity", "1"), ("startedAt", "2026-01-31"));
        await PublishAsync();

        var cells = await CellsAsync();

        Assert.Equal(
            [("SY02", "2026-01", "AC3", 3, "1-2"), ("SY02", "2026-02", "AC3", 4, "3-4")],
            cells.Select(cell => ((string?)cell["admin1"], (string?)cell["month"], (string?)cell["constraintType"], (int)cell["count"]!, (string?)cell["highestSeverity"])));
    }

    [Fact]
    public async Task Few_ones_are_put_together_as_other_areas_or_left_out_and_no_total_tells_of_them()
    {
        await RaiseAsync(3);
        await RaiseAsync(2, ("admin1Pcode", "SY03"), ("admin2Pcode", null));
        await RaiseAsync(1, ("admin1Pcode", "SY04"), ("admin2Pcode", null));
        await RaiseAsync(3, ("constraintType", "AC7"));
        await RaiseAsync(2, ("constraintType", "AC7"), ("admin1Pcode", "SY03"), ("admin2Pcode", null));
        await PublishAsync();

        var answer = await app.GetAsync(People.Ngo, Question);

        var cells = answer.Body["cells"]!.AsArray();
        Assert.Equal(
            [("SY02", "AC3", 3), (null, "AC3", 3), ("SY02", "AC7", 3)],
            cells.Select(cell => ((string?)cell!["admin1"], (string?)cell["constraintType"], (int)cell["count"]!)));
        Assert.DoesNotContain("SY03", answer.Text, StringComparison.Ordinal);
        Assert.Equal(["cells", "country", "exercise", "from", "minimum", "publishedAt", "to"], answer.Body.Select(field => field.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_happened_since_it_was_published_is_not_in_it_so_that_two_questions_tell_no_more_than_one()
    {
        await RaiseAsync(3);
        await PublishAsync();
        var before = await app.GetAsync(People.Ngo, Question);
        var late = (await RaiseAsync(1, ("severity", "4")))[0];
        await app.PostAsync(People.Ngo, $"items/{late}/update", new { constraintType = "AC1" });

        Assert.Equal(before.Text, (await app.GetAsync(People.Ngo, Question)).Text);
        app.Clock.Advance(TimeSpan.FromHours(15));
        Assert.Equal(before.Text, (await app.GetAsync(People.Ngo, Question)).Text);
    }

    [Fact]
    public async Task What_was_taken_back_is_out_and_what_changed_counts_as_it_is_now()
    {
        var items = await RaiseAsync(5);
        await app.PostAsync(People.Ngo, $"items/{items[0]}/withdraw", new { reason = "Wrong." });
        await app.PostAsync(People.Ngo, $"items/{items[1]}/update", new { severity = 4 });
        await app.PostAsync(People.Ngo, $"items/{items[2]}/state", new { state = "RESOLVED" });
        await PublishAsync();

        var cell = Assert.Single(await CellsAsync());

        Assert.Equal((4, "3-4"), ((int)cell["count"]!, (string?)cell["highestSeverity"]));
    }

    [Fact]
    public async Task What_was_taken_back_from_the_side_is_out_from_the_next_time_on_and_not_before()
    {
        var items = await RaiseAsync(4);
        await PublishAsync();
        var before = await app.GetAsync(People.Ngo, Question);

        await app.HoldAsync(items[0], version: null, change: 1);
        Assert.Equal(before.Text, (await app.GetAsync(People.Ngo, Question)).Text);
        await PublishAsync();

        Assert.Equal(3, (int)Assert.Single(await CellsAsync())["count"]!);
    }

    [Fact]
    public async Task What_the_side_holds_again_counts_again_from_the_next_time_on_as_the_version_that_it_holds()
    {
        var items = await RaiseAsync(4, ("severity", "1"));
        await app.HoldAsync(items[0], version: null, change: 1);
        await app.PostAsync(People.Ngo, $"items/{items[0]}/update", new { severity = 4 });
        await PublishAsync();
        var before = await app.GetAsync(People.Ngo, Question);

        await app.HoldAsync(items[0], version: 1, change: 2);
        Assert.Equal(before.Text, (await app.GetAsync(People.Ngo, Question)).Text);
        await PublishAsync();
        Assert.Equal([(4, "1-2")], await FiguresAsync());
        await app.HoldAsync(items[0], version: 2, change: 3);
        await PublishAsync();

        Assert.Equal([(4, "3-4")], await FiguresAsync());
    }

    [Fact]
    public async Task What_the_side_holds_again_is_out_when_it_is_withdrawn_or_kept_to_fewer()
    {
        var items = await RaiseAsync(5);
        foreach (var item in items)
        {
            await app.HoldAsync(item, version: 1, change: 2);
        }

        await app.PostAsync(People.Ngo, $"items/{items[0]}/withdraw", new { reason = "Wrong." });
        await app.PostAsync(People.Ngo, $"items/{items[1]}/update", new { releaseTo = new[] { "own-organisation" } });
        await PublishAsync();

        Assert.Equal([(3, "3-4")], await FiguresAsync());
    }

    [Fact]
    public async Task Of_what_comes_late_or_twice_the_later_change_counts()
    {
        var items = await RaiseAsync(4);
        await app.HoldAsync(items[0], version: null, change: 2, "told");
        await app.HoldAsync(items[0], version: 1, change: 1);
        await app.HoldAsync(items[0], version: null, change: 2, "told");
        await app.HoldAsync("00000000000000000000000000", version: 1, change: 1);
        await PublishAsync();

        Assert.Equal([(3, "3-4")], await FiguresAsync());
    }

    [Fact]
    public async Task What_an_organisation_keeps_to_itself_or_a_force_raised_is_in_no_figure()
    {
        await RaiseAsync(3);
        await RaiseAsync(4, ("releaseTo", new[] { "own-organisation" }), ("constraintType", "AC1"));
        await RaiseAsync(4, ("releaseTo", new[] { "audience:ingo" }), ("constraintType", "AC2"));
        for (var count = 0; count < 4; count++)
        {
            await app.RaisedAsync(People.Force, room, Notices.Good(("constraintType", "AC4")));
        }

        await PublishAsync();

        Assert.Equal("AC3", (string?)Assert.Single(await CellsAsync())["constraintType"]);
    }

    [Fact]
    public async Task What_is_in_a_room_that_is_not_there_for_the_person_is_in_no_figure()
    {
        await RaiseAsync(3);
        await PublishAsync();
        app.Channels.Shut(room, People.OtherNgo.PersonId);

        Assert.Empty((await app.GetAsync(People.OtherNgo, Question)).Body["cells"]!.AsArray());
        Assert.Single(await CellsAsync());
    }

    [Fact]
    public async Task Exercises_stand_apart()
    {
        await RaiseAsync(3);
        room = app.Channels.Open(pass => pass with { Exercise = true });
        await RaiseAsync(4);
        await PublishAsync();

        var answer = await app.GetAsync(People.Ngo, Question);

        Assert.Equal(3, (int)Assert.Single(answer.Body["cells"]!.AsArray())!["count"]!);
        Assert.Equal(4, (int)Assert.Single(answer.Body["exercise"]!.AsArray())!["count"]!);
    }

    [Fact]
    public async Task It_holds_no_words_of_a_notice()
    {
        await RaiseAsync(3);
        await PublishAsync();

        var answer = await app.GetAsync(People.Coordinator, Question);

        Assert.Equal(200, answer.Status);
        Assert.DoesNotContain("Canary", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("River Aid", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_notice_there_is_no_figure() => Assert.Empty(await CellsAsync());

    [Theory]
    [InlineData(Question)]
    [InlineData("overview")]
    [InlineData("overview?country=ATLANTIS&from=x&to=y")]
    public async Task A_force_and_a_donor_get_the_answer_of_an_address_that_does_not_exist(string question)
    {
        await RaiseAsync(3);
        await PublishAsync();

        var hidden = await app.GetAsync(People.Force, question);
        var absent = await app.GetAsync(People.Force, "nothing-here");

        Assert.Equal((404, "CG-2004"), (hidden.Status, hidden.Code));
        Assert.Equal(absent.Text, hidden.Text);
        Assert.Equal(hidden.Text, (await app.GetAsync(People.Donor, question)).Text);
    }

    [Theory]
    [InlineData("overview?from=2026-01&to=2026-02", "country")]
    [InlineData("overview?country=SY&from=2026-01&to=2026-02", "country")]
    [InlineData("overview?country=SYR&from=2026-1&to=2026-02", "from")]
    [InlineData("overview?country=SYR&from=2026-01", "to")]
    [InlineData("overview?country=SYR&from=2026-03&to=2026-02", "to")]
    [InlineData("overview?country=SYR&from=2024-01&to=2026-01", "to")]
    public async Task A_bad_question_names_what_is_wrong(string question, string field)
    {
        var answer = await app.GetAsync(People.Ngo, question);

        Assert.Equal((400, field), (answer.Status, Assert.Single(answer.Fields)));
    }

    [Fact]
    public async Task Two_years_are_not_too_many() =>
        Assert.Equal(200, (await app.GetAsync(People.Ngo, "overview?country=SYR&from=2024-02&to=2026-01")).Status);

    private async Task<IReadOnlyList<string>> RaiseAsync(int count, params (string Field, object? Value)[] but)
    {
        var items = new List<string>();
        for (var made = 0; made < count; made++)
        {
            items.Add(await app.RaisedAsync(People.Ngo, room, Notices.Good(but)));
        }

        return items;
    }

    // The clock stands at eight; figures are published at midnight.
    private Task PublishAsync()
    {
        app.Clock.Advance(TimeSpan.FromDays(1));
        return Task.CompletedTask;
    }

    private async Task<IReadOnlyList<(int Count, string? Band)>> FiguresAsync() =>
        [.. (await CellsAsync()).Select(cell => ((int)cell["count"]!, (string?)cell["highestSeverity"]))];

    private async Task<IReadOnlyList<JsonNode>> CellsAsync() => [.. (await app.GetAsync(People.Ngo, Question)).Body["cells"]!.AsArray().Select(cell => cell!)];
}
