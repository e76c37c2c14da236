using System.Globalization;

namespace ContactGroup.Load;

/// <summary>Measures the time from post to receive against a running exercise.</summary>
internal static class LatencyCommand
{
    public const string Usage = "latency http://127.0.0.1:PORT PASSWORD [connections=200] [posts=300] [posts-per-second=10]";

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var address, var password, ..] || !Uri.TryCreate(address, UriKind.Absolute, out var server) || !server.IsLoopback)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        int Number(int index, int otherwise) => args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;
        Console.WriteLine(await new LatencyRun(server, password, Number(2, 200), Number(3, 300), Number(4, 10)).RunAsync());
        return 0;
    }
}
