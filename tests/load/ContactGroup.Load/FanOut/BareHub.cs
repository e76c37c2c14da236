using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ContactGroup.Load.FanOut;

/// <summary>What ours is held against: SignalR with one group and no logic, in a process of its own.</summary>
[SuppressMessage("Performance", "CA1812", Justification = "SignalR makes it.")]
internal sealed class BareHub : Hub
{
    /// <summary>Where it is reached: where the gateway takes live connections.</summary>
    public const string Path = "/hubs/bare";

    private const string Everybody = "everybody";

    /// <summary>Joins the group.</summary>
    public Task Join() => Groups.AddToGroupAsync(Context.ConnectionId, Everybody);

    /// <summary>Sends a text to the group.</summary>
    public Task Post(string text) => Clients.Group(Everybody).SendAsync("entries", text);

    /// <summary>Serves until the process is killed.</summary>
    public static async Task<int> ServeAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSignalR();
        var app = builder.Build();
        app.MapHub<BareHub>(Path);
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine("ready"));
        await app.RunAsync();
        return 0;
    }
}
