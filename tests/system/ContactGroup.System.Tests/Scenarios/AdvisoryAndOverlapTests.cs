using ContactGroup.Client;

namespace ContactGroup.System.Tests.Scenarios;

/// <summary>A force hears alone that a movement it was told of comes into a concern of its own, and tells the humanitarian side what it may tell.</summary>
[Collection(DeploymentCollection.Name)]
public sealed class AdvisoryAndOverlapTests(Deployment deployment)
{
    private static readonly DateTimeOffset Start = TimeProvider.System.GetUtcNow().AddDays(5);
    private static readonly MapPosition Ridge = new(1.85, 2.35);

    [Fact]
    public async Task The_force_that_was_named_hears_of_an_overlap_and_issues_an_advisory_and_nobody_else_hears_of_the_concern()
    {
        var (amal, okan, rafiq, ines) = (
            await deployment.AsAsync("amal"), await deployment.AsAsync("okan"), await deployment.AsAsync("rafiq"), await deployment.AsAsync("ines"));
        var room = await amal.ChannelAsync("Movements and sites");
        var movement = (await amal.Client.NotifyMovementAsync(room, Movement("military:northern-force"))).Item;
        await okan.SeesAsync(movement);
        var (north, south) = (await okan.Client.AddConcernAsync(Concern()), await rafiq.Client.AddConcernAsync(Concern()));
        try
        {
            var overlap = Assert.Single((await okan.Client.ListOverlapsAsync()).Overlaps, one => one.Item == movement);
            Assert.Equal(("movement", north.Id, "Ridge"), (overlap.Kind, overlap.Concern, overlap.Note));
            Assert.DoesNotContain((await rafiq.Client.ListOverlapsAsync()).Overlaps, one => one.Item == movement);
            Assert.DoesNotContain((await rafiq.Client.ListConcernsAsync()).Concerns, one => one.Id == north.Id);
            Assert.Equal(ErrorCodes.NotFound, (await Assert.ThrowsAsync<ContactGroupException>(() => rafiq.Client.RemoveConcernAsync(north.Id))).Code);
            Assert.Equal(ErrorCodes.NotFound, (await Assert.ThrowsAsync<ContactGroupException>(() => ines.Client.RemoveConcernAsync(north.Id))).Code);
        }
        finally
        {
            await okan.Client.RemoveConcernAsync(north.Id);
            await rafiq.Client.RemoveConcernAsync(south.Id);
        }

        var preview = await okan.Client.PreviewAsync(new PreviewDraft(room, "advisory", Advisory()));
        Assert.Equal("shown", Assert.Single(preview.Views, view => view.Audience == "side:humanitarian").Outcome);
        Assert.DoesNotContain(preview.Views, view => view.Audience is "side:political" or "audience:military:southern-force");
        var worded = await okan.Client.PreviewAsync(new PreviewDraft(room, "advisory", Advisory() with { Summary = "Closed at 1.85000, 2.35000." }));
        Assert.Contains(worded.Views, view => view is { Audience: "side:humanitarian", Outcome: "review" });
        Assert.Contains(worded.Findings!, finding => finding.Field == "summary");

        var issued = await okan.Client.IssueAdvisoryAsync(room, Advisory() with { AudienceShown = preview.Fingerprint });
        Assert.Empty(issued.Warnings!);
        var advisory = issued.Item;
        var seen = await amal.SeesAsync(advisory);
        Assert.Equal("The ridge is closed to all vehicles.", seen.Fields["summary"].GetString());
        Assert.DoesNotContain("unit", seen.Fields.Keys);
        Assert.Equal("Second battalion", (await okan.SeesAsync(advisory)).Fields["unit"].GetString());
        Assert.Equal(ErrorCodes.NotFound, await rafiq.LooksForAsync(advisory));

        await okan.Client.EndAdvisoryAsync(advisory, "Over.");
        await amal.SeesAsync(advisory, item => item.Fields["state"].GetString() == "ENDED");
    }

    private static ConcernDraft Concern() => new("Ridge", Start.AddDays(-1), Start.AddDays(1)) { Position = Ridge, Radius = 3_000 };

    private static MovementNotification Movement(string force) => new()
    {
        Category = "STANDARD",
        Mode = "ROAD",
        WindowStart = Start,
        WindowEnd = Start.AddHours(8),
        Route = [new RouteStop("ORIGIN", 1.754321, 2.254321), new RouteStop("DESTINATION", 1.954321, 2.454321)],
        CallContact = new CallContact("Dispatch", "+999 11 555 0134"),
        Recipients = [new MovementRecipient(force, Consent: true)],
    };

    private static AdvisoryDraft Advisory() => new()
    {
        AdvisoryType = "CLOSURE",
        Severity = "SEVERE",
        Urgency = "FUTURE",
        Certainty = "LIKELY",
        ValidFrom = Start,
        ValidUntil = Start.AddHours(8),
        Country = "SYR",
        Position = Ridge,
        Radius = 3_000,
        Summary = "The ridge is closed to all vehicles.",
        Unit = "Second battalion",
    };
}
