using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace ContactGroup.Standalone;

/// <summary>The files of the web client, with one of them replaced by the operator's: the ground of the map. Nothing else of the folder it lies in is served.</summary>
internal sealed class ClientFiles(PhysicalFileProvider shipped, IFileInfo? ground) : IFileProvider
{
    /// <summary>Where the client finds the ground.</summary>
    internal const string GroundAddress = "/map/ground.json";

    public IFileInfo GetFileInfo(string subpath) => ground is not null && string.Equals(subpath, GroundAddress, StringComparison.Ordinal)
        ? ground
        : shipped.GetFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;
}
