using System.Globalization;
using ContactGroup.Load.Faults;

namespace ContactGroup.Load.Deadlines;

/// <summary>Many deadlines fall due at one instant while two processes look at them, and one is killed in the middle.</summary>
internal static class DeadlinesCommand
{
    public const string Usage = "deadlines FOLDER [deadlines=10000] [minutes=12] [patience=60]    minutes until they are due, and at most for release to catch up; FOLDER of infra/local/run --demo --detached with Movements__ReminderHours=2; run in the root of the checkout";

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var folder, ..])
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        int Number(int index, int otherwise) => args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;
        var place = Path.GetFullPath(folder);
        var system = new LocalSystem(place, Path.GetFullPath(Path.Combine("infra", "local", "run")));
        using var run = new DeadlinesRun(system, new DeadlineStore(place), Number(1, 10_000), TimeSpan.FromMinutes(Number(2, 12)), TimeSpan.FromMinutes(Number(3, 60)));
        var (report, holds) = await run.RunAsync();
        Console.WriteLine(report);
        return holds ? 0 : 1;
    }
}
