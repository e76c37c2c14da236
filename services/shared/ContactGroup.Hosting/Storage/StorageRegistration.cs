using System.Reflection;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Storage.Postgres;
using ContactGroup.Hosting.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ContactGroup.Hosting.Storage;

/// <summary>Adds a module's store.</summary>
public static class StorageRegistration
{
    /// <summary>Adds the store of a module; resolve it with <c>[FromKeyedServices(name)] ModuleStore</c>.</summary>
    public static IServiceCollection AddModuleStore(this IServiceCollection services, string name, Assembly module)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<FactSeal>();
        services.AddDataProtection();
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddKeyedSingleton(name, (provider, _) => Open(provider, name, module));
        services.AddSingleton(provider => new NamedStore(provider.GetRequiredKeyedService<ModuleStore>(name)));
        return services;
    }

    private static ModuleStore Open(IServiceProvider provider, string name, Assembly module)
    {
        var options = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
        var clock = provider.GetRequiredService<TimeProvider>();
        var database = Database(options, name);
        var writer = new StoreWriter(name, database, provider.GetRequiredService<FactSeal>(), clock, options);
        return new ModuleStore(name, database, new StoreMigrations(module, clock), writer, options.ConcurrentReads);
    }

    private static IDatabase Database(StorageOptions options, string name) => options.Engine switch
    {
        StoreEngine.Sqlite => new SqliteDatabase(Path.Combine(options.DataFolder, $"{name}.db")),
        _ => new PostgresDatabase(options.Server!, options.DatabasePrefix + name, options.ConcurrentReads),
    };
}

/// <summary>A store among all stores of this process.</summary>
/// <param name="Store">The store.</param>
public sealed record NamedStore(ModuleStore Store);
