using System.CommandLine;
using ContactGroup.Standalone.Demo;

namespace ContactGroup.Standalone;

/// <summary>What the command line asks for.</summary>
/// <param name="DataFolder">Full path of the folder that holds everything this process keeps.</param>
/// <param name="Demo">Whether to lay out the exercise.</param>
/// <param name="Json">Whether to print for programs instead of people.</param>
/// <param name="Settings">Configuration as <c>Section:Key=value</c>.</param>
internal sealed record StartCommand(string DataFolder, bool Demo, bool Json, string[] Settings)
{
    private const string DefaultAddress = "http://127.0.0.1:5080";
    private const string DefaultFolder = "contactgroup-data";

    /// <summary>Reads the arguments; when the process should not start (help, a mistake), tells why and gives the exit code instead.</summary>
    public static (StartCommand? Command, int ExitCode) Read(string[] arguments)
    {
        var data = new Option<string>("--data") { Description = "Folder for everything this process keeps.", DefaultValueFactory = _ => DefaultFolder };
        var urls = new Option<string>("--urls") { Description = "Addresses to listen on, separated by semicolons.", DefaultValueFactory = _ => DefaultAddress };
        var demo = new Option<bool>("--demo") { Description = "Lay out an exercise with accounts for every side. Loopback addresses only." };
        var json = new Option<bool>("--json") { Description = "Print address and accounts as JSON lines." };
        var root = new RootCommand("ContactGroup in one process: every service, the web client, one data folder.") { data, urls, demo, json };
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction(_ => 0);

        var result = root.Parse(arguments);
        var mistakes = result.UnmatchedTokens.Where(token => !IsSetting(token)).Select(token => $"`{token}` is not an option; --help lists them.");
        var problem = result.Errors.Select(error => error.Message).Concat(mistakes).FirstOrDefault();
        if (problem is not null)
        {
            Console.Error.WriteLine(problem);
            return (null, 2);
        }

        if (result.Action != root.Action)
        {
            return (null, result.Invoke());
        }

        var addresses = result.GetValue(urls)!.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (Array.Find(addresses, address => !Uri.TryCreate(address, UriKind.Absolute, out _)) is { } broken)
        {
            Console.Error.WriteLine($"--urls: `{broken}` is not an address such as {DefaultAddress}.");
            return (null, 2);
        }

        var uris = Array.ConvertAll(addresses, address => new Uri(address));
        if (result.GetValue(demo) && Array.Find(uris, uri => !uri.IsLoopback) is { } open)
        {
            Console.Error.WriteLine($"--demo prints its passwords, so it listens on this machine only; {open} is open to others.");
            return (null, 2);
        }

        if (string.IsNullOrWhiteSpace(result.GetValue(data)))
        {
            Console.Error.WriteLine($"--data: give a folder such as {DefaultFolder}.");
            return (null, 2);
        }

        // What was checked above comes last, so that no setting (`--URLS=…`) can take its place.
        var folder = Path.GetFullPath(result.GetValue(data)!);
        if (result.GetValue(demo) && !Passphrase.Fits(folder))
        {
            Console.Error.WriteLine($"--demo keeps to folders of its own; {folder} holds something else. Give another with --data.");
            return (null, 2);
        }

        string[] settings =
        [
            .. result.UnmatchedTokens, $"--urls={string.Join(';', addresses)}", $"--Storage:DataFolder={folder}", $"--Identity:Exercise={result.GetValue(demo)}",
        ];
        return (new StartCommand(folder, result.GetValue(demo), result.GetValue(json), settings), 0);
    }

    private static bool IsSetting(string token) => token.StartsWith("--", StringComparison.Ordinal) && token.Contains('=', StringComparison.Ordinal);
}
