using System.Globalization;

namespace ContactGroup.Load;

/// <summary>Kills the server at random moments of an import, starts it again, imports once more, and audits every stream.</summary>
internal static class KillImportCommand
{
    public const string Usage = "kill-import STANDALONE.dll CONTACTGROUP.dll FILE MAPPING EXPECTED-RECORDS [kills=10] [longest-wait-ms=1500]";

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var standalone, var cli, var file, var mapping, var expected, ..])
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        int Number(int index, int otherwise) => args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;
        var folder = Directory.CreateTempSubdirectory("contactgroup-kill-").FullName;
        try
        {
            var run = new KillImportRun(new ServerProcess(standalone, Path.Combine(folder, "data")), new CliProcess(cli, Path.Combine(folder, "cli")));
            var audit = await run.RunAsync(file, mapping, Number(5, 10), Number(6, 1_500));
            Console.WriteLine(audit.Describe());
            return audit.Holds(int.Parse(expected, CultureInfo.InvariantCulture)) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
