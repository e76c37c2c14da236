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

    /// <summary>Nothing passes between it and those who call it for some seconds; the connections stay, and new ones are impossible.</summary>
    CutOff,

    /// <summary>It is reached for some seconds, and nothing that it answers arrives: what was asked is done, and nobody learns of it.</summary>
    Unheard,
}

/// <summary>The processes of a system that <c>infra/local/run</c> started.</summary>
internal sealed class LocalSystem(string folder, string script)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(9);

    /// <summary>Its services, each instance by itself.</summary>
    public IReadOnlyList<string> Services { get; } =
        [.. Directory.GetFiles(Path.Combine(folder, "run"), "*-*.pid").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    /// <summary>Everything that can be harmed: services, the gateway and the servers.</summary>
    public IReadOnlyList<string> Parts => [.. Services, "nginx", "rabbitmq", "postgresql", "redis"];

    /// <summary>Ids of its services and of the gateway, without the servers.</summary>
    public IReadOnlyList<int> Processes() =>
        [.. Directory.GetFiles(Path.Combine(folder, "run"), "*.pid").Select(path => int.Parse(File.ReadAllText(path), CultureInfo.InvariantCulture))];

    /// <summary>Address of the gateway.</summary>
    public Uri Address { get; } = new("http://127.0.0.1:" + (FirstPort + 20).ToString(CultureInfo.InvariantCulture));

    private static int FirstPort { get; } = int.Parse(Environment.GetEnvironmentVariable("CONTACTGROUP_PORTS") ?? "24300", CultureInfo.InvariantCulture);

    /// <summary>Password of every account of the exercise.</summary>
    public string Password { get; } = File.ReadAllText(Path.Combine(folder, "kept", "exercise-passphrase")).Trim();

    /// <summary>What its start was told about the build, to be told again at another.</summary>
    public IReadOnlyList<string> Build => File.ReadAllText(Path.Combine(folder, "run", "programs")).StartsWith("built ", StringComparison.Ordinal) ? ["--built"] : [];

    /// <summary>What can be done to it here. Cutting off changes the rules of a whole network, so it needs one of its own.</summary>
    public IReadOnlyList<Harm> Harms { get; } = Cut.IsPossible ? Enum.GetValues<Harm>() : [Harm.Killed, Harm.Restarted, Harm.Paused];

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
                await Task.Delay(Pause);
                await SignalAsync(whole, "CONT");
                break;
            case Harm.CutOff or Harm.Unheard:
                await using (await Cut.MakeAsync(PortsOf(part), harm == Harm.CutOff))
                {
                    await Task.Delay(Pause);
                }

                break;
            default:
                await SignalAsync(harm == Harm.Killed ? whole : pid, harm == Harm.Killed ? "KILL" : "TERM");
                await UntilGoneAsync(pid);
                await AgainAsync(part);
                break;
        }
    }

    /// <summary>Kills a part without a word, and leaves it so.</summary>
    public Task KillAsync(string part) => SignalAsync(PidOf(part), "KILL");

    /// <summary>Starts one more process of a service, on a port that is so many after the first; its name.</summary>
    public async Task<string> StartAnotherAsync(string service, int portsOn)
    {
        var part = $"{service}-{(FirstPort + portsOn).ToString(CultureInfo.InvariantCulture)}";
        await AgainAsync(part);
        return part;
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

    private static int[] PortsOf(string part) => part switch
    {
        "postgresql" => [FirstPort],
        "rabbitmq" => [FirstPort + 1],
        "redis" => [FirstPort + 2],

        // The gateway, and the way of internal calls to the instances of release.
        "nginx" => [FirstPort + 20, FirstPort + 28],
        _ => [int.Parse(part.AsSpan(part.LastIndexOf('-') + 1), CultureInfo.InvariantCulture)],
    };

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

    private Task AgainAsync(string part) => RunAsync(script, ["again", part is "rabbitmq" or "postgresql" or "redis" ? "servers" : part, "--data", folder]);

    private static Task SignalAsync(int pid, string signal) => RunAsync("/bin/kill", ["-" + signal, "--", pid.ToString(CultureInfo.InvariantCulture)]);

    internal static async Task RunAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0 && program != "/bin/kill")
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode.ToString(CultureInfo.InvariantCulture)}.");
        }
    }
}
