using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactGroup.Client;

namespace ContactGroup.System.Tests.Scenarios;

/// <summary>
/// Two officers of one force are one audience: what one says for a cell stands for both, and neither, nor anybody else, reads who said it. An officer of a force that is
/// not named observes nothing.
/// </summary>
[Collection(DeploymentCollection.Name)]
public sealed class TwoOfficersTests(Deployment deployment) : IAsyncLifetime
{
    private const string North = "military:northern-force";
    private const string South = "military:southern-force";

    private static readonly DateTimeOffset Start = TimeProvider.System.GetUtcNow().AddDays(6);

    // As the officers of the northern force are called.
    private static readonly string[] Names = ["Okan", "Deniz"];

    private Participant amal = null!;
    private Participant okan = null!;
    private Participant deniz = null!;
    private Participant rafiq = null!;
    private string room = null!;

    public async Task InitializeAsync()
    {
        (amal, okan, deniz, rafiq) = (
            await deployment.AsAsync("amal"), await deployment.AsAsync("okan"), await deployment.AsNorthColleagueAsync(), await deployment.AsAsync("rafiq"));
        room = await amal.ChannelAsync("Movements and sites");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task What_one_officer_acknowledges_for_a_cell_the_other_hears_with_cell_and_version_and_without_a_name()
    {
        var movement = await NotifiedAsync(North);
        await BothSeeAsync(movement);
        Assert.Contains(movement, await UnacknowledgedAsync());
        await using var listening = await Listener.StartAsync(deniz);

        await okan.Client.AcknowledgeMovementAsync(movement, 1, "Air liaison cell");

        var heard = LineOf((await listening.HearsAsync(movement, entry => StateOf(entry.View!) == "ACKNOWLEDGED")).View!);
        Assert.Equal(["at", "cell", "state", "version"], heard.Select(part => part.Key).Order(StringComparer.Ordinal));
        Assert.Equal(("Air liaison cell", 1), ((string?)heard["cell"], (int)heard["version"]!));
        Assert.DoesNotContain(movement, await UnacknowledgedAsync());
        await amal.SeesAsync(movement, item => StateOf(item) == "ACKNOWLEDGED");
        foreach (var reader in new[] { amal, okan, deniz, await deployment.AsAsync("jonas"), await deployment.AsAsync("ines") })
        {
            AssertNamesNoOfficer("Air liaison cell", (await reader.RawAsync(movement)).Body);
        }

        AssertNamesNoOfficer("Air liaison cell", Encoding.UTF8.GetString(await amal.Client.GetRecordAsync(movement)));
        AssertNamesNoOfficer(North, JsonSerializer.Serialize(await amal.Client.GetExposureAsync(movement)));
    }

    [Fact]
    public async Task A_question_of_one_officer_is_read_by_the_other_and_stays_when_that_one_acknowledges_for_another_cell()
    {
        var movement = await NotifiedAsync(North);
        await BothSeeAsync(movement);

        await okan.Client.AcknowledgeMovementAsync(movement, 1, "Air liaison cell", "Which of the two bridges?");
        var asked = LineOf(await deniz.SeesAsync(movement, item => StateOf(item) == "QUERIED"));
        await deniz.Client.AcknowledgeMovementAsync(movement, 1, "Fires cell");
        var answered = LineOf(await okan.SeesAsync(movement, item => StateOf(item) == "ACKNOWLEDGED"));

        Assert.Equal(("Air liaison cell", "Which of the two bridges?"), ((string?)asked["cell"], (string?)asked["query"]));
        Assert.Equal(("Fires cell", "Which of the two bridges?", 1), ((string?)answered["cell"], (string?)answered["query"], (int)answered["version"]!));
        Assert.DoesNotContain(movement, await UnacknowledgedAsync());
        await BothSeeAsync(movement);
    }

    [Fact]
    public async Task Another_version_is_unacknowledged_for_both_and_neither_acknowledges_the_one_before_it()
    {
        var movement = await NotifiedAsync(North);
        await BothSeeAsync(movement);
        await okan.Client.AcknowledgeMovementAsync(movement, 1, "Air liaison cell");

        await amal.Client.AmendMovementAsync(movement, new JsonObject { ["windowEnd"] = Start.AddHours(9).UtcDateTime.ToString("O") });
        await deniz.SeesAsync(movement, item => VersionOf(item) == 2);
        Assert.Contains(movement, await UnacknowledgedAsync());
        foreach (var officer in new[] { okan, deniz })
        {
            Assert.Equal("CG-3004", await CodeAsync(() => officer.Client.AcknowledgeMovementAsync(movement, 1, "Fires cell")));
        }

        await deniz.Client.AcknowledgeMovementAsync(movement, 2, "Fires cell");

        var line = LineOf(await okan.SeesAsync(movement, item => StateOf(item) == "ACKNOWLEDGED"));
        Assert.Equal(("Fires cell", 2), ((string?)line["cell"], (int)line["version"]!));
        Assert.DoesNotContain(movement, await UnacknowledgedAsync());
    }

    [Fact]
    public async Task What_both_acknowledge_at_once_stands_once_for_both_and_their_owner_has_both_receipts()
    {
        var movement = await NotifiedAsync(North);
        await BothSeeAsync(movement);

        await Task.WhenAll(
            okan.Client.AcknowledgeMovementAsync(movement, 1, "Air liaison cell"), deniz.Client.AcknowledgeMovementAsync(movement, 1, "Fires cell"));
        await amal.SeesAsync(movement, item => StateOf(item) == "ACKNOWLEDGED");
        var history = await Participant.EventuallyAsync("both receipts", async () =>
            await amal.Client.GetHistoryAsync(movement) is { Versions.Count: 3 } all ? all : null);

        var cells = history.Versions.Skip(1).Select(version => version.Fields["dispatch"][0].GetProperty("cell").GetString());
        Assert.Equal(["Air liaison cell", "Fires cell"], cells.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(movement, await UnacknowledgedAsync());
        await BothSeeAsync(movement);
    }

    [Fact]
    public async Task An_officer_of_a_force_that_is_not_named_observes_nothing_of_it()
    {
        await rafiq.SeesAsync(await NotifiedAsync(South));
        await using var listening = await Listener.StartAsync(rafiq);
        var (streams, board) = (await EntriesAsync(rafiq), await BoardAsync(rafiq, urgent: null));

        var movement = await NotifiedAsync(North);
        await BothSeeAsync(movement);
        await okan.Client.AcknowledgeMovementAsync(movement, 1, "Air liaison cell", "Which of the two bridges?");
        await deniz.SeesAsync(movement, item => StateOf(item) == "QUERIED");
        await deniz.Client.AcknowledgeMovementAsync(movement, 1, "Fires cell");
        await okan.SeesAsync(movement, item => StateOf(item) == "ACKNOWLEDGED");
        var hidden = await Assert.ThrowsAsync<ContactGroupException>(() => rafiq.Client.AcknowledgeMovementAsync(movement, 1, "Fires cell"));
        var absent = await Assert.ThrowsAsync<ContactGroupException>(() => rafiq.Client.AcknowledgeMovementAsync("0123456789abcdefghjkmnpqrs", 1, "Fires cell"));

        // What comes after it in the same room has reached him: nothing of it is still on its way.
        var after = await NotifiedAsync(South);
        await listening.HearsAsync(after);

        Assert.Equal((absent.Code, absent.Message), (hidden.Code, hidden.Message));
        Assert.Equal(ErrorCodes.NotFound, await rafiq.LooksForAsync(movement));
        Assert.Equal([after], listening.Heard.Select(entry => entry.Item));
        Assert.Equal(streams, (await EntriesAsync(rafiq)).Where(entry => entry.Item != after));
        Assert.Equal(board, (await BoardAsync(rafiq, urgent: null)).Where(item => item.Id != after), SameItem);
    }

    private async Task<string> NotifiedAsync(string force) => (await amal.Client.NotifyMovementAsync(room, Movement(force))).Item;

    private static void AssertNamesNoOfficer(string said, string shown)
    {
        Assert.Contains(said, shown, StringComparison.Ordinal);
        Assert.All(Names, name => Assert.DoesNotContain(name, shown, StringComparison.Ordinal));
    }

    /// <summary>Both hold it, and are shown the same of it to the byte.</summary>
    private async Task BothSeeAsync(string item)
    {
        await okan.SeesAsync(item);
        await deniz.SeesAsync(item);
        Assert.Equal(await okan.RawAsync(item), await deniz.RawAsync(item));
    }

    /// <summary>What both have on their boards as not acknowledged: the same.</summary>
    private async Task<IEnumerable<string>> UnacknowledgedAsync()
    {
        var (one, other) = (await BoardAsync(okan, urgent: true), await BoardAsync(deniz, urgent: true));
        Assert.Equal(one, other, SameItem);
        return one.Select(item => item.Id);
    }

    private static async Task<IReadOnlyList<Item>> BoardAsync(Participant officer, bool? urgent) =>
        (await officer.Client.FindItemsAsync(new ItemQuery(Kind: "movement", Limit: 200) { Urgent = urgent })).Items;

    private static async Task<IReadOnlyList<(string Stream, long Seq, string Op, string Item)>> EntriesAsync(Participant officer) =>
    [
        .. (await officer.StreamsAsync()).OrderBy(stream => stream.Key, StringComparer.Ordinal)
            .SelectMany(stream => stream.Value.Select(entry => (stream.Key, entry.Seq, entry.Op, entry.Item))),
    ];

    private static bool SameItem(Item one, Item other) => JsonSerializer.Serialize(one) == JsonSerializer.Serialize(other);

    private static async Task<string> CodeAsync(Func<Task> ask) => (await Assert.ThrowsAsync<ContactGroupException>(ask)).Code;

    private static int VersionOf(Item item) => item.Fields["version"].GetInt32();

    private static string? StateOf(Item item) => item.Fields["dispatch"][0].GetProperty("state").GetString();

    private static JsonObject LineOf(Item item) => JsonSerializer.SerializeToNode(item.Fields["dispatch"][0])!.AsObject();

    private static MovementNotification Movement(string force) => new()
    {
        Category = "STANDARD",
        Mode = "ROAD",
        WindowStart = Start,
        WindowEnd = Start.AddHours(8),
        Route = [new RouteStop("ORIGIN", 1.454321, 2.254321), new RouteStop("DESTINATION", 1.654321, 2.454321)],
        CallContact = new CallContact("Dispatch", "+999 11 555 0134"),
        Recipients = [new MovementRecipient(force, Consent: true)],
    };
}
