using ContactGroup.Channels;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Health;
using ContactGroup.Hosting.Web;
using ContactGroup.Identity;
using ContactGroup.Incidents;
using ContactGroup.Realtime;
using ContactGroup.Release;
using ContactGroup.Standalone;
using ContactGroup.Standalone.Demo;

var (start, exitCode) = StartCommand.Read(args);
if (start is null)
{
    return exitCode;
}

try
{
    using var folder = DataFolder.TryTake(start.DataFolder);
    if (folder is null)
    {
        Console.Error.WriteLine($"Another process uses {start.DataFolder}: one folder, one process.");
        return 1;
    }

    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = start.Settings, ContentRootPath = AppContext.BaseDirectory });
    if (start.Demo && builder.Configuration.GetSection("Kestrel:Endpoints").GetChildren().Any())
    {
        Console.Error.WriteLine("--demo prints its passwords, so it listens only where --urls says; remove the setting Kestrel:Endpoints.");
        return 2;
    }

    // A start that fails is told once, by the sentence below.
    var started = false;
    builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => started && level >= LogLevel.Warning);
    builder.Services
        .AddProblemEdge()
        .AddSessionAuthentication()
        .AddHealth()
        .AddWebClient()
        .AddExercise(start)
        .AddIdentity()
        .AddChannels(builder.Configuration)
        .AddIncidents(builder.Configuration)
        .AddRelease(builder.Configuration)
        .AddRealtime(builder.Configuration)
        .AddInMemoryBus(
            ChannelsModule.AddChannelsConsumers, IncidentsModule.AddIncidentsConsumers, ReleaseModule.AddReleaseConsumers, RealtimeModule.AddRealtimeConsumers);

    var app = builder.Build();
    app.UseProblemEdge();
    app.UseWebClient();
    app.MapHealth();
    app.MapIdentity();
    app.MapChannels();
    app.MapIncidents();
    app.MapRelease();
    app.MapRealtime();

    await app.StartAsync();
    started = true;
    Welcome.Write(Console.Out, start, app.Urls, app.Services.GetService<ExerciseDirector>());
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception failure) when (StartFault.Explain(failure, start) is { } sentence)
{
    Console.Error.WriteLine(sentence);
    return 1;
}
