using System.Globalization;

namespace ContactGroup.Load.FanOut;

/// <summary>Holds the fan-out of ContactGroup against that of a bare SignalR hub, both measured in one run on one machine.</summary>
internal static class FanOutCommand
{
    public const string Usage =
        "fan-out STANDALONE.dll|FOLDER [subscribers=1000] [seconds=20] [on-their-way=16] [rounds=1] [ours-on-their-way=on-their-way]    FOLDER of infra/local/run: the distributed system is measured, and the bare hub also behind nginx, as it is. With more of ours on their way than of the bare hub's the rate says what ours can do, not what it does under the same load";

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var what, ..])
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        int Number(int index, int otherwise) => args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;
        var (subscribers, lasts, onTheirWay) = (Number(1, 1_000), TimeSpan.FromSeconds(Number(2, 20)), Number(3, 16));
        var oursOnTheirWay = Number(5, onTheirWay);
        for (var round = 0; round < Number(4, 1); round++)
        {
            var isDistributed = Directory.Exists(what);
            var bare = await BareAsync(isBehindGateway: false);
            var behindGateway = isDistributed ? await BareAsync(isBehindGateway: true) : null;
            FanOutFigures ours;
            await using (var place = await Places.OpenAsync(what, many: subscribers > 1_500))
            {
                ours = await new FanOutRun(place, subscribers, oursOnTheirWay, lasts, Places.Counters).RunAsync();
            }

            Print(ours);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"ours, {oursOnTheirWay} on their way, to bare, {onTheirWay}: rate {ours.PerSecond / bare.PerSecond:F2}; p99 at 10 posts/s {ours.Late:F1} ms, 1.5 × bare + 20 = {(1.5 * bare.Late) + 20:F1} ms"));
            if (behindGateway is not null)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"behind nginx both: rate {ours.PerSecond / behindGateway.PerSecond:F2}; the bare hub behind it to itself {behindGateway.PerSecond / bare.PerSecond:F2}"));
            }
        }

        return 0;

        async Task<FanOutFigures> BareAsync(bool isBehindGateway)
        {
            await using var place = await BarePlace.StartAsync(ServerProcess.FreePort(), isBehindGateway);
            var figures = await new FanOutRun(place, subscribers, onTheirWay, lasts, () => new Dictionary<string, double>(StringComparer.Ordinal)).RunAsync();
            Print(figures);
            return figures;
        }
    }

    private static void Print(FanOutFigures figures) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{figures.Place}: {figures.Subscribers} subscribers; {figures.PerSecond:N0} deliveries/s, {figures.Posts:F0} posts/s on {figures.Cores:F2} cores; at 10 posts/s p50 {figures.Median:F1} ms, p99 {figures.Late:F1} ms; lacking {figures.Lacking}, twice {figures.Twice}; {figures.Counters}"));
}
