using System.Security.Cryptography;
using ContactGroup.Client;

namespace ContactGroup.Load;

/// <summary>One run: import under kills, import again, look at what every account can read.</summary>
internal sealed class KillImportRun(ServerProcess server, CliProcess cli)
{
    private static readonly string[] Accounts = ["amal", "jonas", "leila", "maya", "samir", "ines", "okan", "rafiq", "hana"];

    public async Task<StreamAudit> RunAsync(string file, string mapping, int kills, int longestWait)
    {
        await server.StartAsync();
        await RequireAsync(server.Password, "login", "--url", server.Address.ToString(), "--account", "amal", "--password-stdin");
        string[] import = ["import", "incidents", file, "--channel", "Plenary", "--mapping", mapping, "--wait-seconds", "120"];
        var before = await CountAsync();
        var running = cli.RunAsync(null, import);
        var killed = 0;
        while (killed < kills && !running.IsCompleted)
        {
            await Task.Delay(RandomNumberGenerator.GetInt32(50, longestWait));
            await server.KillAsync();
            killed++;
            await server.StartAsync();
        }

        var first = await running;
        var again = await RequireAsync(null, import);
        try
        {
            return await AuditAsync(killed, before, $"first import exit {first.ExitCode}: {Last(first.Output)}; again: {Last(again)}");
        }
        finally
        {
            await server.KillAsync();
        }
    }

    private async Task<string> RequireAsync(string? input, params string[] arguments)
    {
        var (exitCode, output) = await cli.RunAsync(input, arguments);
        return exitCode == 0 ? output : throw new InvalidOperationException($"{arguments[0]} ended with {exitCode}: {output}");
    }

    private static string Last(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? string.Empty;

    private async Task<long> CountAsync()
    {
        using var http = new HttpClient();
        var jonas = await SignInAsync(http, "jonas");
        return (await jonas.FindItemsAsync(new ItemQuery { Kind = "incident", Limit = 1 })).Count;
    }

    private async Task<StreamAudit> AuditAsync(int killed, long before, string story)
    {
        using var http = new HttpClient();
        await SettledAsync(await SignInAsync(http, "jonas"));
        var audit = new StreamAudit(killed, before, await CountAsync(), story);
        foreach (var account in Accounts)
        {
            await audit.ReadAsync(await SignInAsync(http, account));
        }

        return audit;
    }

    /// <summary>Accepted reports may still be on their way; wait until the count stands still for two seconds.</summary>
    private static async Task SettledAsync(ContactGroupClient reader)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromSeconds(2));
        long last = -1;
        while (await tick.WaitForNextTickAsync())
        {
            var now = (await reader.FindItemsAsync(new ItemQuery { Kind = "incident", Limit = 1 })).Count;
            if (now == last)
            {
                return;
            }

            last = now;
        }
    }

    private async Task<ContactGroupClient> SignInAsync(HttpClient http, string account)
    {
        var client = new ContactGroupClient(http, new ContactGroupClientOptions { Address = server.Address });
        await client.SignInAsync(account, server.Password);
        return client;
    }
}
