using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Blobs;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Options;
using ContactGroup.Hosting.Ports;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Consumers;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;
using ContactGroup.Release.Domain.Records;
using ContactGroup.Release.Exports;
using ContactGroup.Release.Features;
using MassTransit;
using Microsoft.Extensions.Options;

namespace ContactGroup.Release;

/// <summary>The only read side: decides per audience what may be seen before it stores it, and shows nothing else.</summary>
public static class ReleaseModule
{
    /// <summary>Adds the module. The process does not start with a policy that breaks a rule of the model check.</summary>
    public static IServiceCollection AddRelease(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleStore(ReleaseStore.Name, typeof(ReleaseModule).Assembly);
        services.AddCheckedOptions<ReleaseOptions>(ReleaseOptions.Section);
        services.AddSingleton<ReleaseStore>();
        services.AddSingleton(ReadPolicy);
        services.AddSingleton(LoadPolicy);
        services.AddSingleton<Rulings>();
        services.AddSingleton<ReleaseMeter>();
        services.AddSingleton<Outcomes>();
        services.AddSingleton<WidenedViews>();
        services.AddSingleton<Releaser>();
        services.AddSingleton<Narrowing>();
        services.AddSingleton<OneStream>();
        services.AddSingleton<Isolation>();
        services.AddPorts();
        services.AddSingleton<LiveNodes>();
        services.AddSingleton<ILiveNodes>(provider => provider.GetRequiredService<LiveNodes>());
        services.AddSingleton<StreamClosing>();
        services.AddSingleton<RuleBarrier>();
        services.AddSingleton<Tightening>();
        services.AddSingleton<Loosening>();
        services.AddSingleton<SetAside>();
        services.AddSingleton<Reevaluation>();
        services.AddSingleton<Forecasts>();
        services.AddSingleton<Fingerprints>();
        services.AddSingleton<NotificationRecord>();
        services.AddSingleton<Evidence>();
        services.AddSingleton<Arrivals>();
        services.AddSingleton<IDraftGate, DraftGate>();
        services.AddTextGate();
        services.AddSingleton<Cursors>();
        services.AddSingleton<PageTokens>();
        services.AddSingleton<ReviewDecisions>();
        services.AddSingleton<RecallItem.Recalls>();
        services.AddSingleton<WidenItem.Requests>();
        services.AddSingleton<SettleQuarantine.Settlements>();
        services.AddSingleton<AnswerWidening.Answers>();
        services.AddSingleton<Exporter>();
        services.AddSingleton<RequestExport.Requests>();
        services.AddSingleton<ConfirmExport.Confirmations>();
        services.AddSingleton<IHeldItems, HeldItems>();
        services.AddSingleton<IHeldNotifications, HeldNotifications>();
        services.AddSingleton<KnownReceipts>();
        services.AddSingleton<Exposures>();
        services.AddSingleton<IReadingRecord>(provider => provider.GetRequiredService<Exposures>());
        services.AddSingleton<IStreamReader, LiveStreams>();
        services.AddSingleton<IRightsGate, RightsGate>();
        services.AddSingleton<IChannelGate, ChannelGate>();
        services.AddSingleton<Expiry>();
        services.AddHostedService<WordsOfBefore>();
        services.AddHostedService<PolicyUpgrade>();
        services.AddHostedService<BarrierWatch>();
        services.AddHostedService<ExpiryWatch>();
        services.AddSingleton<ExposureKeeping>();
        services.AddHostedService(provider => provider.GetRequiredService<ExposureKeeping>());
        services.AddSingleton<EvidenceKeeping>();
        services.AddHostedService(provider => provider.GetRequiredService<EvidenceKeeping>());
        services.AddSingleton<Scrubbing>();
        services.AddHostedService(provider => provider.GetRequiredService<Scrubbing>());
        services.AddBlobs(BlobAreas.Attachments);
        services.AddSingleton<KeptBlobs>();
        services.AddSingleton<IKeptBlobs>(provider => provider.GetRequiredService<KeptBlobs>());
        services.AddHostedService<DroppedBlobsWatch>();
        return services;
    }

    /// <summary>Maps the endpoints under <c>/api/release</c>.</summary>
    public static IEndpointRouteBuilder MapRelease(this IEndpointRouteBuilder app)
    {
        var release = app.MapModule("release");
        ListStreams.Map(release);
        ReadEntries.Map(release);
        GetItem.Map(release);
        QueryItems.Map(release);
        ExplainItem.Map(release);
        ItemHistory.Map(release);
        ExposureOfItem.Map(release);
        RecordOfItem.Map(release);
        AffectedByIncident.Map(release);
        PreviewItem.Map(release);
        ListReviews.Map(release);
        ListQuarantine.Map(release);
        SettleQuarantine.Map(release);
        DecideReview.Map(release);
        RecallItem.Map(release);
        TestAs.Map(release);
        WidenItem.Map(release);
        AnswerWidening.Map(release);
        ReadBlob.Map(release);
        ExportItems.Map(release);
        RequestExport.Map(release);
        ConfirmExport.Map(release);
        ListExportRequests.Map(release);
        return app;
    }

    /// <summary>Answers internal calls of the other services.</summary>
    public static IEndpointRouteBuilder MapReleasePorts(this IEndpointRouteBuilder app) => app
        .MapPort<IDraftGate>()
        .MapPort<IHeldItems>()
        .MapPort<IHeldNotifications>()
        .MapPort<IKeptBlobs>()
        .MapPort<IRightsGate>()
        .MapPort<IChannelGate>()
        .MapPort<IStreamReader>()
        .MapPort<IReadingRecord>()
        .MapPort<ILiveNodes>();

    /// <summary>Adds the look over the words of files alone, for a process that takes them in: it needs no store.</summary>
    public static IServiceCollection AddTextGate(this IServiceCollection services) => services.AddSingleton<ITextGate, TextGate>();

    /// <summary>Adds the consumers of facts.</summary>
    public static void AddReleaseConsumers(IBusRegistrationConfigurator bus)
    {
        bus.AddFactConsumer<ReleaseItems, ItemVersioned>(ReleaseItems.QueueName);
        bus.AddFactConsumer<FollowChannels, ChannelChanged>(FollowChannels.QueueName);
        bus.AddFactConsumer<FollowMembers, MembershipChanged>(FollowMembers.QueueName);
        bus.AddFactConsumer<NoteAcknowledgements, ItemAcknowledged>(NoteAcknowledgements.QueueName);
    }

    private static string? PolicyFile(IServiceProvider provider) => provider.GetRequiredService<IOptions<ReleaseOptions>>().Value.PolicyFile;

    private static PolicySource ReadPolicy(IServiceProvider provider) =>
        new(PolicyFile(provider) is { } file ? File.ReadAllBytes(file) : ShippedPolicies.HumanitarianSpaceUtf8);

    private static PolicyTable LoadPolicy(IServiceProvider provider)
    {
        var table = PolicyFile(provider) is null
            ? ShippedPolicies.HumanitarianSpaceTable
            : PolicyTable.Load(PolicyDocument.Parse(provider.GetRequiredService<PolicySource>().Utf8));
        ReleaseLog.PolicyInForce(
            provider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ReleaseModule)), table.Document.ToString());
        return table;
    }
}
