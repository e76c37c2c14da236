using System.Diagnostics;
using System.Globalization;

namespace ContactGroup.Load.Faults;

/// <summary>What happens to a process of a distributed system on this machine.</summary>
internal enum Harm
{
    /// <summary>kill -9, and a start a moment later.</summary>
    Killed,

    /// <summary>Asked to end, and started anew.</summary>
    Restarted,

    /// <summary>Stands still for some seconds, longer than any lease, and goes on.</summary>
    Paused,
}

/// <summary>The processes of a system that <c>infra/local/run</c> started.</summary>
internal sealed class LocalSystem(string folder, string script)
{
    private const int Pause = 9;

    /// <summary>Everything that can be harmed: services, the gateway and the servers.</summary>
    public IReadOnlyList<string> Parts { get; } =
    [
        .. Directory.GetFiles(Path.Combine(folder, "run"), "*.pid").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal),
        "rabbitmq",
        "postgresql",
        "redis",
    ];

    /// <summary>Ids of its services and of the gateway, without the servers.</summary>
    public IReadOnlyList<int> Processes() =>
        [.. Directory.GetFiles(Path.Combine(folder, "run"), "*.pid").Select(path => int.Parse(File.ReadAllText(path), CultureInfo.InvariantCulture))];

    /// <summary>Address of the gateway.</summary>
    public Uri Address { get; } = new("http://127.0.0.1:" + (int.Parse(
        Environment.GetEnvironmentVariable("CONTACTGROUP_PORTS") ?? "24300", CultureInfo.InvariantCulture) + 20).ToString(CultureInfo.InvariantCulture));

    /// <summary>Password of every account of the exercise.</summary>
    public string Password { get; } = File.ReadAllText(Path.Combine(folder, "kept", "exercise-passphrase")).Trim();

    /// <summary>Does harm to a part and mends it again.</summary>
    public async Task HarmAsync(string part, Harm harm)
    {
        var pid = PidOf(part);

        // The gateway's workers would go on without their master.
        var whole = part == "nginx" ? -pid : pid;
        switch (harm)
        {
            case Harm.Paused:
                await SignalAsync(whole, "STOP");
                await Task.Delay(TimeSpan.FromSeconds(Pause));
                await SignalAsync(whole, "CONT");
                break;
            default:
                await SignalAsync(harm == Harm.Killed ? whole : pid, harm == Harm.Killed ? "KILL" : "TERM");
                await UntilGoneAsync(pid);
                await AgainAsync(part);
                break;
        }
    }

    private int PidOf(string part) => int.Parse(
        part switch
        {
            "rabbitmq" => File.ReadAllText(Path.Combine(folder, "servers", "rabbit", "pid")),
            "redis" => File.ReadAllText(Path.Combine(folder, "servers", "redis", "pid")),
            "postgresql" => File.ReadLines(Path.Combine(folder, "servers", "postgres", "postmaster.pid")).First(),
            _ => File.ReadAllText(Path.Combine(folder, "run", part + ".pid")),
        },
        CultureInfo.InvariantCulture);

    // A service or a server that does not end when asked is no fault of the run; it is killed after half a minute.
    private static async Task UntilGoneAsync(int pid)
    {
        for (var look = 0; Directory.Exists($"/proc/{pid.ToString(CultureInfo.InvariantCulture)}"); look++)
        {
            if (look == 300)
            {
                await SignalAsync(pid, "KILL");
            }

            await Task.Delay(100);
        }
    }

    private Task AgainAsync(string part) => RunAsync(script, ["again", part is "rabbitmq" or "postgresql" or "redis" ? "servers" : part, "--data", folder, "--built"]);

    private static Task SignalAsync(int pid, string signal) => RunAsync("/bin/kill", ["-" + signal, "--", pid.ToString(CultureInfo.InvariantCulture)]);

    private static async Task RunAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false })!;
        await process.WaitForExitAsync();
    }
}
