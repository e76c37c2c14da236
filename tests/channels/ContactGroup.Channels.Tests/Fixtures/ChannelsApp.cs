using System.Text.Json;
using System.Text.Json.Serialization;
using ContactGroup.Channels.Features;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Identity;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Testing;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;

namespace ContactGroup.Channels.Tests.Fixtures;

/// <summary>The module behind real HTTP, with its store in a temporary folder. Facts stay in the outbox, where tests read them.</summary>
internal sealed class ChannelsApp : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Facts = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private readonly TemporaryFolder folder = new();
    private WebApplication app = null!;

    public FakeClock Clock { get; } = new();

    public FakeHeldItems Held { get; } = new();

    public FakeDraftGate DraftGate { get; } = new();

    public FakeRightsGate Gate { get; } = new();

    public FakeChannelGate ChannelGate { get; } = new();

    public LogSink Logs { get; } = new();

    public IChannelDirectory Directory => app.Services.GetRequiredService<IChannelDirectory>();

    public IPeopleGate People => app.Services.GetRequiredService<IPeopleGate>();

    public string DataFolder => folder.Path;

    /// <summary>Removes uploads whose time is over now; it also happens by itself when the clock moves.</summary>
    public Task SweepAsync() => app.Services.GetRequiredService<Uploading.UploadSweep>().RunAsync(CancellationToken.None);

    private ModuleStore Store => app.Services.GetRequiredKeyedService<ModuleStore>("channels");

    /// <summary>Starts the module; with a bus when the test is about what travels on it.</summary>
    public static async Task<ChannelsApp> StartAsync(bool withBus = false)
    {
        var started = new ChannelsApp();
        await started.RunAsync(withBus);
        return started;
    }

    private async Task RunAsync(bool withBus)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(TestStorage.Settings(folder, "channels", "identity"));
        builder.Logging.ClearProviders().AddProvider(Logs).SetMinimumLevel(LogLevel.Debug);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton<ISessionRevocation>(new EndlessSessions());
        builder.Services.AddSingleton<IHeldItems>(Held);
        builder.Services.AddSingleton<IDraftGate>(DraftGate);
        builder.Services.AddSingleton<ITextGate>(new FakeTextGate());
        builder.Services.AddSingleton<IRightsGate>(Gate);
        builder.Services.AddSingleton<IChannelGate>(ChannelGate);
        builder.Services.AddProblemEdge().AddSessionAuthentication().AddChannels(builder.Configuration);
        if (withBus)
        {
            builder.Services.AddModuleStore("identity", typeof(ChannelsApp).Assembly).AddInMemoryBus(ChannelsModule.AddChannelsConsumers);
        }

        app = builder.Build();
        app.UseProblemEdge();
        app.MapChannels();
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Dispose();
    }

    public Caller As(Person person) => As(person.ToParticipant());

    public Caller As(Participant participant) =>
        new(app.GetTestClient(), app.Services.GetRequiredService<AccessTokens>().Issue(participant).Text);

    public Caller AsNobody() => new(app.GetTestClient(), "nobody");

    /// <summary>Identity tells of people and their organisations.</summary>
    public async Task KnowAsync(params Person[] people)
    {
        foreach (var person in people)
        {
            await TellAsync(person.ToOrganisationFact());
            await TellAsync(person.ToFact());
        }
    }

    public Task TellAsync(PersonChanged fact, string? messageId = null) => ActivatorUtilities
        .CreateInstance<FollowPeople>(app.Services, NoDelivery)
        .HandleAsync([new Delivery<PersonChanged>(messageId ?? Ids.New(), fact.Person, fact)], CancellationToken.None);

    public Task TellAsync(OrganisationChanged fact, string? messageId = null) => ActivatorUtilities
        .CreateInstance<FollowOrganisations>(app.Services, NoDelivery)
        .HandleAsync([new Delivery<OrganisationChanged>(messageId ?? Ids.New(), fact.Organisation, fact)], CancellationToken.None);

    /// <summary>Identity tells a fact by its own outbox and the bus.</summary>
    public Task PublishAsIdentityAsync<T>(string partition, T fact)
        where T : class => app.Services.GetRequiredKeyedService<ModuleStore>("identity").WriteAsync(
            scope => scope.PublishAsync(partition, fact), CancellationToken.None);

    public Task<SeededGroup> SeedAsync(GroupSeed seed) => ChannelsModule.SeedAsync(app.Services, seed, CancellationToken.None);

    /// <summary>Facts of one kind that wait to be published, oldest first.</summary>
    public async Task<IReadOnlyList<(string Partition, T Fact)>> PublishedAsync<T>()
    {
        var seal = app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("ContactGroup.Bus.v1").CreateProtector(typeof(T).FullName!);
        var rows = await Store.ReadAsync(
            connection => connection.QueryAsync<(string Partition, byte[] Payload)>(
                "SELECT partition_key, payload FROM outbox WHERE fact = @fact ORDER BY id", new { fact = typeof(T).FullName }),
            CancellationToken.None);
        return [.. rows.Select(row => (row.Partition, JsonSerializer.Deserialize<T>(seal.Unprotect(row.Payload), Facts)!))];
    }

    /// <summary>How many rows every table of the module holds, outbox and idempotency keys included: equal means that nothing was stored.</summary>
    public Task<string> RowsAsync() => Store.ReadAsync(
        async connection =>
        {
            var tables = await connection.QueryAsync<string>(TestStorage.Tables);
            var counts = new List<string>();
            foreach (var table in tables)
            {
                counts.Add($"{table} {await connection.ExecuteScalarAsync<long>($"SELECT count(*) FROM {table}")}");
            }

            return string.Join('\n', counts);
        },
        CancellationToken.None);

    /// <summary>Runs a statement on the module's store, to break it or to look at what HTTP never shows.</summary>
    public Task<T> OnStoreAsync<T>(string sql, object? parameters = null) => Store.WriteAsync(
        scope => scope.Connection.ExecuteScalarAsync<T>(sql, parameters), CancellationToken.None)!;

    private static FactDelivery NoDelivery =>
        (FactDelivery)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(typeof(FactDelivery));
}
