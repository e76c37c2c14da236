using System.Globalization;
using ContactGroup.Load.FanOut;

namespace ContactGroup.Load.Storms;

/// <summary>One client that hardly reads, among many that do.</summary>
internal static class SlowCommand
{
    public const string Usage = "slow STANDALONE.dll|FOLDER [clients=1000] [posts=1000]";

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var what, ..])
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        int Number(int index, int otherwise) => args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;
        await using var place = await Places.OpenAsync(what, many: Number(1, 1_000) > 1_500);
        var (report, holds) = await new SlowRun(place, Number(1, 1_000), Number(2, 1_000)).RunAsync();
        Console.WriteLine(report);
        return holds ? 0 : 1;
    }
}
