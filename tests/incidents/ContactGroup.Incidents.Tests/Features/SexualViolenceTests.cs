using ContactGroup.Classification;

namespace ContactGroup.Incidents.Tests.Features;

public sealed class SexualViolenceTests(IncidentsApp app) : IClassFixture<IncidentsApp>
{
    private readonly string channel = app.Channels.Open();

    [Theory]
    [InlineData("low")]
    [InlineData("moderate")]
    [InlineData(null)]
    public async Task It_is_high_whatever_was_said(string? sensitivity)
    {
        var item = await app.ReportedAsync(People.Ngo, channel, Reports.Good(("category", "SEXUAL_VIOLENCE"), ("sensitivity", sensitivity)));

        var fact = await app.FactAsync(item, 1);

        Assert.Equal(Sensitivity.High, fact.Sensitivity);
        Assert.Equal(["own-side"], fact.ReleaseTo);
        Assert.True(fact.Protection);
    }

    [Fact]
    public async Task It_may_be_severe_and_stay_in_the_organisation()
    {
        var body = Reports.Good(("category", "SEXUAL_VIOLENCE"), ("sensitivity", "severe"), ("releaseTo", new[] { "own-organisation" }));
        var item = await app.ReportedAsync(People.Ngo, channel, body);

        var fact = await app.FactAsync(item, 1);

        Assert.Equal(Sensitivity.Severe, fact.Sensitivity);
        Assert.Equal(["own-organisation"], fact.ReleaseTo);
    }

    [Theory]
    [InlineData("all")]
    [InlineData("side:security")]
    [InlineData("side:political")]
    [InlineData("audience:military:northern-force")]
    [InlineData("organisation:00000000000000000000000000")]
    public async Task A_wider_release_is_refused(string atom)
    {
        var before = await app.StoredAsync();

        var answer = await app.PostAsync(
            People.Ngo, $"channels/{channel}/reports", Reports.Good(("category", "SEXUAL_VIOLENCE"), ("releaseTo", new[] { "own-side", atom })));

        Assert.Equal((400, "CG-1002"), (answer.Status, answer.Code));
        Assert.Equal(["releaseTo"], answer.Fields);
        Assert.Equal(before, await app.StoredAsync());
    }

    [Fact]
    public async Task The_means_alone_protect_a_report_too()
    {
        var item = await app.ReportedAsync(People.Ngo, channel, Reports.Good(("category", "ASSAULT"), ("means", "RAPE_SEXUAL_ASSAULT")));

        Assert.True((await app.FactAsync(item, 1)).Protection);
    }

    [Theory]
    [InlineData("all", "own-side")]
    [InlineData("audience:military:northern-force", "own-organisation")]
    public async Task A_report_that_turns_out_to_be_one_is_narrowed_at_once(string before, string after)
    {
        var item = await app.ReportedAsync(People.Ngo, channel, Reports.Good(("releaseTo", new[] { before })));

        await app.PostAsync(People.Ngo, $"items/{item}/update", new { category = "SEXUAL_VIOLENCE" });

        var fact = await app.FactAsync(item, 2);
        Assert.Equal(Sensitivity.High, fact.Sensitivity);
        Assert.Equal([after], fact.ReleaseTo);
        Assert.True(fact.Protection);
    }

    [Fact]
    public async Task Once_protected_a_report_stays_protected()
    {
        var item = await app.ReportedAsync(People.Ngo, channel, Reports.Good(("category", "SEXUAL_VIOLENCE")));

        var wider = await app.PostAsync(
            People.Ngo, $"items/{item}/correct", new { category = "ASSAULT", releaseTo = new[] { "all" }, reason = "Wrong category" });
        var renamed = await app.PostAsync(
            People.Ngo, $"items/{item}/correct", new { category = "ASSAULT", sensitivity = "low", reason = "Wrong category" });

        Assert.Equal(["releaseTo"], wider.Fields);
        Assert.Equal(202, renamed.Status);
        var fact = await app.FactAsync(item, 2);
        Assert.Equal(Sensitivity.High, fact.Sensitivity);
        Assert.True(fact.Protection);
    }

    [Fact]
    public async Task Outside_the_humanitarian_side_it_stays_with_the_organisation_that_reported_it()
    {
        var item = await app.ReportedAsync(People.Force, channel, Reports.Good(("category", "SEXUAL_VIOLENCE")));

        Assert.Equal(["own-organisation"], (await app.FactAsync(item, 1)).ReleaseTo);
    }
}
