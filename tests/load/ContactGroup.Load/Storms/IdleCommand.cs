using System.Globalization;
using ContactGroup.Load.FanOut;

namespace ContactGroup.Load.Storms;

/// <summary>What a connection costs on which nothing happens, beside one of a bare hub.</summary>
internal static class IdleCommand
{
    public const string Usage = "idle STANDALONE.dll [few=250] [many=2000]";
    // Memory is given back a while after a burst, and idle is what comes after that.
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(60);

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var what, ..])
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        int Number(int index, int otherwise) => args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;
        var (few, many) = (Number(1, 250), Number(2, 2_000));
        double bare, ours;
        await using (var place = await BarePlace.StartAsync(ServerProcess.FreePort()))
        {
            bare = await MeasureAsync(place, few, many);
        }

        await using (var place = await Places.OpenAsync(what, many: true))
        {
            ours = await MeasureAsync(place, few, many);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"idle connections, {few} to {many}: bare hub {bare:F1} KB each, standalone {ours:F1} KB each, ours to bare {ours / bare:F2}"));
        return ours <= 1.3 * bare ? 0 : 1;
    }

    // What the first ones cost is mostly code that runs for the first time; so the cost of one is the slope between few and many.
    private static async Task<double> MeasureAsync(IPlace place, int few, int many)
    {
        var follow = await place.MarkAsync();
        await using var first = await Crowd.GatherAsync(few, follow, _ => { });
        await Task.Delay(Settle);
        var before = place.Memory();
        await using var rest = await Crowd.GatherAsync(many - few, (number, buffer) => follow(few + number, buffer), _ => { });
        await Task.Delay(Settle);
        return (place.Memory() - before) / 1024.0 / (many - few);
    }
}
