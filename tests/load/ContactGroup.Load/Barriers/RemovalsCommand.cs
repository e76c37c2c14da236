using System.Globalization;

namespace ContactGroup.Load.Barriers;

/// <summary>Removes members while they listen and others post.</summary>
internal static class RemovalsCommand
{
    public const string Usage = "removals STANDALONE.dll [races=1000]";

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var standalone, ..])
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        var races = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000;
        var folder = Directory.CreateTempSubdirectory("contactgroup-removals-").FullName;
        try
        {
            var (report, holds) = await new RemovalsRun(new ServerProcess(standalone, folder), races).RunAsync();
            Console.WriteLine(report);
            return holds ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
