using System.Globalization;

namespace ContactGroup.Load.Months;

/// <summary>Imports the movements and sites of a theatre's month and asks for boards, lists and maps.</summary>
internal static class MonthCommand
{
    public const string Usage = "month STANDALONE.dll CONTACTGROUP.dll [requests=200] [seed=1]    or: month-files FOLDER [seed=1]";

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var standalone, var cli, ..])
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        int Number(int index, int otherwise) => args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;
        var folder = Directory.CreateTempSubdirectory("contactgroup-month-").FullName;
        try
        {
            await new MonthFiles(Number(3, 1), Today).WriteAsync(folder);
            var run = new MonthRun(new ServerProcess(standalone, Path.Combine(folder, "data")), new CliProcess(cli, Path.Combine(folder, "cli")), folder);
            var (report, holds) = await run.RunAsync(Number(2, 200));
            Console.WriteLine(report);
            return holds ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static async Task<int> WriteAsync(string[] args)
    {
        if (args is not [var folder, ..])
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        await new MonthFiles(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1, Today).WriteAsync(folder);
        return 0;
    }

    private static DateTimeOffset Today => new(TimeProvider.System.GetUtcNow().Date, TimeSpan.Zero);
}
