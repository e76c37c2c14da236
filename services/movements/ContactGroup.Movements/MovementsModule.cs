using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Deadlines;
using ContactGroup.Hosting.Options;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Hosting.WebClient;
using ContactGroup.Movements.Data;
using ContactGroup.Movements.Domain.Areas;
using ContactGroup.Movements.Features;
using MassTransit;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ContactGroup.Movements;

/// <summary>Notifications of movements and sites, and advisories. Write side only: who is shown what of one is decided by release.</summary>
public static class MovementsModule
{
    /// <summary>Name of the module: its address, its store.</summary>
    public const string Name = "movements";

    private const string BoundariesKey = $"{MovementOptions.Section}:{nameof(MovementOptions.Boundaries)}";

    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddMovements(this IServiceCollection services)
    {
        services.AddModuleStore(Name, typeof(MovementsModule).Assembly);
        services.AddMovementDrafts();
        services.AddSingleton<NotificationBook>();
        services.AddSingleton<ConcernBook>();
        services.AddDeadlines<NotificationBook>(Name);
        services.AddScoped<Access>();
        services.AddScoped<Amendment>();
        return services;
    }

    /// <summary>Adds what reads drafts of movements and sites for previews. For processes that show previews and do not take movements.</summary>
    public static IServiceCollection AddMovementDrafts(this IServiceCollection services)
    {
        services.AddCheckedOptions<MovementOptions>(MovementOptions.Section);
        services.AddFileAtStart<MovementOptions, Boundaries>(BoundariesKey, BoundaryFile.Read);
        services.TryAddSingleton(KnownAreas);
        return services
            .AddSingleton<IDraftReader, ReadMovementDraft>()
            .AddSingleton<IDraftReader, ReadSiteDraft>()
            .AddSingleton<IDraftReader, ReadAdvisoryDraft>();
    }

    /// <summary>Maps <c>/api/movements</c>.</summary>
    public static IEndpointRouteBuilder MapMovements(this IEndpointRouteBuilder app)
    {
        var movements = app.MapModule(Name);
        NotifyMovement.Map(movements);
        ReadLeadTimes.Map(movements);
        FindBrought.Map(movements);
        AmendMovement.Map(movements);
        SayState.Map(movements);
        NotifySite.Map(movements);
        AmendSite.Map(movements);
        RevalidateSite.Map(movements);
        RemoveSite.Map(movements);
        CheckIn.Map(movements);
        WithdrawNotification.Map(movements);
        AcknowledgeNotification.Map(movements);
        IssueAdvisory.Map(movements);
        AmendAdvisory.Map(movements);
        EndAdvisory.Map(movements);
        AddConcern.Map(movements);
        ListConcerns.Map(movements);
        RemoveConcern.Map(movements);
        ListOverlaps.Map(movements);
        return app;
    }

    /// <summary>Adds the consumers of facts.</summary>
    public static void AddMovementsConsumers(IBusRegistrationConfigurator bus) =>
        bus.AddFactConsumer<NoteReached, RecipientsReached>(NoteReached.Queue);

    // What people choose a place on is what it is compared with, unless the operator says otherwise: a setting that is there and empty is no area at all.
    private static Boundaries KnownAreas(IServiceProvider provider) =>
        provider.GetRequiredService<FileAtStart<Boundaries>>().Value
        ?? (provider.GetRequiredService<IConfiguration>()[BoundariesKey] is null && provider.GetService<ServedGround>()?.File is { } ground ? BoundaryFile.AreasOf(ground) : null)
        ?? Boundaries.None;
}
