namespace ContactGroup.Incidents.Tests.Features;

public sealed class CorrectIncidentTests(IncidentsApp app) : IClassFixture<IncidentsApp>
{
    private readonly string channel = app.Channels.Open();

    [Fact]
    public async Task A_correction_says_why_and_keeps_what_was_wrong()
    {
        var item = await app.ReportedAsync(People.Ngo, channel);

        var answer = await app.PostAsync(
            People.Ngo, $"items/{item}/correct", new { actorName = "Unknown gunmen", reason = "The name was hearsay." });

        Assert.Equal(202, answer.Status);
        var content = (await app.FactAsync(item, 2)).Content;
        Assert.Equal("Unknown gunmen", content["actorName"]!.GetValue<string>());
        Assert.Equal(1, content["corrections"]!.GetValue<int>());
        Assert.Equal("The name was hearsay.", content["correctionReason"]!.GetValue<string>());
        var history = (await app.HistoryAsync(item)).ToList();
        Assert.Equal(["report", "correct"], history.Select(version => version.Act));
        Assert.Contains("Canary Brigade", history[0].Content, StringComparison.Ordinal);
        Assert.Equal("The name was hearsay.", history[1].Reason);
    }

    [Fact]
    public async Task Corrections_are_counted()
    {
        var item = await app.ReportedAsync(People.Ngo, channel);

        await app.PostAsync(People.Ngo, $"items/{item}/correct", new { title = "One", reason = "Spelling" });
        await app.PostAsync(People.Ngo, $"items/{item}/correct", new { title = "Two", reason = "Spelling again" });

        Assert.Equal(2, (await app.FactAsync(item, 3)).Content["corrections"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("""{"title":"x"}""")]
    [InlineData("""{"title":"x","reason":"  "}""")]
    [InlineData("""{"reason":"nothing else"}""")]
    public async Task A_correction_without_a_reason_or_without_a_field_is_refused(string body)
    {
        var item = await app.ReportedAsync(People.Ngo, channel);
        var before = await app.StoredAsync();

        var answer = await app.PostAsync(People.Ngo, $"items/{item}/correct", body);

        Assert.Equal((400, "CG-1002"), (answer.Status, answer.Code));
        Assert.Equal(["reason"], answer.Fields);
        Assert.Equal(before, await app.StoredAsync());
    }

    [Fact]
    public async Task A_stage_is_no_matter_for_a_correction()
    {
        var item = await app.ReportedAsync(People.Ngo, channel);

        var answer = await app.PostAsync(People.Ngo, $"items/{item}/correct", new { stage = "IMMEDIATE", reason = "back" });

        Assert.Equal((400, "CG-1001"), (answer.Status, answer.Code));
    }
}
