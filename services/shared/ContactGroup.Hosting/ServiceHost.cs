using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Health;
using ContactGroup.Hosting.Memory;
using ContactGroup.Hosting.Ports;
using ContactGroup.Hosting.Telemetry;
using ContactGroup.Hosting.Web;

namespace ContactGroup.Hosting;

/// <summary>What every host of one service does the same.</summary>
public static class ServiceHost
{
    /// <summary>A builder with edge, authentication, health, ports, telemetry and the return of memory.</summary>
    public static WebApplicationBuilder Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddProblemEdge().AddSessionAuthentication().AddHealth().AddPorts().AddTelemetry(builder.Configuration).AddMemoryReturn();
        return builder;
    }

    /// <summary>Builds the application, inside the edge and with its health.</summary>
    public static WebApplication BuildService(this WebApplicationBuilder builder)
    {
        var app = builder.Build();
        app.UseProblemEdge();
        app.MapHealth();
        return app;
    }
}
