using System.Globalization;

namespace ContactGroup.Load.Faults;

/// <summary>Starts every service anew, one after another, while it works, and counts what was lost: what an upgrade does.</summary>
internal static class RollingCommand
{
    public const string Usage = "rolling FOLDER [rounds=3] [connections=500] [posts-per-second=50]    FOLDER as for faults";

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var folder, ..])
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        int Number(int index, int otherwise) => args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;
        var system = new LocalSystem(Path.GetFullPath(folder), Path.GetFullPath(Path.Combine("infra", "local", "run")));
        var restarts = Enumerable.Range(0, Number(1, 3)).SelectMany(_ => system.Services).Select(part => (part, Harm.Restarted)).ToList();
        var (report, holds) = await new FaultRun(system, restarts, Number(2, 500), Number(3, 50)).RunAsync();
        Console.WriteLine(report);
        return holds ? 0 : 1;
    }
}
