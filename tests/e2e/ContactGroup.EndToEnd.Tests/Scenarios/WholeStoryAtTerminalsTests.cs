using System.Globalization;
using System.Text;
using System.Text.Json;
using ContactGroup.EndToEnd.Tests.Stage;
using ContactGroup.Testing;
using Xunit.Abstractions;
using static ContactGroup.EndToEnd.Tests.Stage.Convoy;

namespace ContactGroup.EndToEnd.Tests.Scenarios;

/// <summary>
/// One movement from its notification to the evidence of it, at five terminals and nowhere else: one force answers and one does not, a number is corrected, the convoy falls
/// silent and arrives, and is said to have been struck. Days pass, so the server runs on a clock that the test sets forward. At every step, whoever was not told sees nothing.
/// </summary>
public sealed class WholeStoryAtTerminalsTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Room = "Movements and sites";
    private const string Northern = "military:northern-force";
    private const string Southern = "military:southern-force";
    /// <summary>Notified, corrected, under way, completed. Receipts, reminders, check-ins and the alarm make no version.</summary>
    private const string Said = "4";

    private const string Corrected = "+963 11 555 099";
    private const int Refused = 1;
    private const int Absent = 4;

    /// <summary>Longer than the server sleeps before it looks at its clock again.</summary>
    private static readonly TimeSpan InTime = TimeSpan.FromSeconds(45);

    private readonly ForwardClock clock = new();
    private readonly DirectoryInfo papers = Directory.CreateTempSubdirectory("contactgroup-papers-");
    private Exercise? exercise;
    private Terminal[] terminals = [];
    private Convoy convoy = new(default, "QX-71904");
    private string reference = string.Empty;
    private string item = string.Empty;
    private JsonElement never;

    private Terminal Author => terminals[0];

    private Terminal Deputy => terminals[1];

    private Terminal Answering => terminals[2];

    private Terminal Silent => terminals[3];

    /// <summary>Of the host authority, in the same room, and told of nothing.</summary>
    private Terminal Untold => terminals[4];

    public async Task InitializeAsync()
    {
        // The first reminder is due before the escalation, so that each can be seen without the other.
        exercise = await Exercise.StartAsync(clock, "--Movements:ReminderHours=48,24,6,1");
        terminals = await Task.WhenAll(((string[])["leila", "tomas", "okan", "rafiq", "hana"]).Select(account => Terminal.SignInAsync(exercise, account)));
        (_, never) = await Untold.RefusedAsync("show", new string('0', 26));
    }

    public async Task DisposeAsync()
    {
        Array.ForEach(terminals, terminal => terminal.Dispose());
        papers.Delete(recursive: true);
        await exercise!.DisposeAsync();
    }

    [Fact]
    public async Task From_notified_to_evidence()
    {
        await StepAsync("notified", NotifiedToBothForcesAsync);
        await StepAsync("acknowledged by one", () => AcknowledgedAsync(version: 1));
        await StepAsync("reminder", TheSilentOneIsRemindedAsync);
        await StepAsync("escalation", TheSilenceIsEscalatedAsync);
        await StepAsync("correction", ACorrectionGoesToBothAsync);
        await StepAsync("check-ins", OnTheWayAsync);
        await StepAsync("overdue", OverdueOnItsOwnSideAloneAsync);
        await StepAsync("arrival", ArrivedAsync);
        await StepAsync("evidence", StruckAndTheRecordHoldsAsync);
    }

    private async Task NotifiedToBothForcesAsync()
    {
        var now = clock.GetUtcNow();
        convoy = convoy with { Departure = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerHour)).AddHours(55) };
        var receipt = await Author.RunAsync(convoy.Notify(Room, Northern, Southern));
        (reference, item) = (receipt.GetProperty("reference").GetString()!, receipt.GetProperty("item").GetString()!);

        // Another that only one of the forces is told of: for the other it is never there.
        await Author.RunAsync((convoy with { Plate = "QX-88213" }).Notify(Room, Northern));
        await ComesToAsync(Answering, 2);
        await ComesToAsync(Silent, 1);
        var told = await ShowAsync(Answering);
        Assert.Equal("SENT", Part(Line(told), "state"));
        Assert.All((string[])["notes", "recipients", "notifiedBy"], field => Assert.Null(Field(told, field)));
        Assert.DoesNotContain("Meridian Women", told.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(Silent, "--search", "QX-88213"));
        Assert.Contains("not acknowledged", await Silent.ReadAsync("items", "--kind", "movement"), StringComparison.Ordinal);
    }

    private async Task AcknowledgedAsync(int version)
    {
        await Answering.RunAsync("movements", "acknowledge", reference, "--cell", "Air liaison cell", "--version", version.ToString(CultureInfo.InvariantCulture));
        await BecomesAsync(Author, $"ACKNOWLEDGED {version} Air liaison cell", shown => LineOf(shown, Northern));
        Assert.Equal($"SENT {version}", LineOf(await ShowAsync(Author), Southern));
    }

    private async Task TheSilentOneIsRemindedAsync()
    {
        clock.ForwardTo(convoy.Departure.AddHours(-48).AddMinutes(1));
        await BecomesAsync(Silent, "1", shown => Part(Line(shown), "reminders"));
        Assert.Contains("reminded once", Words(await Silent.ReadAsync("items", "--kind", "movement")), StringComparison.Ordinal);
        Assert.Null(Part(Line(await ShowAsync(Silent)), "escalatedAt"));
        Assert.Null(Part(Line(await ShowAsync(Answering)), "reminders"));
    }

    private async Task TheSilenceIsEscalatedAsync()
    {
        clock.ForwardTo(convoy.Departure.AddHours(-41));
        await BecomesAsync(Deputy, true, shown => Part(Line(shown, Southern), "escalatedAt") is not null);
        Assert.Contains($"{Southern} not acknowledged, escalated", Words(await Deputy.ReadAsync("items", "--kind", "movement")), StringComparison.Ordinal);
        Assert.NotNull(Part(Line(await ShowAsync(Silent)), "escalatedAt"));
        Assert.Null(Part(Line(await ShowAsync(Answering)), "escalatedAt"));
    }

    private async Task ACorrectionGoesToBothAsync()
    {
        await Author.RunAsync("movements", "amend", reference, "--contact", "Dispatch of the day", "--phone", Corrected, "--reason", "A wrong digit.");
        await BecomesAsync(Answering, "SENT 2", shown => LineOf(shown, force: null));
        foreach (var force in (Terminal[])[Answering, Silent])
        {
            await BecomesAsync(force, true, shown => shown.GetProperty("fields").GetProperty("callContact").GetProperty("phone").GetString() == Corrected);
        }

        await IsToldWhatChangedByNameAloneAsync();
        await ItsOwnerReadsThatItArrivedAsync();
        var difference = await Author.ReadAsync("history", reference);
        Assert.Contains(Corrected, difference[difference.LastIndexOf("callContact", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Null(Part(Line(await ShowAsync(Silent)), "escalatedAt")); // it was of the version before
        await AcknowledgedAsync(version: 2);
    }

    private async Task IsToldWhatChangedByNameAloneAsync()
    {
        foreach (var force in (Terminal[])[Answering, Silent])
        {
            var told = await ShowAsync(force);
            Assert.Equal(["callContact"], told.GetProperty("changed").EnumerateArray().Select(name => name.GetString()));
            Assert.Equal(1, told.GetProperty("changedSince").GetInt32());
            var screen = await force.ReadAsync("show", item);
            Assert.Contains("Changed since version 1: callContact", screen, StringComparison.Ordinal);
            Assert.All((string[])[Digits, "A wrong digit."], hidden => Assert.DoesNotContain(hidden, told.GetRawText() + screen, StringComparison.Ordinal));
        }

        Assert.Equal(Absent, (await Untold.RefusedAsync("show", reference)).Exit);
    }

    private async Task ItsOwnerReadsThatItArrivedAsync()
    {
        var exposure = await Author.RunAsync("exposure", reference);
        foreach (var force in (string[])[Northern, Southern])
        {
            var versions = exposure.GetProperty("audiences").EnumerateArray().Single(line => line.GetProperty("audience").GetString() == force).GetProperty("versions");
            Assert.Equal([1, 2], versions.EnumerateArray().Select(version => version.GetProperty("version").GetInt32()));
            Assert.All(versions.EnumerateArray(), version => Assert.NotNull(Part(version, "opened")));
        }

        Assert.Equal(Absent, (await Deputy.RefusedAsync("exposure", reference)).Exit);
        Assert.Equal(Absent, (await Answering.RefusedAsync("exposure", reference)).Exit);
    }

    private async Task OnTheWayAsync()
    {
        clock.ForwardTo(convoy.Departure.AddMinutes(5));
        await Author.RunAsync("movements", "state", reference, "underway");
        await Author.RunAsync("movements", "check-in", reference, "--stop", "0");
        await Author.RunAsync("movements", "check-in", reference, "--stop", "1", "--note", "Over the bridge.");
        await BecomesAsync(Deputy, true, shown => Field(shown, "checkIns")?.Contains("Over the bridge.", StringComparison.Ordinal) is true);
        await BecomesAsync(Silent, "UNDERWAY", shown => Field(shown, "state"));
        await HearsNothingOfTheWayAsync();
    }

    private async Task OverdueOnItsOwnSideAloneAsync()
    {
        clock.ForwardTo(convoy.End.AddMinutes(31));
        await BecomesAsync(Author, true, shown => Field(shown, "overdueSince") is not null);
        Assert.Contains("OVERDUE since", Words(await Deputy.ReadAsync("items", "--kind", "movement")), StringComparison.Ordinal);
        await HearsNothingOfTheWayAsync();
    }

    private async Task ArrivedAsync()
    {
        await Author.RunAsync("movements", "check-in", reference, "--stop", "2", "--note", "Arrived.");
        await Author.RunAsync("movements", "state", reference, "completed");
        await Task.WhenAll(((Terminal[])[Author, Answering, Silent]).Select(terminal => BecomesAsync(terminal, "COMPLETED", shown => Field(shown, "state"))));
        Assert.Null(Field(await ShowAsync(Author), "overdueSince"));
        await HearsNothingOfTheWayAsync();
    }

    private async Task StruckAndTheRecordHoldsAsync()
    {
        var reported = await Author.RunAsync(
            "report", "Plenary", "--category", "AIR_DRONE_STRIKE", "--at", Instant(convoy.Departure.AddHours(4)), "--affects", reference, "--to", "side");
        var incident = reported.GetProperty("item").GetString()!;
        await Eventually.IsAsync(true, async () => (await Author.RunAsync("items", "--kind", "incident", "--limit", "200")).GetRawText().Contains(incident, StringComparison.Ordinal), InTime, Terminal.Pace);
        await Eventually.IsAsync(true, async () => (await Author.RunAsync("affected", incident)).TryGetProperty("kept", out _), InTime, Terminal.Pace);
        Assert.Contains($"the movement {reference}, version {Said}, as it was when this was reported.", await Author.ReadAsync("affected", incident), StringComparison.Ordinal);
        foreach (var shown in await Task.WhenAll(ShowAsync(Author), ShowAsync(Answering), ShowAsync(Silent)))
        {
            Assert.Equal(Said, Field(shown, "version"));
        }

        await HoldsUntilOneByteDiffersAsync("now.json", await Author.ReadAsync("movements", "record", reference), keptFor: null);
        await HoldsUntilOneByteDiffersAsync("kept.json", await Author.ReadAsync("movements", "record", reference, "--incident", incident), incident);
        await Task.WhenAll(((Terminal[])[Answering, Silent, Untold]).Select(async outsider =>
        {
            Assert.Equal(Absent, (await outsider.RefusedAsync("affected", incident)).Exit);
            Assert.Equal(Absent, (await outsider.RefusedAsync("movements", "record", item)).Exit);
        }));
    }

    private async Task HoldsUntilOneByteDiffersAsync(string name, string record, string? keptFor)
    {
        var file = Path.Combine(papers.FullName, name);
        await File.WriteAllTextAsync(file, record);
        var check = await Author.RunAsync("record", "verify", file);
        Assert.Equal(reference, check.GetProperty("reference").GetString());
        Assert.Equal((2, 0), (check.GetProperty("receipts").GetInt32(), check.GetProperty("unproven").GetInt32()));
        Assert.Equal(keptFor, check.TryGetProperty("incident", out var incident) ? incident.GetString() : null);

        var bytes = await File.ReadAllBytesAsync(file);
        bytes[bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Digits)) + Digits.Length - 1]++;
        await File.WriteAllBytesAsync(file, bytes);
        var (exit, answer) = await Author.RefusedAsync("record", "verify", file);
        Assert.Equal(Refused, exit);
        Assert.False(answer.GetProperty("data").GetProperty("holds").GetBoolean());
    }

    private async Task StepAsync(string name, Func<Task> step)
    {
        var started = TimeProvider.System.GetTimestamp();
        await step();
        await Task.WhenAll(NothingForTheUntoldAsync(), OnlyItsOwnForTheSilentAsync());
        output.WriteLine($"{name}: {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.0} s");
    }

    // By list, by search and by id: the item answers like one that never was.
    private async Task NothingForTheUntoldAsync()
    {
        Assert.Equal(0, await CountAsync(Untold, "--kind", "movement"));
        Assert.Equal(0, await CountAsync(Untold, "--search", convoy.Plate));
        var (exit, hidden) = await Untold.RefusedAsync("show", item);
        Assert.Equal(Absent, exit);
        Assert.Equal(never.GetRawText(), hidden.GetRawText());
    }

    private async Task OnlyItsOwnForTheSilentAsync()
    {
        var held = (await Silent.RunAsync("items", "--kind", "movement")).GetProperty("items");
        Assert.Equal(item, Assert.Single(held.EnumerateArray()).GetProperty("item").GetString());
    }

    private async Task HearsNothingOfTheWayAsync()
    {
        foreach (var shown in await Task.WhenAll(ShowAsync(Answering), ShowAsync(Silent)))
        {
            Assert.All((string[])["checkIns", "nextCheckInDue", "overdueSince", "notes"], field => Assert.Null(Field(shown, field)));
            Assert.DoesNotContain("Over the bridge.", shown.GetRawText(), StringComparison.Ordinal);
        }
    }

    private Task<JsonElement> ShowAsync(Terminal terminal) => terminal.RunAsync("show", item);

    private Task BecomesAsync<T>(Terminal terminal, T expected, Func<JsonElement, T> of) =>
        Eventually.IsAsync(expected, async () => of(await ShowAsync(terminal)), InTime, Terminal.Pace);

    private static Task ComesToAsync(Terminal terminal, int count) => Eventually.IsAsync(count, () => CountAsync(terminal, "--kind", "movement"), InTime, Terminal.Pace);

    private static async Task<int> CountAsync(Terminal terminal, params string[] filters) =>
        (await terminal.RunAsync(["items", .. filters])).GetProperty("count").GetInt32();

    private static string LineOf(JsonElement shown, string? force)
    {
        var line = Line(shown, force);
        return string.Join(' ', ((string[])["state", "version", "cell"]).Select(name => Part(line, name)).OfType<string>());
    }

    // A table breaks what people read over lines.
    private static string Words(string table) => string.Join(' ', table.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
