using System.ComponentModel.DataAnnotations;
using ContactGroup.Hosting.Options;
using ContactGroup.Hosting.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace ContactGroup.Hosting.Authentication;

/// <summary>Where the shared key ring is kept. Section <c>Hosting</c>.</summary>
public sealed class KeyRingOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Hosting";

    /// <summary>Folder of the key ring, the same for every process of a deployment.</summary>
    /// <value>A path. Default: <c>keys</c> under <c>Storage:DataFolder</c>.</value>
    [MinLength(1)]
    public string? KeyFolder { get; set; }
}

/// <summary>
/// The key ring that every process of a deployment shares: it reads tickets and cursors and unseals content on the bus. Whoever holds its
/// folder can do both, so the folder is the owner's alone.
/// </summary>
public static class KeyRing
{
    /// <summary>Adds the key ring. Its name is fixed: tickets of one process are read by all.</summary>
    public static IServiceCollection AddKeyRing(this IServiceCollection services)
    {
        services.AddCheckedOptions<KeyRingOptions>(KeyRingOptions.Section);
        services.AddCheckedOptions<StorageOptions>(StorageOptions.Section);
        services.AddDataProtection().SetApplicationName("ContactGroup");
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<KeyRingOptions>, IOptions<StorageOptions>, ILoggerFactory>(
            (keys, ring, storage, loggers) => keys.XmlRepository = new FileSystemXmlRepository(
                Private(Folder(ring.Value, storage.Value)), loggers));
        return services;
    }

    /// <summary>The folder of the key ring.</summary>
    internal static string Folder(KeyRingOptions ring, StorageOptions storage) => ring.KeyFolder ?? Path.Combine(storage.DataFolder, "keys");

    private static DirectoryInfo Private(string path)
    {
        var folder = Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }

        return folder;
    }
}
