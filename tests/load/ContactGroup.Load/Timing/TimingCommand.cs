using System.Globalization;

namespace ContactGroup.Load.Timing;

/// <summary>Compares how long answers about hidden things take with answers about things that do not exist.</summary>
internal static class TimingCommand
{
    public const string Usage = "timing STANDALONE.dll [requests-per-channel=2000] [hidden-items=2000]";

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var standalone, ..])
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        int Number(int index, int otherwise) => args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;
        var folder = Directory.CreateTempSubdirectory("contactgroup-timing-").FullName;
        var server = new ServerProcess(standalone, folder);
        try
        {
            await server.StartAsync(("Edge__RequestsPerSecond", "100000"), ("Edge__Burst", "1000000"));
            var stage = await TimingStage.SetAsync(server, Number(2, 2_000));
            var results = await new TimingRun(stage, Number(1, 2_000)).RunAsync();
            Console.WriteLine("| what is asked | requests each | median hidden, µs | median absent, µs | difference, µs | Cliff's delta | p | |");
            Console.WriteLine("|---|---|---|---|---|---|---|---|");
            results.ForEach(result => Console.WriteLine(result.Describe()));
            return results.TrueForAll(result => result.Holds) ? 0 : 1;
        }
        finally
        {
            await server.KillAsync();
            Directory.Delete(folder, recursive: true);
        }
    }
}
