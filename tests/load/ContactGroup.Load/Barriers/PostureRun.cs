using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using ContactGroup.Classification;
using ContactGroup.Client;

namespace ContactGroup.Load.Barriers;

/// <summary>
/// Changes the posture of a full channel back and forth while everybody watches and the server is killed at random moments; then once more undisturbed,
/// with times and an audit of what everybody holds after each change.
/// </summary>
internal sealed class PostureRun(ServerProcess server, int items, int kills)
{
    private static readonly Posture[] Round = [Posture.Coexistence, Posture.Distance, Posture.Cooperation];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    // Reading everything takes the server's time too, so it is not done more often than the figure needs.
    private static readonly TimeSpan BetweenAudits = TimeSpan.FromSeconds(2);

    private readonly Expectation expectation = new();
    private readonly List<string> lines = [];
    private int wrong;
    private int killed;

    /// <summary>Runs it; the report, and whether it holds.</summary>
    public async Task<(string Report, bool Holds)> RunAsync()
    {
        await server.StartAsync();
        try
        {
            using var handler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromSeconds(30) };
            using var http = new HttpClient(handler);
            return await RunAsync(http);
        }
        finally
        {
            await server.KillAsync();
        }
    }

    private async Task<(string Report, bool Holds)> RunAsync(HttpClient http)
    {
        var stage = new Stage(server, http);
        await stage.SetAsync("Barrier run");
        var timeline = new Timeline(Posture.Cooperation);
        await stage.Coordinator.Client.Coordination.ChangePostureAsync(stage.Group, "cooperation", "EXERCISE. Start of the run.");
        await stage.FillAsync(items, expectation);
        await AuditAsync(stage, Posture.Cooperation, "filled");

        using var stop = new CancellationTokenSource();
        var watchers = stage.Readers.Select(reader => new Watcher(reader, stage.Channel, expectation, timeline)).ToList();
        var watching = watchers.ConvertAll(watcher => watcher.WatchAsync(stop.Token));
        await DisturbedAsync(stage, timeline);
        foreach (var posture in Round)
        {
            await MeasuredAsync(stage, timeline, posture);
        }

        await stop.CancelAsync();
        await Task.WhenAll(watching);
        var audit = new StreamAudit(killed, 0, 0, string.Empty);
        foreach (var reader in stage.Readers)
        {
            await audit.ReadAsync(reader.Client);
        }

        var over = watchers.Sum(watcher => watcher.OverReleases);
        lines.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"items {items}, kills {killed}, views judged {watchers.Sum(watcher => watcher.Views)}, frames {watchers.Sum(watcher => watcher.Frames)}, "
            + $"told to wait {watchers.Sum(watcher => watcher.Refusals)}, over-releases {over}, wrong holdings {wrong}"));
        lines.Add(audit.Describe().Trim());
        return (string.Join('\n', lines), over == 0 && wrong == 0 && audit.Holds(0));
    }

    /// <summary>Changes and kills at once, until the kills are done and the last change is acknowledged.</summary>
    private async Task DisturbedAsync(Stage stage, Timeline timeline)
    {
        var killing = KillAsync();
        for (var change = 0; kills > 0 && (!killing.IsCompleted || change % Round.Length != 0); change++)
        {
            await ChangeAsync(stage, timeline, Round[change % Round.Length]);
        }

        await killing;
    }

    private async Task KillAsync()
    {
        for (; killed < kills; killed++)
        {
            await Task.Delay(RandomNumberGenerator.GetInt32(200, 3_000));
            await server.KillAsync();
            await server.StartAsync();
        }
    }

    private static async Task ChangeAsync(Stage stage, Timeline timeline, Posture posture)
    {
        var sent = timeline.Send(posture);
        var key = IdempotencyKey.New();
        for (var done = false; !done;)
        {
            try
            {
                await stage.Coordinator.Client.Coordination.ChangePostureAsync(stage.Group, Codes.Format(posture), "EXERCISE. Part of the run.", key);
                done = true;
            }
            catch (ContactGroupException away) when (away.Code is ErrorCodes.Unreachable or "CG-1008" or "CG-1010")
            {
                // Killed in between: the same command again.
            }
        }

        timeline.Acknowledge(sent);
    }

    private async Task MeasuredAsync(Stage stage, Timeline timeline, Posture posture)
    {
        var started = Stopwatch.GetTimestamp();
        await ChangeAsync(stage, timeline, posture);
        var acknowledged = Stopwatch.GetElapsedTime(started);
        await AuditAsync(stage, posture, Codes.Format(posture));
        lines.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"{Codes.Format(posture)}: acknowledged after {acknowledged.TotalSeconds:F2} s, everybody holds what it gives after {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s"));
    }

    /// <summary>Waits until everybody holds exactly what the engine says; who does not in time counts as wrong.</summary>
    private async Task AuditAsync(Stage stage, Posture posture, string when)
    {
        var started = Stopwatch.GetTimestamp();
        foreach (var reader in stage.Readers)
        {
            var expected = expectation.Holds(reader, posture);
            var held = await HeldAsync(reader, stage.Channel);
            while (!held.SetEquals(expected) && Stopwatch.GetElapsedTime(started) < Patience)
            {
                await Task.Delay(BetweenAudits);
                held = await HeldAsync(reader, stage.Channel);
            }

            if (!held.SetEquals(expected))
            {
                wrong++;
                lines.Add($"{when}: {reader.Account} holds {held.Count}, too many {held.Except(expected).Count()}, too few {expected.Except(held).Count()}");
            }
        }
    }

    private async Task<HashSet<string>> HeldAsync(Reader reader, string channel)
    {
        var held = new HashSet<string>(StringComparer.Ordinal);
        string? next = null;
        do
        {
            var page = await reader.Client.FindItemsAsync(new ItemQuery(channel, Limit: 200, After: next));
            held.UnionWith(page.Items.Select(item => item.Id).Where(expectation.Knows));
            next = page.Next;
        }
        while (next is not null);
        return held;
    }
}
