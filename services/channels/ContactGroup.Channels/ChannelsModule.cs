using ContactGroup.Channels.Features;
using ContactGroup.Channels.Uploading;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Identity;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Blobs;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Options;
using ContactGroup.Hosting.Ports;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using MassTransit;

namespace ContactGroup.Channels;

/// <summary>
/// Contact groups with terms of reference and posture, channels, membership, and the write side of messages. Shows no content to anybody.
/// </summary>
public static class ChannelsModule
{
    internal const string Store = "channels";

    /// <summary>
    /// Adds the module and its store. Needs an <c>IHeldItems</c> in the process; ends rights at every <see cref="IRightsGate"/> there is.
    /// </summary>
    public static IServiceCollection AddChannels(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddModuleStore(Store, typeof(ChannelsModule).Assembly);
        services.AddSingleton<ChannelDirectory>();
        services.AddSingleton<IChannelDirectory>(provider => provider.GetRequiredService<ChannelDirectory>());
        services.AddSingleton<RightsGates>();
        services.AddSingleton<MembershipReview>();
        services.AddSingleton<IPeopleGate, PeopleGate>();
        services.AddSingleton<SeedGroup>();
        services.AddMessageDrafts();
        services.AddCheckedOptions<UploadOptions>(UploadOptions.Section);
        services.AddBlobs(BlobAreas.Parts).AddBlobs(BlobAreas.Attachments);
        services.AddSingleton<UploadRemoval>();
        services.AddSingleton<UploadDesk>();
        services.AddSingleton<UploadSweep>();
        services.AddSingleton<IUploads, Uploads>();
        services.AddHostedService<UploadSweepWatch>();
        return services;
    }

    /// <summary>Maps the module's addresses under <c>/api/channels</c>. None of them returns content of an item.</summary>
    public static IEndpointRouteBuilder MapChannels(this IEndpointRouteBuilder app)
    {
        var module = app.MapModule("channels");
        ListGroups.Map(module);
        OpenGroup.Map(module);
        WriteTerms.Map(module);
        AcceptTerms.Map(module);
        ChangePosture.Map(module);
        ListMembers.Map(module);
        AddMember.Map(module);
        RemoveMember.Map(module);
        OpenChannel.Map(module);
        PostMessage.Map(module);
        EditMessage.Map(module);
        WithdrawMessage.Map(module);
        AcknowledgeMessage.Map(module);
        BeginUpload.Map(module);
        SendPart.Map(module);
        ShowUpload.Map(module);
        RemoveUpload.Map(module);
        return app;
    }

    /// <summary>Answers internal calls of the other services.</summary>
    public static IEndpointRouteBuilder MapChannelsPorts(this IEndpointRouteBuilder app) => app
        .MapPort<IChannelDirectory>()
        .MapPort<IUploads>()
        .MapPort<IPeopleGate>();

    /// <summary>Adds the reading of drafts of messages alone, for a process that previews them: it needs no store.</summary>
    public static IServiceCollection AddMessageDrafts(this IServiceCollection services) => services.AddSingleton<IDraftReader, ReadDraft>();

    /// <summary>Adds the consumers of identity's facts.</summary>
    public static void AddChannelsConsumers(IBusRegistrationConfigurator bus)
    {
        bus.AddFactConsumer<FollowPeople, PersonChanged>(FollowPeople.Queue);
        bus.AddFactConsumer<FollowOrganisations, OrganisationChanged>(FollowOrganisations.Queue);
    }

    /// <summary>Lays out a contact group for a demonstration; leaves a group of the same name as it is.</summary>
    /// <exception cref="ArgumentException">The seed breaks a rule that the commands keep too; nothing was written.</exception>
    public static Task<SeededGroup> SeedAsync(IServiceProvider services, GroupSeed seed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(seed);
        return services.GetRequiredService<SeedGroup>().RunAsync(seed, cancellationToken);
    }
}
