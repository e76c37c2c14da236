namespace ContactGroup.Incidents.Tests.Features;

public sealed class ConsentTests(IncidentsApp app) : IClassFixture<IncidentsApp>
{
    private readonly string channel = app.Channels.Open();

    [Fact]
    public async Task Without_consent_a_report_is_not_offered_to_another_side()
    {
        var answer = await app.PostAsync(
            People.Ngo, $"channels/{channel}/reports", Reports.Good(("consentToShare", false), ("releaseTo", new[] { "all" })));

        Assert.Equal((400, "CG-1002"), (answer.Status, answer.Code));
        Assert.Equal(["releaseTo"], answer.Fields);
    }

    [Fact]
    public async Task Consent_taken_back_narrows_at_once_and_given_again_widens_nothing()
    {
        var item = await app.ReportedAsync(People.Ngo, channel, Reports.Good(("consentToShare", true), ("releaseTo", new[] { "all" })));

        await app.PostAsync(People.Ngo, $"items/{item}/update", new { consentToShare = false });
        await app.PostAsync(People.Ngo, $"items/{item}/update", new { consentToShare = true });

        Assert.Equal(["own-side"], (await app.FactAsync(item, 2)).ReleaseTo);
        Assert.Equal(["own-side"], (await app.FactAsync(item, 3)).ReleaseTo);
    }

    [Fact]
    public async Task Without_consent_a_force_keeps_its_report_too()
    {
        var item = await app.ReportedAsync(People.Force, channel, Reports.Good(("consentToShare", false)));

        Assert.Equal(["own-side"], (await app.FactAsync(item, 1)).ReleaseTo);
    }
}
