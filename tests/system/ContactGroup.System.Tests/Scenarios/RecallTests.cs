using ContactGroup.Client;

namespace ContactGroup.System.Tests.Scenarios;

/// <summary>An NGO takes a message back from its own side: whoever had it live hears of it, the report names them, and a force observes nothing.</summary>
[Collection(DeploymentCollection.Name)]
public sealed class RecallTests(Deployment deployment)
{
    [Fact]
    public async Task Who_followed_live_is_told_and_named_in_the_report_and_a_force_hears_nothing()
    {
        var (amal, jonas, rafiq) = (await deployment.AsAsync("amal"), await deployment.AsAsync("jonas"), await deployment.AsAsync("rafiq"));
        await using var ownSide = await Listener.StartAsync(jonas);
        await using var south = await Listener.StartAsync(rafiq);
        var item = (await amal.Client.PostAsync(await amal.ChannelAsync("Plenary"), new MessageDraft("To be taken back."))).Item;
        await ownSide.HearsAsync(item);
        await jonas.Client.GetItemAsync(item);

        await amal.Client.RecallAsync(item, "side:humanitarian", "It names a village.");

        await ownSide.HearsAsync(item, entry => entry.Op == "recall");
        var exposure = await amal.Client.GetExposureAsync(item);
        var ingo = exposure.Audiences.Single(audience => audience.Audience == "ingo");
        Assert.False(ingo.HoldsNow);
        Assert.NotNull(ingo.People!.Single(person => person.Name == "Jonas Weiler").Opened);
        Assert.DoesNotContain(exposure.Audiences, audience => audience.Audience.StartsWith("military", StringComparison.Ordinal));
        Assert.DoesNotContain(south.Heard, entry => entry.Item == item);
        var hidden = await Assert.ThrowsAnyAsync<ContactGroupException>(() => jonas.Client.GetExposureAsync(item));
        Assert.Equal("CG-2004", hidden.Code);
    }
}
