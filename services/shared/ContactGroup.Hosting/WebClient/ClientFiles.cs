using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace ContactGroup.Hosting.WebClient;

/// <summary>The files of the web client, with one of them replaced by the operator's: the ground of the map. Nothing else of the folder it lies in is served.</summary>
/// <param name="shipped">The files that ship.</param>
/// <param name="ground">The ground of the operator; null where there is none.</param>
public sealed class ClientFiles(PhysicalFileProvider shipped, IFileInfo? ground) : IFileProvider
{
    /// <summary>Where the client finds the ground.</summary>
    public const string GroundAddress = "/map/ground.json";

    /// <inheritdoc />
    public IFileInfo GetFileInfo(string subpath) => ground is not null && string.Equals(subpath, GroundAddress, StringComparison.Ordinal)
        ? ground
        : shipped.GetFileInfo(subpath);

    /// <inheritdoc />
    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    /// <inheritdoc />
    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;
}
