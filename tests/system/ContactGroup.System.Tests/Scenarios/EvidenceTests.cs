using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ContactGroup.Client;

namespace ContactGroup.System.Tests.Scenarios;

/// <summary>A notified movement is struck: the report that says so keeps the record of what every party had been shown and had acknowledged.</summary>
[Collection(DeploymentCollection.Name)]
public sealed class EvidenceTests(Deployment deployment)
{
    private static readonly DateTimeOffset Start = TimeProvider.System.GetUtcNow().AddDays(5);
    private static readonly string Yesterday = TimeProvider.System.GetUtcNow().AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task The_record_holds_after_the_movement_was_amended_and_withdrawn_and_only_its_owner_has_it()
    {
        var (amal, jonas, okan, rafiq, ines) = (
            await deployment.AsAsync("amal"), await deployment.AsAsync("jonas"), await deployment.AsAsync("okan"), await deployment.AsAsync("rafiq"), await deployment.AsAsync("ines"));
        var movement = (await amal.Client.NotifyMovementAsync(await amal.ChannelAsync("Movements and sites"), Movement())).Item;
        await okan.SeesAsync(movement);
        await jonas.SeesAsync(movement);
        await okan.Client.AcknowledgeMovementAsync(movement, 1, "Air liaison cell");
        await amal.SeesAsync(movement, item => item.Fields["dispatch"][0].GetProperty("state").GetString() == "ACKNOWLEDGED");

        var incident = (await jonas.Client.ReportAsync(await jonas.ChannelAsync("Plenary"), Struck(movement))).Item;
        await amal.SeesAsync(incident);
        var kept = await amal.Client.GetRecordAsync(movement, incident);
        await amal.Client.AmendMovementAsync(movement, new JsonObject { ["windowEnd"] = Start.AddHours(9).UtcDateTime.ToString("O") });
        await amal.Client.WithdrawMovementAsync(movement, "It was hit.");

        var check = NotificationRecord.Check(kept);
        Assert.True(check.Holds, check.Fault);
        Assert.Equal((movement, incident, 1, 0), (check.Item, check.Incident, check.Receipts, check.Unproven));
        Assert.Equal(kept, await amal.Client.GetRecordAsync(movement, incident));
        Assert.True(NotificationRecord.Check(await amal.Client.GetRecordAsync(movement)).Holds);
        var text = Encoding.UTF8.GetString(kept);
        Assert.Contains("Air liaison cell", text, StringComparison.Ordinal);
        Assert.False(NotificationRecord.Check(Encoding.UTF8.GetBytes(text.Replace("Air liaison cell", "Some other cell", StringComparison.Ordinal)), check.Head).Holds);

        var affected = await amal.Client.GetAffectedAsync(incident);
        Assert.Equal((movement, "movement", 1), (affected.Item, affected.Kind, affected.Version));
        Assert.NotNull(affected.Kept);
        foreach (var other in new[] { jonas, okan, rafiq, ines })
        {
            Assert.Equal(ErrorCodes.NotFound, await CodeAsync(() => other.Client.GetRecordAsync(movement)));
            Assert.Equal(ErrorCodes.NotFound, await CodeAsync(() => other.Client.GetRecordAsync(movement, incident)));
        }

        Assert.Equal(ErrorCodes.NotFound, await CodeAsync(() => okan.Client.GetAffectedAsync(incident)));
        Assert.Equal(ErrorCodes.NotFound, await CodeAsync(() => rafiq.Client.GetAffectedAsync(incident)));
    }

    [Fact]
    public async Task An_incident_is_of_the_version_that_people_speak_of_whatever_was_noted_in_between()
    {
        var (amal, jonas, okan) = (await deployment.AsAsync("amal"), await deployment.AsAsync("jonas"), await deployment.AsAsync("okan"));
        var movement = (await amal.Client.NotifyMovementAsync(await amal.ChannelAsync("Movements and sites"), Movement())).Item;
        await okan.SeesAsync(movement);
        await okan.Client.AcknowledgeMovementAsync(movement, 1, "Air liaison cell");
        await amal.Client.AmendMovementAsync(movement, new JsonObject { ["notes"] = "For the own side alone." });
        await amal.Client.AmendMovementAsync(movement, new JsonObject { ["windowEnd"] = Start.AddHours(9).UtcDateTime.ToString("O") });
        await okan.SeesAsync(movement, item => VersionOf(item) == 2);
        await okan.Client.AcknowledgeMovementAsync(movement, 2, "Air liaison cell");
        await amal.Client.SayMovementStateAsync(movement, "UNDERWAY");
        await amal.Client.CheckInMovementAsync(movement, stop: 0, note: "Off.");
        await jonas.SeesAsync(movement, item => VersionOf(item) == 3);

        var incident = (await jonas.Client.ReportAsync(await jonas.ChannelAsync("Plenary"), Struck(movement))).Item;
        await amal.SeesAsync(incident);

        Assert.Equal(3, (await amal.Client.GetAffectedAsync(incident)).Version);
        Assert.Equal(3, (await jonas.Client.GetAffectedAsync(incident)).Version);
        Assert.Contains("\"affectedVersion\":3", Encoding.UTF8.GetString(await amal.Client.GetRecordAsync(movement, incident)), StringComparison.Ordinal);
        Assert.Equal(3, (await amal.SeesAsync(movement)).Fields["dispatch"][0].GetProperty("version").GetInt32());
        await okan.SeesAsync(movement, item => VersionOf(item) == 3);
        await okan.Client.AcknowledgeMovementAsync(movement, 3, "Air liaison cell");

        await amal.Client.SayMovementStateAsync(movement, "COMPLETED");
        await amal.SeesAsync(movement, item => VersionOf(item) == 4);
        Assert.Equal(3, (await amal.Client.GetAffectedAsync(incident)).Version); // of what was struck, and not of what was said since
    }

    [Fact]
    public async Task Nobody_reports_on_a_notification_that_they_do_not_hold()
    {
        var (amal, rafiq) = (await deployment.AsAsync("amal"), await deployment.AsAsync("rafiq"));
        var movement = (await amal.Client.NotifyMovementAsync(await amal.ChannelAsync("Movements and sites"), Movement())).Item;
        await amal.SeesAsync(movement);
        var plenary = await rafiq.ChannelAsync("Plenary");

        var hidden = await Assert.ThrowsAsync<ContactGroupException>(() => rafiq.Client.ReportAsync(plenary, About(movement)));
        var absent = await Assert.ThrowsAsync<ContactGroupException>(() => rafiq.Client.ReportAsync(plenary, About("0123456789abcdefghjkmnpqrs")));

        Assert.Equal((absent.Code, absent.Message), (hidden.Code, hidden.Message));
        Assert.Equal(absent.Errors["linkedNotification"], hidden.Errors["linkedNotification"]);

        static JsonObject About(string item) => new() { ["category"] = "OTHER", ["occurredAt"] = Yesterday, ["linkedNotification"] = item };
    }

    private static async Task<string> CodeAsync(Func<Task> ask) => (await Assert.ThrowsAsync<ContactGroupException>(ask)).Code;

    private static int VersionOf(Item item) => item.Fields["version"].GetInt32();

    private static JsonObject Struck(string movement) => new()
    {
        ["category"] = "STRIKE_ON_NOTIFIED_OBJECT",
        ["occurredAt"] = Yesterday,
        ["releaseTo"] = new JsonArray("own-side"),
        ["linkedNotification"] = movement,
    };

    private static MovementNotification Movement() => new()
    {
        Category = "STANDARD",
        Mode = "ROAD",
        WindowStart = Start,
        WindowEnd = Start.AddHours(8),
        Route = [new RouteStop("ORIGIN", 1.154321, 2.254321), new RouteStop("DESTINATION", 1.354321, 2.454321)],
        CallContact = new CallContact("Dispatch", "+999 11 555 0134"),
        Recipients = [new MovementRecipient("military:northern-force", Consent: true)],
    };
}
