using System.Globalization;
using ContactGroup.Load;

// latency ADDRESS PASSWORD [CONNECTIONS] [POSTS] [POSTS-PER-SECOND]: against the exercise of `--demo`, only ever on this machine.
if (args is not ["latency", var address, var password, ..] || !Uri.TryCreate(address, UriKind.Absolute, out var server) || !server.IsLoopback)
{
    Console.Error.WriteLine("usage: latency http://127.0.0.1:PORT PASSWORD [connections=200] [posts=300] [posts-per-second=10]");
    return 2;
}

int Number(int index, int otherwise) => args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;
var run = new LatencyRun(server, password, Number(3, 200), Number(4, 300), Number(5, 10));
Console.WriteLine(await run.RunAsync());
return 0;
