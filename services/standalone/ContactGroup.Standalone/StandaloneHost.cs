using ContactGroup.Access;
using ContactGroup.Channels;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Health;
using ContactGroup.Hosting.Memory;
using ContactGroup.Hosting.Telemetry;
using ContactGroup.Hosting.Web;
using ContactGroup.Identity;
using ContactGroup.Incidents;
using ContactGroup.Movements;
using ContactGroup.Realtime;
using ContactGroup.Release;
using ContactGroup.Standalone.Demo;

namespace ContactGroup.Standalone;

/// <summary>Every module in one process. Wiring and nothing else.</summary>
internal static class StandaloneHost
{
    /// <param name="start">What the command line asks for.</param>
    /// <param name="clock">Another clock than the machine's, for tests in which days pass.</param>
    public static WebApplication Build(StartCommand start, TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = start.Settings, ContentRootPath = AppContext.BaseDirectory });

        // A start that fails is told once, in a sentence, by who called; what fails later is told here.
        WebApplication? app = null;
        builder.Logging.AddFilter(
            "Microsoft.Extensions.Hosting.Internal.Host", level => level >= LogLevel.Warning && app?.Lifetime.ApplicationStarted.IsCancellationRequested == true);
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services
            .AddProblemEdge()
            .AddSessionAuthentication()
            .AddHealth()
            .AddTelemetry(builder.Configuration)
            .AddWebClient()
            .AddExercise(start)
            .AddIdentity()
            .AddChannels(builder.Configuration)
            .AddIncidents(builder.Configuration)
            .AddMovements()
            .AddAccess()
            .AddRelease(builder.Configuration)
            .AddRealtime(builder.Configuration)
            .AddBus(
                builder.Configuration,
                ChannelsModule.AddChannelsConsumers,
                IncidentsModule.AddIncidentsConsumers,
                MovementsModule.AddMovementsConsumers,
                AccessModule.AddAccessConsumers,
                ReleaseModule.AddReleaseConsumers,
                RealtimeModule.AddRealtimeConsumers);
        if (clock is null)
        {
            builder.Services.AddMemoryReturn(); // The process is this host's alone.
        }

        app = builder.Build();
        return Map(app);
    }

    private static WebApplication Map(WebApplication app)
    {
        app.UseProblemEdge();
        app.UseWebClient();
        app.MapHealth();
        app.MapIdentity();
        app.MapChannels();
        app.MapIncidents();
        app.MapMovements();
        app.MapAccess();
        app.MapRelease();
        app.MapRealtime();
        return app;
    }
}
