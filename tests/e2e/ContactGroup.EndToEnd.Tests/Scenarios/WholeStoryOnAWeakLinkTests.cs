using System.Globalization;
using ContactGroup.EndToEnd.Tests.Stage;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace ContactGroup.EndToEnd.Tests.Scenarios;

/// <summary>
/// One movement from its notification to its end, by an aid worker on an old phone over 2G: one force answers and one does not, a number is corrected, the
/// convoy falls silent and is heard of again. Days pass, so the server runs on a clock that the test sets forward.
/// </summary>
public sealed class WholeStoryOnAWeakLinkTests(Theatre theatre, ITestOutputHelper output) : IClassFixture<Theatre>, IAsyncLifetime
{
    private const string Room = "Movements and sites";
    private const string Northern = "Northern Force";
    private const string Southern = "Southern Force";

    /// <summary>Longer than the server sleeps before it looks at its clock again, and a page over a weak link after that.</summary>
    private static readonly LocatorAssertionsToBeVisibleOptions InTime = new() { Timeout = 60_000 };

    /// <summary>Far enough for the lead time, near enough for a session that is not used meanwhile.</summary>
    private static readonly DateTimeOffset Day = new(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(3), TimeSpan.Zero);

    private static readonly Journey Medicine = new(
        Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "Brassgate depot", "Willowmere hospital", "QX-71904", "Dispatch of the day", "+963 11 555 010", "EXERCISE. Insulin.");

    private readonly ForwardClock clock = new();
    private Exercise? exercise;
    private WeakLink? link;

    public async Task InitializeAsync() => exercise = await Exercise.StartAsync(clock, "--Hosting:Sessions:CookieIdleHours=72");

    public async Task DisposeAsync() => await exercise!.DisposeAsync();

    [Fact]
    public async Task From_notified_to_completed()
    {
        await using var force = await theatre.EnterAsync(exercise!, "okan", onPhone: false, _ => Task.CompletedTask);
        Person? entered = null;
        var opening = await CostAsync(async () => entered = await theatre.EnterAsync(exercise!, "leila", onPhone: true, async page => link = await WeakLink.ThroughAsync(page)));
        await using var author = entered!;

        await NotifiesBothForcesAsync(author, opening);
        await OneForceAnswersAsync(force, author, version: 1);
        await TheSilentOneIsChasedAsync(author);
        await ACorrectionGoesToBothAsync(author, force);
        await OnTheWayAsync(author);
        await FallsSilentAndIsHeardOfAgainAsync(author);

        await author.Movements.SayAsync("Completed");
        await Expect(force.Screen.GetByText("Completed", new() { Exact = true }).First).ToBeVisibleAsync(InTime);
        await Expect(author.Screen.GetByRole(AriaRole.Region, new() { Name = "Check in" })).ToBeHiddenAsync(new() { Timeout = InTime.Timeout });
        await TheRecordHoldsAsync(author);
    }

    private async Task NotifiesBothForcesAsync(Person author, Cost opening)
    {
        var finding = await link!.OfAsync(() => author.Movements.OpenRoomAsync(Room));
        var notifying = await link.OfAsync(() => author.Movements.NotifyAsync(Medicine, Northern, Southern));
        Say("from nothing to signed in", opening);
        Say("from there to the room", finding);
        Say("notifying, four steps, until the notification is open", notifying);

        Assert.InRange(opening.Kilobytes, 1, 180);
        Assert.InRange(notifying.Kilobytes, 1, 60);
        Assert.Equal(0, await author.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        await Expect(LineOf(author, Southern).GetByText("Told, not acknowledged yet")).ToBeVisibleAsync(InTime);
    }

    private static async Task OneForceAnswersAsync(Person force, Person author, int version)
    {
        await force.VisitAsync(new Uri(author.Page.Url).Fragment);
        await Expect(force.Screen.GetByText($"Acknowledge receipt of version {version}")).ToBeVisibleAsync(InTime);
        await force.Movements.AcknowledgeAsync("Air liaison cell");
        await Expect(LineOf(author, Northern).GetByText("Air liaison cell").First).ToBeVisibleAsync(InTime);
    }

    private async Task TheSilentOneIsChasedAsync(Person author)
    {
        clock.ForwardTo(clock.GetUtcNow().AddHours(13));
        await Expect(LineOf(author, Southern).GetByText("Escalated, as no receipt came")).ToBeVisibleAsync(InTime);

        clock.ForwardTo(Day.AddHours(6 - 24).AddMinutes(1));
        await Expect(LineOf(author, Southern).GetByText("Reminded once")).ToBeVisibleAsync(InTime);
        await Expect(LineOf(author, Northern).GetByText("Reminded")).ToBeHiddenAsync();
    }

    private static async Task ACorrectionGoesToBothAsync(Person author, Person force)
    {
        await author.Movements.CorrectPhoneAsync("+963 11 555 099", "A wrong digit.");
        await Expect(LineOf(author, Northern).GetByText("Told, not acknowledged yet")).ToBeVisibleAsync(InTime);
        await Expect(LineOf(author, Southern).GetByText("Escalated")).ToBeHiddenAsync(); // it was of the version before
        await Expect(force.Screen.GetByText("+963 11 555 099").First).ToBeVisibleAsync(InTime);
        await Expect(force.Screen.GetByText("Changed since version 1:").First).ToContainTextAsync("Call");
        var earlier = await author.Movements.ReadEarlierVersionsAsync();
        await Expect(earlier.GetByText("+963 11 555 010")).ToBeVisibleAsync(InTime);
        await Expect(earlier.GetByText("+963 11 555 099")).ToBeVisibleAsync();
        await force.Movements.ReadAsync(version: 2);
        await OneForceAnswersAsync(force, author, version: 2);
    }

    private async Task OnTheWayAsync(Person author)
    {
        clock.ForwardTo(Day.AddHours(6).AddMinutes(5));
        await author.Movements.SayAsync("Under way");
        await Expect(author.Screen.GetByRole(AriaRole.Region, new() { Name = "Check in" })).ToBeVisibleAsync(InTime);
        Say("a check-in with one touch", await link!.OfAsync(() => author.Movements.CheckInAsync("At stop 1")));
    }

    private async Task FallsSilentAndIsHeardOfAgainAsync(Person author)
    {
        clock.ForwardTo(Day.AddHours(16).AddMinutes(31));
        await Expect(author.Screen.GetByRole(AriaRole.Alert).GetByText("Overdue")).ToBeVisibleAsync(InTime);
        await Expect(author.Screen.GetByRole(AriaRole.Alert).GetByText(Medicine.From)).ToBeVisibleAsync();

        await author.Movements.CheckInAsync("At stop 2");
        await Expect(author.Screen.GetByRole(AriaRole.Alert)).ToBeHiddenAsync(new() { Timeout = InTime.Timeout });
    }

    // Anybody can check the file, without the server that gave it.
    private async Task TheRecordHoldsAsync(Person author)
    {
        var papers = Directory.CreateTempSubdirectory("contactgroup-record-");
        using var terminal = await Terminal.SignInAsync(exercise!, "leila");
        try
        {
            var file = Path.Combine(papers.FullName, "record.json");
            Say("the record, until it is saved", await link!.OfAsync(() => author.Movements.SaveRecordAsync(file)));

            var check = await terminal.RunAsync("record", "verify", file);
            Assert.Equal((2, 0), (check.GetProperty("receipts").GetInt32(), check.GetProperty("unproven").GetInt32()));
            await Expect(author.Screen.GetByText(check.GetProperty("head").GetString()!)).ToBeVisibleAsync();
        }
        finally
        {
            papers.Delete(recursive: true);
        }
    }

    private static ILocator LineOf(Person person, string force) =>
        person.Screen.Locator(".dispatches > li").Filter(new() { HasText = force }).First;

    private async Task<Cost> CostAsync(Func<Task> act)
    {
        var started = TimeProvider.System.GetTimestamp();
        await act();
        return link!.Total with { Seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds };
    }

    private void Say(string what, Cost cost) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {cost.Seconds:0.0} s, {cost.Kilobytes:0.0} kB down, {cost.Requests} requests"));
}
