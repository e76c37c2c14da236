using System.Globalization;
using ContactGroup.Load.FanOut;

namespace ContactGroup.Load.Storms;

/// <summary>Many clients come back at once, each far behind.</summary>
internal static class StormCommand
{
    public const string Usage = "storm STANDALONE.dll|FOLDER [clients=1000] [behind=500] [listeners=100]";

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var what, ..])
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        int Number(int index, int otherwise) => args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;
        var (clients, behind, listeners) = (Number(1, 1_000), Number(2, 500), Number(3, 100));
        await using var place = await Places.OpenAsync(what, many: clients + listeners > 1_500);
        var (report, holds) = await new StormRun(place, clients, behind, listeners).RunAsync();
        Console.WriteLine(report);
        return holds ? 0 : 1;
    }
}
