using System.Reflection;
using ContactGroup.Access;
using ContactGroup.Channels;
using ContactGroup.Hosting.Web;
using ContactGroup.Identity;
using ContactGroup.Incidents;
using ContactGroup.Movements;
using ContactGroup.Realtime;
using ContactGroup.Release;

namespace ContactGroup.Architecture.Tests;

/// <summary>What the product is made of.</summary>
internal static class Product
{
    /// <summary>Every module with its one public class.</summary>
    public static IReadOnlyList<Type> Modules { get; } =
        [typeof(IdentityModule), typeof(ChannelsModule), typeof(IncidentsModule), typeof(MovementsModule), typeof(AccessModule), typeof(ReleaseModule), typeof(RealtimeModule)];

    public static IReadOnlyList<Assembly> ModuleAssemblies { get; } = [.. Modules.Select(module => module.Assembly)];

    public static Assembly Classification { get; } = typeof(Classification.Audience).Assembly;

    public static Assembly Contracts { get; } = typeof(Contracts.Ids).Assembly;

    public static Assembly Hosting { get; } = typeof(Problems).Assembly;

    public static Assembly Standalone { get; } = typeof(Program).Assembly;

    public static IReadOnlyList<Assembly> All { get; } = [Classification, Contracts, Hosting, .. ModuleAssemblies, Standalone];

    /// <summary>The folder of the repository, found from where the tests were built.</summary>
    public static DirectoryInfo Repository { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static DirectoryInfo Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "ContactGroup.sln")) ? folder : Find(folder.Parent ?? throw new InvalidOperationException("no repository around the tests"));
}
