using System.Globalization;

namespace ContactGroup.Load;

/// <summary>Measures the time from a recall to the last of many live connections, and holds the exposure report against who was there.</summary>
internal static class RecallCommand
{
    public const string Usage = "recall STANDALONE.dll [connections=1000] [connections-that-never-held-it=50] [recalls=50]";

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var standalone, ..])
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        int Number(int index, int otherwise) => args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;
        var folder = Directory.CreateTempSubdirectory("contactgroup-recall-").FullName;
        var server = new ServerProcess(standalone, Path.Combine(folder, "data"));
        try
        {
            await server.StartAsync(("Realtime__ConnectionsPerPerson", "256"), ("Edge__Burst", "100000"));
            var run = new RecallRun(server, Number(1, 1_000), Number(2, 50), Number(3, 50));
            Console.WriteLine(await run.RunAsync());
            return run.Holds ? 0 : 1;
        }
        finally
        {
            await server.KillAsync();
            Directory.Delete(folder, recursive: true);
        }
    }
}
