using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace ContactGroup.Load;

/// <summary>The standalone host as a process that can be killed and started again on the same folder.</summary>
internal sealed partial class ServerProcess(string assembly, string dataFolder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private Process? process;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    public string Password { get; private set; } = string.Empty;

    /// <summary>Id of the process.</summary>
    public int Id => process!.Id;

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    public async Task StartAsync(params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, "--demo", "--data", dataFolder, "--urls", Address.ToString()])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (PasswordLine().Match(line) is { Success: true } found)
            {
                Password = found.Groups["password"].Value;
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return;
            }
        }

        throw new InvalidOperationException("The server ended before it was ready.");
    }

    /// <summary>kill -9: nothing gets a chance to finish.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>A port that nobody listens on now.</summary>
    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"password of every account is\s+(?<password>\S+)", RegexOptions.None, 1000)]
    private static partial Regex PasswordLine();
}
