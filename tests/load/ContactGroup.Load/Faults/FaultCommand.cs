using System.Globalization;
using System.Security.Cryptography;

namespace ContactGroup.Load.Faults;

/// <summary>Harms parts of a distributed system while it works, and counts what was lost.</summary>
internal static class FaultCommand
{
    public const string Usage = "faults FOLDER [faults=200] [connections=500] [posts-per-second=50]    FOLDER of infra/local/run --demo --detached; run both in the root of the checkout and, to have parts cut off as well, in one network of their own";

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var folder, ..])
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        int Number(int index, int otherwise) => args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;
        var system = new LocalSystem(Path.GetFullPath(folder), Path.GetFullPath(Path.Combine("infra", "local", "run")));
        var faults = Enumerable.Range(0, Number(1, 200)).Select(_ => (OneOf(system.Parts), OneOf(system.Harms))).ToList();
        var (report, holds) = await new FaultRun(system, faults, Number(2, 500), Number(3, 50)).RunAsync();
        Console.WriteLine(report);
        return holds ? 0 : 1;
    }

    private static T OneOf<T>(IReadOnlyList<T> all) => all[RandomNumberGenerator.GetInt32(all.Count)];
}
