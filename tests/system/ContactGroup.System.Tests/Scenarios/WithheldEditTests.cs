using System.Net;
using System.Text.Json.Nodes;
using ContactGroup.Client;

namespace ContactGroup.System.Tests.Scenarios;

/// <summary>An edit that touches only what an audience may not see is nothing to that audience: no frame, no revision, no changed entity tag.</summary>
[Collection(DeploymentCollection.Name)]
public sealed class WithheldEditTests(Deployment deployment)
{
    [Fact]
    public async Task The_force_sees_nothing_of_an_edit_to_the_narrative()
    {
        var (amal, jonas) = (await deployment.AsAsync("amal"), await deployment.AsAsync("jonas"));
        var (ines, okan) = (await deployment.AsAsync("ines"), await deployment.AsAsync("okan"));
        var plenary = await amal.ChannelAsync("Plenary");
        var report = (await amal.Client.ReportAsync(plenary, Report())).Item;
        await ines.Client.Coordination.ReleaseAsync((await ines.ReviewsOfAsync(report))[0]);
        await okan.SeesAsync(report);
        var before = await okan.RawAsync(report);
        var revision = (await jonas.SeesAsync(report)).Revision;
        await using var force = await Listener.StartAsync(okan);

        await amal.Client.UpdateReportAsync(report, new JsonObject { ["narrativeRestricted"] = "EXERCISE. A second witness.", ["actorName"] = "EXERCISE. Others" });

        await jonas.SeesAsync(report, item => item.Revision > revision);
        var said = await okan.Client.PostAsync(plenary, new MessageDraft("EXERCISE. Among ourselves."));
        await force.HearsAsync(said.Item);
        Assert.DoesNotContain(force.Heard, entry => entry.Item == report);
        Assert.Equal(before, await okan.RawAsync(report));
        Assert.Equal(HttpStatusCode.NotModified, (await okan.RawAsync(report, before.Tag)).Status);
        Assert.DoesNotContain(await ines.Client.Coordination.GetReviewsAsync(), review => review.Item == report);
    }

    private static IncidentReport Report() => new()
    {
        Category = "ROBBERY",
        OccurredAt = "2026-02-25T10:00:00Z",
        Summary = "EXERCISE. A vehicle was taken.",
        NarrativeRestricted = "EXERCISE. One witness.",
        ReleaseTo = ["own-side", "audience:military:northern-force"],
    };
}
