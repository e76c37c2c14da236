using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Incidents.Data;
using ContactGroup.Incidents.Features;
using MassTransit;

namespace ContactGroup.Incidents;

/// <summary>Security incident reports: stages, verification, corrections. Write side only: what anybody may see of a report is decided by release.</summary>
public static class IncidentsModule
{
    /// <summary>Name of the module: its address, its store.</summary>
    public const string Name = "incidents";

    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddIncidents(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleStore(Name, typeof(IncidentsModule).Assembly);
        services.AddSingleton<IncidentBook>();
        services.AddScoped<Access>();
        services.AddSingleton<Attaching>();
        services.AddReportDrafts();
        return services;
    }

    /// <summary>Adds the reading of drafts of reports alone, for a process that previews them: it needs no store.</summary>
    public static IServiceCollection AddReportDrafts(this IServiceCollection services) => services.AddSingleton<IDraftReader, ReadDraft>();

    /// <summary>Maps <c>/api/incidents</c>.</summary>
    public static IEndpointRouteBuilder MapIncidents(this IEndpointRouteBuilder app)
    {
        var incidents = app.MapModule(Name);
        ReportIncident.Map(incidents);
        UpdateIncident.Map(incidents);
        CorrectIncident.Map(incidents);
        VerifyIncident.Map(incidents);
        WithdrawIncident.Map(incidents);
        CloseIncident.Map(incidents);
        CodeListsEndpoint.Map(incidents);
        return app;
    }

    /// <summary>Adds the module's consumers: none, it only publishes.</summary>
    public static void AddIncidentsConsumers(IBusRegistrationConfigurator bus)
    {
    }
}
