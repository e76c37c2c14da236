using Microsoft.AspNetCore.DataProtection;

namespace ContactGroup.Hosting.Authentication;

/// <summary>
/// The key ring that every process of a deployment shares: it reads tickets and cursors and unseals content on the bus. Whoever holds its
/// folder can read both, so the folder is the owner's alone.
/// </summary>
public static class KeyRing
{
    /// <summary>Keeps the keys in <c>Hosting:KeyFolder</c>; when that is not set, in <c>keys</c> under <c>Hosting:DataFolder</c>.</summary>
    public static IServiceCollection AddKeyRing(this IServiceCollection services, IConfiguration configuration)
    {
        var folder = Directory.CreateDirectory(FolderFrom(configuration));
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }

        services.AddDataProtection().SetApplicationName("ContactGroup").PersistKeysToFileSystem(folder);
        return services;
    }

    private static string FolderFrom(IConfiguration configuration) => configuration["Hosting:KeyFolder"] is { Length: > 0 } folder
        ? folder
        : Path.Combine(configuration["Hosting:DataFolder"] is { Length: > 0 } data ? data : "data", "keys");
}
