using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using ContactGroup.Client;

namespace ContactGroup.Load.Months;

/// <summary>One month: two files in, everything there for those who were told, the files in again, and what people then ask for all day.</summary>
internal sealed class MonthRun(ServerProcess server, CliProcess cli, string folder)
{
    private const string Room = "Movements and sites";
    private const double MostSeconds = 60;
    private const double MostMilliseconds = 200;

    private static readonly (string Account, string Who)[] Readers = [("amal", "the organisation"), ("jonas", "another NGO"), ("okan", "a force")];

    // A window of some fifty kilometres moves over the map, as on a screen.
    private static readonly (string Name, Func<int, string> Of)[] Questions =
    [
        ("board of movements", _ => "kind=movement&limit=200"),
        ("urgent movements, at sign-in", _ => "kind=movement&status=current&urgent=true&limit=200"),
        ("list of sites", _ => "kind=site&limit=200"),
        ("map of both", number => string.Create(CultureInfo.InvariantCulture, $"bbox={2.4 + (number % 5 * 0.1):F2},{1.4 + (number % 4 * 0.1):F2},{2.9 + (number % 5 * 0.1):F2},{1.9 + (number % 4 * 0.1):F2}&limit=200")),
    ];

    public async Task<(string Report, bool Holds)> RunAsync(int requests)
    {
        await server.StartAsync();
        try
        {
            await RequireAsync(server.Password, "login", "--url", server.Address.ToString(), "--account", "amal", "--password-stdin");
            var report = new StringBuilder();
            var began = Stopwatch.GetTimestamp();
            await ImportAsync(report, "movements");
            await ImportAsync(report, "sites");
            var importing = Stopwatch.GetElapsedTime(began).TotalSeconds;
            await ShownAsync();
            report.AppendLine(CultureInfo.InvariantCulture, $"both files: {importing:F1} s; the last was with the force after {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s");
            await ImportAsync(report, "movements");
            await ImportAsync(report, "sites");
            var slowest = await AskAsync(report, requests);
            return (report.ToString(), importing < MostSeconds && slowest < MostMilliseconds);
        }
        finally
        {
            await server.KillAsync();
        }
    }

    private async Task ImportAsync(StringBuilder report, string kind)
    {
        var said = await RequireAsync(
            null, kind, "import", Path.Combine(folder, $"{kind}.csv"), "--channel", Room, "--consent", "military:northern-force", "--consent", "military:southern-force", "--wait-seconds", "120");
        report.AppendLine(said.Split('\n').First(line => line.Contains(" read: ", StringComparison.Ordinal)));
    }

    private async Task ShownAsync()
    {
        using var http = new HttpClient();
        var okan = await SignInAsync(http, "okan");
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await CountAsync(okan, "movement") < MonthFiles.Movements || await CountAsync(okan, "site") < MonthFiles.Sites)
        {
            await tick.WaitForNextTickAsync();
        }
    }

    private static async Task<int> CountAsync(ContactGroupClient client, string kind) => (await client.FindItemsAsync(new ItemQuery { Kind = kind, Limit = 1 })).Count;

    private async Task<double> AskAsync(StringBuilder report, int requests)
    {
        var slowest = 0.0;
        foreach (var (account, who) in Readers)
        {
            using var http = new HttpClient();
            var session = await new ContactGroupClient(http, new ContactGroupClientOptions { Address = server.Address }).SignInAsync(account, server.Password);
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", session.AccessToken);
            foreach (var (name, question) in Questions)
            {
                var (times, bytes) = await TimesAsync(http, question, requests);
                var p95 = times[(int)(times.Count * 0.95)];
                slowest = Math.Max(slowest, p95);
                report.AppendLine(CultureInfo.InvariantCulture, $"{name}, {who}: {requests} requests, {bytes / 1024} KB each; p50 {times[times.Count / 2]:F0}, p95 {p95:F0}, most {times[^1]:F0} ms");
            }
        }

        return slowest;
    }

    private async Task<(List<double> Sorted, long Bytes)> TimesAsync(HttpClient http, Func<int, string> question, int requests)
    {
        var (times, bytes) = (new List<double>(), 0L);
        for (var number = -5; number < requests; number++)
        {
            var began = Stopwatch.GetTimestamp();
            var body = await http.GetByteArrayAsync(new Uri(server.Address, $"api/release/items?{question(number + 5)}"));
            if (number >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                bytes += body.Length;
            }
        }

        times.Sort();
        return (times, bytes / requests);
    }

    private async Task<string> RequireAsync(string? input, params string[] arguments)
    {
        var (exitCode, output) = await cli.RunAsync(input, arguments);
        return exitCode == 0 ? output : throw new InvalidOperationException($"{arguments[0]} {arguments[1]} ended with {exitCode}: {output}");
    }

    private async Task<ContactGroupClient> SignInAsync(HttpClient http, string account)
    {
        var client = new ContactGroupClient(http, new ContactGroupClientOptions { Address = server.Address });
        await client.SignInAsync(account, server.Password);
        return client;
    }
}
