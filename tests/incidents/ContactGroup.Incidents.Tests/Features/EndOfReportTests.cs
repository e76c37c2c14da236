using ContactGroup.Contracts.Items;

namespace ContactGroup.Incidents.Tests.Features;

/// <summary>Withdrawing and closing.</summary>
public sealed class EndOfReportTests(IncidentsApp app) : IClassFixture<IncidentsApp>
{
    private readonly string channel = app.Channels.Open();

    [Fact]
    public async Task A_withdrawn_report_says_so_and_takes_nothing_more()
    {
        var item = await app.ReportedAsync(People.Ngo, channel);

        var withdrawal = await app.PostAsync(People.Ngo, $"items/{item}/withdraw", new { reason = "Reported twice" });
        var update = await app.PostAsync(People.Ngo, $"items/{item}/update", new { title = "More" });
        var again = await app.PostAsync(People.Ngo, $"items/{item}/withdraw", new { reason = "Reported twice" });

        Assert.Equal(202, withdrawal.Status);
        Assert.Equal(ItemStatus.Withdrawn, (await app.FactAsync(item, 2)).Status);
        Assert.Equal((409, "CG-3004"), (update.Status, update.Code));
        Assert.Equal((409, "CG-3004"), (again.Status, again.Code));
    }

    [Fact]
    public async Task A_withdrawal_says_why()
    {
        var item = await app.ReportedAsync(People.Ngo, channel);

        var answer = await app.PostAsync(People.Ngo, $"items/{item}/withdraw", new { });

        Assert.Equal((400, "CG-1002"), (answer.Status, answer.Code));
        Assert.Equal(["reason"], answer.Fields);
    }

    [Fact]
    public async Task A_closed_report_is_corrected_and_verified_but_not_updated()
    {
        var item = await app.ReportedAsync(People.Ngo, channel);
        app.Held.Give(People.Coordinator.OrganisationId, item);

        var closing = await app.PostAsync(People.Ngo, $"items/{item}/close", new { });
        var update = await app.PostAsync(People.Ngo, $"items/{item}/update", new { stage = "UPDATE" });
        var correction = await app.PostAsync(People.Ngo, $"items/{item}/correct", new { title = "Right", reason = "Was wrong" });
        var verification = await app.PostAsync(People.Coordinator, $"items/{item}/verify", new { verification = "VERIFIED" });
        var again = await app.PostAsync(People.Ngo, $"items/{item}/close", new { });

        Assert.Equal((202, 202, 202), (closing.Status, correction.Status, verification.Status));
        Assert.Equal((409, "CG-3004"), (update.Status, update.Code));
        Assert.Equal((409, "CG-3004"), (again.Status, again.Code));
        Assert.Equal(ItemStatus.Closed, (await app.FactAsync(item, 4)).Status);
    }
}
