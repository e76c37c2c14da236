using System.Globalization;

namespace ContactGroup.Load.Barriers;

/// <summary>Changes the posture of a full channel while everybody watches and the server is killed.</summary>
internal static class PostureCommand
{
    public const string Usage = "posture STANDALONE.dll [items=10000] [kills=10]";

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var standalone, ..])
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        int Number(int index, int otherwise) => args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;
        var folder = Directory.CreateTempSubdirectory("contactgroup-posture-").FullName;
        try
        {
            var (report, holds) = await new PostureRun(new ServerProcess(standalone, folder), Number(1, 10_000), Number(2, 10)).RunAsync();
            Console.WriteLine(report);
            return holds ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
