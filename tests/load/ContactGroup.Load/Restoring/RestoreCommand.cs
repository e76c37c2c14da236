using System.Globalization;

namespace ContactGroup.Load.Restoring;

/// <summary>Backs a distributed system up while people post, destroys it, restores it, and counts what is missing, changed or wider.</summary>
internal static class RestoreCommand
{
    public const string Usage = "restore FOLDER BACKUP [posts=400] [posts-per-second=20]    FOLDER of infra/local/run --demo --detached, which is destroyed and restored; run it in the root of the checkout";

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var folder, var backup, ..])
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        int Number(int index, int otherwise) => args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;
        var (report, holds) = await new RestoreRun(Path.GetFullPath(folder), Path.GetFullPath(backup), Number(2, 400), Number(3, 20)).RunAsync();
        Console.WriteLine(report);
        return holds ? 0 : 1;
    }
}
