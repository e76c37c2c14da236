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

using var folder = DataFolder.TryTake(start.DataFolder);
if (folder is null)
{
    Console.Error.WriteLine($"Another process uses {start.DataFolder}: one folder, one process.");
    return 1;
}

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = start.Settings, ContentRootPath = AppContext.BaseDirectory });
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
Welcome.Write(Console.Out, start, app.Urls, app.Services.GetService<ExerciseDirector>());
await app.WaitForShutdownAsync();
return 0;
