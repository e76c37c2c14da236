using ContactGroup.Hosting.Options;
using ContactGroup.Hosting.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ContactGroup.Hosting.Blobs;

/// <summary>Adds an area of blobs.</summary>
public static class BlobRegistration
{
    /// <summary>Adds the area under <c>Storage:DataFolder</c>; harmless to add again. Resolve it with <c>[FromKeyedServices(area)] IBlobStore</c>.</summary>
    public static IServiceCollection AddBlobs(this IServiceCollection services, string area)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddDataProtection();
        services.AddCheckedOptions<StorageOptions>(StorageOptions.Section);
        services.TryAddKeyedSingleton<IBlobStore>(area, (provider, _) => new FileBlobStore(
            Path.Combine(provider.GetRequiredService<IOptions<StorageOptions>>().Value.DataFolder, "blobs", area),
            area,
            provider.GetRequiredService<IDataProtectionProvider>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
