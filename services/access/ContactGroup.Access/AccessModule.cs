using ContactGroup.Access.Data;
using ContactGroup.Access.Features;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Deadlines;
using ContactGroup.Hosting.Options;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using MassTransit;

namespace ContactGroup.Access;

/// <summary>Notices of access constraints: what keeps aid from people or people from aid. Write side only: who is shown what of one is decided by release.</summary>
public static class AccessModule
{
    /// <summary>Name of the module: its address, its store.</summary>
    public const string Name = "access";

    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddModuleStore(Name, typeof(AccessModule).Assembly);
        services.AddCheckedOptions<AccessOptions>(AccessOptions.Section);
        services.AddSingleton<NoticeBook>();
        services.AddDeadlines<NoticeBook>(Name);
        services.AddSingleton<Tallies>();
        services.AddScoped<Rights>();
        services.AddScoped<Amendment>();
        return services.AddAccessDrafts();
    }

    /// <summary>Adds the reading of drafts of notices alone, for a process that previews them: it needs no store.</summary>
    public static IServiceCollection AddAccessDrafts(this IServiceCollection services) => services.AddSingleton<IDraftReader, ReadNoticeDraft>();

    /// <summary>Maps <c>/api/access</c>.</summary>
    public static IEndpointRouteBuilder MapAccess(this IEndpointRouteBuilder app)
    {
        var access = app.MapModule(Name);
        RaiseNotice.Map(access);
        UpdateNotice.Map(access);
        SayConstraintState.Map(access);
        WithdrawNotice.Map(access);
        ReadOverview.Map(access);
        return app;
    }

    /// <summary>Adds the module's consumers.</summary>
    public static void AddAccessConsumers(IBusRegistrationConfigurator bus) =>
        bus.AddFactConsumer<NoteHolding, SideHoldingChanged>(NoteHolding.Queue);
}
