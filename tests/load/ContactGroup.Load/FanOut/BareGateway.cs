using System.Diagnostics;
using System.Globalization;

namespace ContactGroup.Load.FanOut;

/// <summary>
/// The gateway of the distributed system in front of the bare hub: nginx with the very routes and limits of <c>infra/nginx</c> and as many workers as
/// <c>infra/local/run</c> gives it. What the hub does behind it is what is left on these cores for whoever is reached through a gateway.
/// </summary>
internal sealed class BareGateway : IAsyncDisposable
{
    private static readonly string[] Upstreams = ["identity", "channels", "incidents", "movements", "access", "release", "realtime"];

    private readonly Process nginx;
    private readonly DirectoryInfo folder;

    private BareGateway(Process nginx, DirectoryInfo folder, Uri address) => (this.nginx, this.folder, Address) = (nginx, folder, address);

    /// <summary>Where it is reached.</summary>
    public Uri Address { get; }

    /// <summary>Starts it in front of a hub.</summary>
    public static async Task<BareGateway> StartAsync(int hub)
    {
        var routes = Path.Combine("infra", "nginx");
        if (!Directory.Exists(routes))
        {
            throw new InvalidOperationException("There is no infra/nginx here, where the gateway has its routes: run this in the checkout's own folder.");
        }

        var place = Directory.CreateTempSubdirectory("contactgroup-load-gateway-");
        foreach (var file in Directory.EnumerateFiles(routes, "*.conf"))
        {
            File.Copy(file, Path.Combine(place.FullName, Path.GetFileName(file)));
        }

        var port = ServerProcess.FreePort();
        await File.WriteAllTextAsync(Path.Combine(place.FullName, "contactgroup-listen.conf"), $"listen 127.0.0.1:{port};");
        await File.WriteAllTextAsync(Path.Combine(place.FullName, "contactgroup-web.conf"), $"root {place.FullName};");
        await File.WriteAllTextAsync(Path.Combine(place.FullName, "nginx.conf"), Configuration(place.FullName, hub));
        var gateway = new BareGateway(Nginx(place.FullName, "-g", "daemon off;"), place, new Uri($"http://127.0.0.1:{port}"));
        try
        {
            await UntilItListensAsync(port);
            return gateway;
        }
        catch
        {
            await gateway.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Not killed: its workers would go on without it.
        using (var stop = Nginx(folder.FullName, "-s", "stop"))
        {
            await stop.WaitForExitAsync();
            if (stop.ExitCode != 0)
            {
                nginx.Kill(entireProcessTree: true); // It has not come so far as to say which process it is.
            }
        }

        await nginx.WaitForExitAsync();
        nginx.Dispose();
        folder.Delete(recursive: true);
    }

    private static Process Nginx(string folder, params string[] arguments) => Process.Start(new ProcessStartInfo(
        "nginx", ["-c", Path.Combine(folder, "nginx.conf"), "-p", folder, .. arguments])
    { UseShellExecute = false })!;

    private static string Configuration(string folder, int hub) =>
        $"pid {folder}/nginx.pid; error_log {folder}/nginx.log; worker_processes 2; events {{ worker_connections 8192; }}\n"
        + "http {\n"
        + string.Concat(new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(kind => $"{kind}_temp_path {folder}/{kind};\n"))
        + string.Concat(Upstreams.Select(name => string.Create(CultureInfo.InvariantCulture, $"upstream {name} {{ server 127.0.0.1:{hub}; keepalive 64; }}\n")))
        + $"include {folder}/contactgroup.conf;\naccess_log off;\n}}\n";

    private static async Task UntilItListensAsync(int port)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        using var client = new HttpClient();
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/health/live"), limit.Token);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50, limit.Token);
            }
        }
    }
}
